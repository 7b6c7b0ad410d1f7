import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentEditor } from "#app/schemas/precedent-view.ts";
import { Alert } from "../alert.tsx";
import { useFieldNames } from "./use-field-names.ts";

/** What looks like personal data in the stored text, field by field, and how to rewrite it. */
export function PersonalDataFindings({ page }: { page: PrecedentEditor }) {
  const { t } = useTranslation("precedents");
  const { t: terms } = useTranslation();
  const names = useFieldNames(page);
  if (page.findings.length === 0) {
    return (
      <Alert kind="ok">
        <p>{t("edit.findingsClean")}</p>
      </Alert>
    );
  }
  return (
    <Alert kind="warning" title={t("edit.findings")}>
      <p>{t("edit.findingsText")}</p>
      <ul>
        {page.findings.map(({ field, kind, match, index }) => (
          <li key={`${field}-${index}`}>
            {t("edit.finding", {
              field: names[field] ?? field,
              match,
              kind: terms(`personalDataKind.${kind}`),
            })}{" "}
            {t(`edit.rewrite.${kind}`)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
