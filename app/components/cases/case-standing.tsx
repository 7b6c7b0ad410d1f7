import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CasePage } from "#app/schemas/case-view.ts";
import { RightLink } from "../right-link.tsx";
import { StatusBadge } from "../status-badge.tsx";

/** Where a case is, and the rule when one settled it. */
export function CaseStanding({ page: { caseFile, settledBy } }: { page: CasePage }) {
  const { t } = useTranslation("rules");
  return (
    <>
      <StatusBadge kind="caseStatus" status={caseFile.status} />{" "}
      {settledBy ? (
        <RightLink right="rule.read" to={`/regels/${settledBy.id}`}>
          {t("onCase.settled", { number: settledBy.number })}
        </RightLink>
      ) : null}
    </>
  );
}
