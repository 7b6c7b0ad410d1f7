import { useEffect, useRef } from "react";
import type { LocalText } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { EqualTreatmentView } from "#app/schemas/equal-treatment-view.ts";
import { SubmitButton } from "../form/index.ts";
import { ErrorMessage } from "../form/field-frame.tsx";
import { asList, useField } from "../form/form-context.ts";
import { TreatmentAnswers } from "./treatment-answers.tsx";
import { TreatmentBand } from "./treatment-band.tsx";
import { TreatmentWarnings } from "./treatment-warning.tsx";
import { useLiveTreatment } from "./use-live-treatment.ts";

type EqualTreatmentProps = {
  caseId: string;
  view: EqualTreatmentView;
  levels: readonly LocalText[];
  mayTake: boolean;
  /** The page comes back with a comparison that was asked for. */
  comesBack: boolean;
};

/** How the decision as it is typed now compares with earlier ones, and what to do about a warning. */
export function EqualTreatmentFields(props: EqualTreatmentProps) {
  const { caseId, view: given, levels, mayTake, comesBack } = props;
  const { t } = useTranslation("decisions");
  const { id, error } = useField("equalTreatment");
  const { place, view, times } = useLiveTreatment(caseId, given);
  const warned = useWarned(view);
  useEffect(() => {
    if (comesBack) place.current?.focus();
  }, [comesBack, place]);
  const count = view.warnings.length + view.moreWarnings;
  return (
    <div ref={place} id={id} tabIndex={-1} className="mw-treatment">
      <p className="mw-treatment__title">{t("treatment.title")}</p>
      <ErrorMessage id={id}>{error}</ErrorMessage>
      <p role="status" className="mw-visually-hidden">
        {times > 0 ? t("treatment.live", { count }) : null}
      </p>
      <TreatmentBand view={view} levels={levels} />
      <TreatmentWarnings caseId={caseId} view={view} levels={levels} />
      <TreatmentAnswers view={view} levels={levels} mayTake={mayTake} />
      {warned.map((precedentId) => (
        <input key={precedentId} type="hidden" name="warned" value={precedentId} />
      ))}
      <div className="mw-field">
        <SubmitButton
          intent="compare"
          purpose="subtle"
          skipsValidation
          aria-describedby="compare-hint"
        >
          {t("treatment.compare")}
        </SubmitButton>
        <p className="mw-hint" id="compare-hint">
          {t("treatment.compareHint")}
        </p>
      </div>
    </div>
  );
}

/** The precedents warned of since this level was chosen: named with the decision, also once cleared. */
function useWarned({ level, warnings }: EqualTreatmentView): string[] {
  const { value } = useField("warned");
  const known = useRef({ level, ids: asList(value) });
  const now = warnings.map(({ precedent }) => precedent.id);
  const earlier = known.current.level === level ? known.current.ids : [];
  known.current = { level, ids: [...new Set([...earlier, ...now])] };
  return known.current.ids;
}
