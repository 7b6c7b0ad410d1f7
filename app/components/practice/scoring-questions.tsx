import { useEffect, useRef } from "react";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { PracticeScoring } from "#app/schemas/practice-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Form, FormActions, SubmitButton } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { RatingStep } from "../sessions/rating-step.tsx";
import { TypedTexts } from "../sessions/typed-texts.tsx";
import { useChoiceText } from "../sessions/use-choice-text.ts";
import { TextLink } from "../text-link.tsx";
import { isPast } from "./practice-frame.tsx";
import { PracticeNext } from "./practice-next.tsx";

/** Another question on the same page: the focus goes there, as it would with a page load. */
function useFocusOnQuestion(key: string): void {
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    document.getElementById("vraag")?.focus();
  }, [key]);
}

type ScoringProps = { page: PracticeScoring; result: FormResult | undefined };

/** The own questions one by one, then the check; after the reveal to read only. */
export function ScoringQuestions({ page, result }: ScoringProps) {
  const { t } = useTranslation("practice");
  const { step, steps, place, scale } = page;
  useFocusOnQuestion(step?.key ?? "");
  if (isPast(place)) {
    return (
      <>
        <TypedTexts result={result} />
        <Alert>
          <p>{t("score.over")}</p>
        </Alert>
        <Card title={t("score.yours")}>
          <OwnAnswers page={page} />
        </Card>
        <PracticeNext place={place} />
      </>
    );
  }
  if (!step) return <Check page={page} result={result} />;
  const number = steps.findIndex(({ key }) => key === step.key) + 1;
  return (
    <>
      <p className="mw-soft">{t("score.question", { number, total: steps.length })}</p>
      <RatingStep
        key={step.key}
        step={step}
        scale={scale}
        last={number === steps.length}
        result={result}
      />
    </>
  );
}

function Check({ page, result }: ScoringProps) {
  const { t } = useTranslation("practice");
  const { check, steps } = page;
  const complete = check.unanswered + check.withoutReason === 0;
  const words = complete ? [t("score.complete"), t("score.leader")] : [t("score.incomplete")];
  return (
    <Card
      title={
        <span id="vraag" tabIndex={-1}>
          {t("score.checkTitle")}
        </span>
      }
    >
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <OwnAnswers page={page} />
      <Form intent="reveal" result={result} warnOnLeave={false}>
        <FormActions>
          <SubmitButton>{t("score.reveal")}</SubmitButton>
          <LinkButton to={`?stap=${steps.at(-1)?.key ?? ""}`}>{t("score.back")}</LinkButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function OwnAnswers({ page }: { page: PracticeScoring }) {
  const { t, language } = useTranslation("practice");
  const { t: scoring } = useTranslation("scoring");
  const choiceText = useChoiceText(page.scale);
  const changeable = !isPast(page.place);
  return (
    <dl className="mw-check">
      {page.check.rows.map(({ key, question, cells }) => (
        <div key={key} className="mw-check__question">
          <dt>
            {changeable ? (
              <TextLink to={`?stap=${key}`}>{textIn(question, language)}</TextLink>
            ) : (
              textIn(question, language)
            )}
          </dt>
          {cells.map(({ optionId, choice, reason, reasonMissing }) => (
            <dd key={optionId}>
              <span className="mw-soft">
                {page.options.find(({ id }) => id === optionId)?.title}:{" "}
              </span>
              <strong>{choice === null ? t("score.notAnswered") : choiceText(choice)}</strong>
              {reason === "" ? null : <span className="mw-prose"> {reason}</span>}
              {reasonMissing ? <strong> {scoring("check.reasonMissing")}</strong> : null}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
