import { helpAnswers } from "#app/domain/follow-up.ts";
import { bearers } from "#app/domain/option.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { isRowsResult } from "#app/schemas/form-rows.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { FollowUpPage, FollowUpReview } from "#app/schemas/follow-up-view.ts";
import { RowGroups } from "../cases/row-groups.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  Fieldset,
  Form,
  FormActions,
  HiddenField,
  MoneyField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { RightLink } from "../right-link.tsx";

const fetchFollowUpForm = () =>
  import("#app/schemas/follow-up.ts").then((module) => module.followUpForm);

type HoldProps = {
  review: FollowUpReview;
  page: FollowUpPage;
  result: FormResult | undefined;
  /** The day it was planned for, in words. */
  date: string;
};

const questions = ["helpedCitizen", "helpedProfessional", "conditionsKept"] as const;

/** The short form of a look back: did it help, what did it cost, what would we do differently. */
export function HoldReview({ review, page, result, date }: HoldProps) {
  const { t } = useTranslation("decisions");
  const { t: aftercare } = useTranslation("aftercare");
  const answers = useAnswers();
  // By its field: the buttons for a line more or less post no intent.
  const own = result?.values.reviewId === review.id ? result : undefined;
  const lines = page.startLines;
  return (
    <Disclosure summary={t("followUp.holdTitle", { date })} open={own !== undefined}>
      <Form
        key={isRowsResult(own) ? own.stamp : review.id}
        intent="review-held"
        schema={fetchFollowUpForm}
        values={{ lines }}
        result={own}
        labels={useLineLabels(own, lines.length)}
        className="mw-form--wide"
      >
        <HiddenField name="reviewId" value={review.id} />
        {questions.map((name) => (
          <RadioGroup
            key={name}
            name={name}
            label={t(`followUp.${name}`)}
            options={answers}
            inline
          />
        ))}
        {page.signals.length > 0 ? <SignalQuestion signals={page.signals} /> : null}
        <CostFields page={page} result={own} />
        <TextArea
          name="note"
          label={t("followUp.reviewNote")}
          description={t("followUp.reviewNoteHint")}
          max={5000}
          optional
        />
        <TextArea
          name="learned"
          label={aftercare("review.learned")}
          description={aftercare("review.learnedHint")}
          max={5000}
          optional
        />
        <FormActions>
          <SubmitButton>{t("followUp.hold")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

function useAnswers() {
  const { t } = useTranslation();
  return helpAnswers.map((value) => ({ value, label: t(`helpAnswer.${value}`) }));
}

function SignalQuestion({ signals }: Pick<FollowUpPage, "signals">) {
  const { t } = useTranslation("aftercare");
  const answers = useAnswers();
  return (
    <>
      <RadioGroup name="signalTakenUp" label={t("review.signalTakenUp")} options={answers} inline />
      <ul>
        {signals.map(({ id, number, title }) => (
          <li key={id}>
            <RightLink right="signal.read" to={`/signalen/${id}`}>
              {t("review.signal", { number, title })}
            </RightLink>
          </li>
        ))}
      </ul>
    </>
  );
}

type CostFieldsProps = { page: FollowUpPage; result: FormResult | undefined };

function CostFields({ page, result }: CostFieldsProps) {
  const { t } = useTranslation("aftercare");
  const { t: decisions } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  const { startLines, startsFromEstimate } = page;
  const started = startsFromEstimate ? "review.costsFromEstimate" : "review.costsFromReview";
  return (
    <Fieldset
      legend={decisions("followUp.costs")}
      description={t(startLines.length > 0 ? started : "review.costsEmpty")}
    >
      <RowGroups
        list="lines"
        stored={startLines.length}
        result={result}
        addLabel={t("review.addLine")}
        rowLabel={(number) => t("review.line", { number })}
        removeLabel={(number) => t("review.removeLine", { number })}
      >
        {(index) => (
          <>
            <TextField name={`lines.${index}.post`} label={t("review.post")} />
            <MoneyField name={`lines.${index}.cents`} label={t("review.cents")} />
            <SelectField
              name={`lines.${index}.bearer`}
              label={t("review.bearer")}
              options={bearers.map((value) => ({ value, label: terms(`bearer.${value}`) }))}
            />
          </>
        )}
      </RowGroups>
    </Fieldset>
  );
}

/** The summary of errors cannot see the labels of rows. */
function useLineLabels(result: FormResult | undefined, stored: number): Record<string, string> {
  const { t } = useTranslation("aftercare");
  const count = Math.max(stored, 1, Object.keys(result?.values ?? {}).length);
  const fields = ["post", "cents", "bearer"] as const;
  const lines = Array.from({ length: count }, (_, index) =>
    fields.map((field) => [
      `lines.${index}.${field}`,
      `${t("review.line", { number: index + 1 })}: ${t(`review.${field}`)}`,
    ]),
  );
  return Object.fromEntries([
    ...lines.flat(),
    ["signalTakenUp", t("review.signalTakenUp")],
  ]) as Record<string, string>;
}
