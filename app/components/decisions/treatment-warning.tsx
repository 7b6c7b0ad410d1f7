import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { EqualTreatmentView, TreatmentWarning } from "#app/schemas/equal-treatment-view.ts";
import { Alert } from "../alert.tsx";
import { TextLink } from "../text-link.tsx";
import { Earlier } from "./earlier-decision.tsx";

type WarningsProps = { caseId: string; view: EqualTreatmentView; levels: readonly LocalText[] };

/** The earlier decisions that this one contradicts, and what would make a difference. */
export function TreatmentWarnings({ caseId, view, levels }: WarningsProps) {
  const { t } = useTranslation("decisions");
  const { warnings, moreWarnings } = view;
  if (warnings.length === 0) return null;
  const count = warnings.length + moreWarnings;
  return (
    <Alert kind="warning" title={t("treatment.warning", { count })}>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.precedent.id}>
            <Warned warning={warning} levels={levels} />
          </li>
        ))}
      </ul>
      {moreWarnings > 0 ? <p>{t("treatment.more", { count: moreWarnings })}</p> : null}
      <p>
        {view.mayEditFacts ? (
          <TextLink to={`/casussen/${caseId}/bewerken/omstandigheden`} target="_blank">
            {t("treatment.toFacts")}
          </TextLink>
        ) : (
          <>
            {t("treatment.askFacts")}{" "}
            <TextLink to={`/casussen/${caseId}`} target="_blank">
              {t("toCase")}
            </TextLink>
          </>
        )}
      </p>
    </Alert>
  );
}

type WarnedProps = { warning: TreatmentWarning; levels: readonly LocalText[] };

function Warned({ warning, levels }: WarnedProps) {
  const { t, language } = useTranslation("decisions");
  const { list } = useFormat();
  const { precedent, because, hasDifference, toFindOut } = warning;
  return (
    <>
      <p>
        <Earlier precedent={precedent} levels={levels} />
      </p>
      <p>{t(because === "atLeast" ? "treatment.atLeastWhy" : "treatment.atMostWhy")}</p>
      <p>{t(hasDifference ? "treatment.hasDifference" : "treatment.noDifference")}</p>
      {toFindOut.length > 0 ? (
        <p>
          {t("treatment.toFindOut", {
            facts: list(toFindOut.map(({ label }) => textIn(label, language))),
          })}
        </p>
      ) : null}
    </>
  );
}
