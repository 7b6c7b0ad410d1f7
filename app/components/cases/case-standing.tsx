import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CasePage } from "#app/schemas/case-view.ts";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";

/** Where a case is, and the rule when one settled it. */
export function CaseStanding({ page: { caseFile, settledBy } }: { page: CasePage }) {
  const { t } = useTranslation("rules");
  return (
    <>
      <StatusBadge kind="caseStatus" status={caseFile.status} />{" "}
      {settledBy ? (
        <TextLink to={`/regels/${settledBy.id}`}>
          {t("onCase.settled", { number: settledBy.number })}
        </TextLink>
      ) : null}
    </>
  );
}
