import { useEffect, useState } from "react";
import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { gateAnswers } from "#app/domain/session.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { reasonLimit } from "#app/schemas/rating-choices.ts";
import type { SheetStep } from "#app/schemas/scoring-sheet.ts";
import { Card } from "../card.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
} from "../form/index.ts";
import type { FirstRoundCell as FirstRound } from "#app/schemas/rounds-view.ts";
import { FirstRoundCell } from "./first-round-cell.tsx";
import { SaveState } from "./save-state.tsx";
import { StepQuestion } from "./step-question.tsx";
import { useAutosave } from "./use-autosave.ts";

const scoringSchema = () => import("#app/schemas/rating.ts").then((module) => module.scoringSchema);

type RatingStepProps = {
  step: SheetStep;
  scale: LocalText[];
  last: boolean;
  /** Which of how many questions this is. */
  at?: { done: number; total: number };
  result: FormResult | undefined;
  /** The round on the screen; an answer that comes in another one is refused. */
  round?: number;
  /** What the first round said about the one cell that is asked again. */
  firstRound?: FirstRound | null;
};

/** One gate or criterion over all options; kept while people type, and by the buttons below. */
export function RatingStep(props: RatingStepProps) {
  const { step, scale, last, at, result, round, firstRound = null } = props;
  const { t } = useTranslation("scoring");
  const { t: terms } = useTranslation();
  return (
    <Card>
      <StepQuestion step={step} scale={scale} />
      {firstRound ? (
        <FirstRoundCell firstRound={firstRound} scale={scale} option={step.cells[0]} />
      ) : null}
      <KeysHint />
      <Form
        schema={scoringSchema}
        values={{ cells: step.cells }}
        intent="next"
        result={result}
        warnOnLeave={false}
        className="mw-rating-form"
        labels={labelsOf(step, t("judgement"), t("reason"))}
      >
        <HiddenField name="key" value={step.key} />
        {round === undefined ? null : <HiddenField name="round" value={String(round)} />}
        {step.cells.map((cell, place) => (
          <RatingCell key={cell.optionId} {...{ step, scale, place, round, firstRound }} />
        ))}
        <FormActions>
          {firstRound?.own ? (
            <SubmitButton intent="stay" skipsValidation>
              {t("again.stay")}
            </SubmitButton>
          ) : null}
          <SubmitButton intent="next" purpose={firstRound?.own ? "secondary" : "primary"}>
            {t(last ? "toCheck" : "next")}
          </SubmitButton>
          <SubmitButton intent="previous" purpose="secondary" skipsValidation>
            {t("previous")}
          </SubmitButton>
          {at ? <span className="mw-rating-form__at">{terms("progress", at)}</span> : null}
        </FormActions>
      </Form>
    </Card>
  );
}

/** Said once the keys really work: not before JavaScript runs. */
function KeysHint() {
  const { t } = useTranslation("scoring");
  const [works, setWorks] = useState(false);
  useEffect(() => setWorks(true), []);
  return works ? <p className="mw-soft mw-keys-hint">{t("keys")}</p> : null;
}

function labelsOf(step: SheetStep, judgement: string, reason: string) {
  const labels = step.cells.flatMap(({ title }, place) => [
    [`cells.${place}.choice`, `${title}, ${judgement}`],
    [`cells.${place}.reason`, `${title}, ${reason}`],
  ]);
  return Object.fromEntries(labels) as Record<string, string>;
}

type RatingCellProps = {
  step: SheetStep;
  scale: LocalText[];
  place: number;
  round: number | undefined;
  firstRound: FirstRound | null;
};

/** The judgement on one option. Kept by itself on every change once JavaScript runs. */
function RatingCell({ step, scale, place, round, firstRound }: RatingCellProps) {
  const { t } = useTranslation("scoring");
  const choices = useChoices(step, scale);
  const cell = step.cells[place];
  const { state, ...handlers } = useAutosave({
    ...{ key: step.key, optionId: cell?.optionId ?? "", round },
  });
  if (!cell) return null;
  const gate = step.kind === "gate";
  // The handlers only listen to what bubbles up from the radio buttons and the text in here.
  return (
    <div className="mw-cell" data-saves={state.kind} {...handlers}>
      <HiddenField name={`cells.${place}.optionId`} value={cell.optionId} />
      <RadioGroup
        name={`cells.${place}.choice`}
        label={`${cell.position}. ${cell.title}`}
        options={choices}
        inline={gate}
      />
      <TextArea
        name={`cells.${place}.reason`}
        label={t("reason")}
        description={t(firstRound?.own ? "again.reasonHint" : reasonHintOf(step))}
        rows={2}
        max={reasonLimit}
        optional
      />
      <SaveState state={state} />
    </div>
  );
}

function reasonHintOf({ kind, mayNotApply }: SheetStep) {
  if (kind === "gate") return "gateReasonHint";
  return mayNotApply ? "reasonHintN" : "reasonHint";
}

function useChoices(step: SheetStep, scale: LocalText[]) {
  const { t, language } = useTranslation("scoring");
  const { t: terms } = useTranslation();
  if (step.kind === "gate") {
    return gateAnswers.map((answer) => ({ value: answer, label: terms(`gateAnswer.${answer}`) }));
  }
  const points = scale.map((word, place) => ({
    value: String(place + 1),
    label: `${place + 1} ${textIn(word, language)}`,
  }));
  const other = step.mayNotApply
    ? (["no_judgement", "not_applicable"] as const)
    : ["no_judgement" as const];
  return [...points, ...other.map((value) => ({ value, label: t(`choice.${value}`) }))];
}
