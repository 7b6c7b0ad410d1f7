import { useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ScoringSheet, SheetStep } from "#app/schemas/scoring-sheet.ts";
import { Alert } from "../alert.tsx";
import { TextLink } from "../text-link.tsx";
import { OwnArguments } from "./own-arguments.tsx";
import { RatingStep } from "./rating-step.tsx";
import { ScoringCheck } from "./scoring-check.tsx";
import { ScoringSteps } from "./scoring-steps.tsx";
import { StepQuestion } from "./step-question.tsx";
import { TypedTexts } from "./typed-texts.tsx";

/** Another question on the same page: the focus goes there, as it would with a page load. */
function useFocusOnQuestion(key: string): void {
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    document.getElementById("vraag")?.focus();
  }, [key]);
}

type ScoringPanelProps = { sheet: ScoringSheet; result: FormResult | undefined };

/** The part of the page where the scoring is done, or that says why it cannot be done now. */
export function ScoringPanel({ sheet, result }: ScoringPanelProps) {
  const { t } = useTranslation("scoring");
  const { phase, readsAlong, ready, step, stepId, steps, round } = sheet;
  useFocusOnQuestion(stepId ?? "");
  if (phase === "scoring" && isOfOtherRound(sheet, result)) {
    return (
      <>
        <TypedTexts result={result} />
        <ScoringPanel sheet={sheet} result={undefined} />
      </>
    );
  }
  if (phase !== "scoring") {
    const over = phase !== "prepare";
    return (
      <>
        <Alert kind="warning" title={t(over ? "closed.title" : "notOpen.title")}>
          <p>{t(over ? "closed.text" : "notOpen.text")}</p>
          {over ? (
            <p>
              <TextLink to="../uitkomst" relative="path">
                {t("closed.outcome")}
              </TextLink>
            </p>
          ) : null}
        </Alert>
        <TypedTexts result={result} />
        {over && !readsAlong ? <ScoringCheck sheet={sheet} result={undefined} /> : null}
      </>
    );
  }
  if (round > 1 && steps.length === 0) return <NothingToDo />;
  if (readsAlong) {
    return (
      <>
        <Alert title={t("readsAlong.title")}>
          <p>{t("readsAlong.text")}</p>
        </Alert>
        <ScoringSteps sheet={sheet} />
        {step ? <StepQuestion step={step} scale={sheet.scale} /> : null}
      </>
    );
  }
  if (ready || !step) {
    const own = result?.values.intent === "ready" || ready ? result : undefined;
    return (
      <>
        {ready ? <TypedTexts result={result} /> : <ScoringSteps sheet={sheet} />}
        <ScoringCheck sheet={sheet} result={own} />
      </>
    );
  }
  return <OpenStep sheet={sheet} step={step} result={result} />;
}

/** Sent from a page of a round that is over: what was typed there does not belong to this page. */
function isOfOtherRound({ round }: ScoringSheet, result: FormResult | undefined): boolean {
  const sent = result?.values.round;
  return typeof sent === "string" && sent !== String(round);
}

function OpenStep({ sheet, step, result }: ScoringPanelProps & { step: SheetStep }) {
  const { steps, stepId, round, scale, firstRound } = sheet;
  const sent = result?.values.intent;
  const arguing = sent === "argue" || sent === "withdraw_argument";
  const rating = sent === "next" || sent === "previous" || sent === "stay";
  return (
    <>
      <ScoringSteps sheet={sheet} />
      <RatingStep
        key={stepId}
        step={step}
        scale={scale}
        last={steps.at(-1)?.id === stepId}
        at={{ done: 1 + steps.findIndex(({ id }) => id === stepId), total: steps.length }}
        result={rating ? result : undefined}
        round={round}
        firstRound={firstRound}
      />
      <OwnArguments sheet={sheet} result={arguing ? result : undefined} />
    </>
  );
}

/** The second round reopened nothing of the own perspective. */
function NothingToDo() {
  const { t } = useTranslation("scoring");
  return (
    <Alert title={t("again.nothingTitle")}>
      <p>{t("again.nothingText")}</p>
      <p>
        <TextLink to="../uitkomst" relative="path">
          {t("again.outcome")}
        </TextLink>
      </p>
    </Alert>
  );
}
