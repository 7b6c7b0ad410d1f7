import { useTranslation } from "#app/i18n/use-translation.ts";
import { Alert } from "../alert.tsx";
import { TextLink } from "../text-link.tsx";

/** In the place of a form once a case can no longer be changed. */
export function CaseClosed({ caseId }: { caseId: string }) {
  const { t } = useTranslation(["cases", "errors"]);
  return (
    <Alert kind="warning" title={t("errors:domain.case_not_editable")}>
      <TextLink to={`/casussen/${caseId}`}>{t("form.toCase")}</TextLink>
    </Alert>
  );
}
