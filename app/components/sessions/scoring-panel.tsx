import { useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ScoringSheet } from "#app/schemas/scoring-sheet.ts";
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
  const { phase, readsAlong, ready, step } = sheet;
  const sent = result?.values.intent;
  useFocusOnQuestion(step?.key ?? "");
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
    return (
      <>
        {ready ? null : <ScoringSteps sheet={sheet} />}
        {ready ? <TypedTexts result={result} /> : null}
        <ScoringCheck sheet={sheet} result={sent === "ready" || ready ? result : undefined} />
      </>
    );
  }
  return (
    <>
      <ScoringSteps sheet={sheet} />
      <RatingStep
        key={step.key}
        step={step}
        scale={sheet.scale}
        last={sheet.steps.at(-1)?.key === step.key}
        result={sent === "next" || sent === "previous" ? result : undefined}
      />
      <OwnArguments
        sheet={sheet}
        stepKey={step.key}
        result={sent === "argue" || sent === "withdraw_argument" ? result : undefined}
      />
    </>
  );
}
