import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { PracticeSecondRound } from "#app/schemas/practice-view.ts";
import { reasonLimit } from "#app/schemas/rating-choices.ts";
import { Card } from "../card.tsx";
import { Form, FormActions, RadioGroup, SubmitButton, TextArea } from "../form/index.ts";
import { resultOf } from "../result-of.ts";
import { TypedTexts } from "../sessions/typed-texts.tsx";
import { useChoiceText } from "../sessions/use-choice-text.ts";
import { isPast } from "./practice-frame.tsx";
import { PracticeNext, PreviousStep } from "./practice-next.tsx";

const secondSchema = () => import("#app/schemas/practice.ts").then((m) => m.practiceSecondSchema);

type SecondProps = { page: PracticeSecondRound; result: FormResult | undefined };

/** Staying is one press; changing asks why. */
export function SecondJudgement({ page, result }: SecondProps) {
  const { t } = useTranslation("practice");
  const { place, own } = page;
  const choiceText = useChoiceText(page.scale);
  if (isPast(place)) return <Answered page={page} result={result} />;
  return (
    <>
      <Card title={t("second.stayTitle")}>
        <p>{t("second.own", { choice: choiceText(own.choice) })}</p>
        {own.reason === "" ? null : <p>{t("second.ownReason", { reason: own.reason })}</p>}
        <Form intent="stay" result={resultOf(result, "stay")} warnOnLeave={false}>
          <FormActions>
            <SubmitButton>{t("second.stay")}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
      <Card title={t("second.changeTitle")}>
        <ChangeForm page={page} result={resultOf(result, "change")} />
      </Card>
      <p>{t("second.firstStays")}</p>
      <div className="utrecht-button-group">
        <PreviousStep place={place} />
      </div>
    </>
  );
}

function ChangeForm({ page, result }: SecondProps) {
  const { t, language } = useTranslation("practice");
  return (
    <Form schema={secondSchema} intent="change" result={result}>
      <RadioGroup
        name="choice"
        label={t("second.choice")}
        options={page.scale.map((word, place) => ({
          value: String(place + 1),
          label: `${place + 1} ${textIn(word, language)}`,
        }))}
      />
      <TextArea
        name="reason"
        label={t("second.reason")}
        description={t("second.reasonHint")}
        rows={3}
        max={reasonLimit}
      />
      <FormActions>
        <SubmitButton purpose="secondary">{t("second.change")}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function Answered({ page, result }: SecondProps) {
  const { t } = useTranslation("practice");
  const { place, second, scale } = page;
  const choiceText = useChoiceText(scale);
  const stayed = second === null || second.choice === "stay";
  return (
    <>
      <TypedTexts result={result} />
      <Card>
        <p>
          {stayed
            ? t("second.doneStay")
            : t("second.doneChange", { choice: choiceText(second.choice) })}
        </p>
        {stayed ? null : <p className="mw-prose">{second.reason}</p>}
        <p>{t("second.firstStays")}</p>
      </Card>
      <PracticeNext place={place} />
    </>
  );
}
