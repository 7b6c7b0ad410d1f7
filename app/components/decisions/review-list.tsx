import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { helpAnswers } from "#app/domain/follow-up.ts";
import { bearers } from "#app/domain/option.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { FollowUpPage, FollowUpReview } from "#app/schemas/follow-up-view.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  DateField,
  Form,
  FormActions,
  HiddenField,
  MoneyField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
} from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { resultOf } from "../result-of.ts";
import { StatusBadge } from "../status-badge.tsx";

const fetchFollowUpForm = () =>
  import("#app/schemas/follow-up.ts").then((module) => module.followUpForm);

type ReviewsProps = { page: FollowUpPage; result: FormResult | undefined };

/** Looking back: planned, held, and whether it helped. */
export function ReviewList({ page, result }: ReviewsProps) {
  const { t } = useTranslation("decisions");
  return (
    <Card title={t("followUp.reviews")}>
      {page.reviews.length === 0 ? (
        <p>{t("followUp.noReviews")}</p>
      ) : (
        <ul className="mw-work">
          {page.reviews.map((review) => (
            <li key={review.id} className="mw-work__item">
              <div className="mw-work__words">
                {review.heldAt === null ? (
                  <Planned review={review} mayRecord={page.mayRecord} result={result} />
                ) : (
                  <Held review={review} heldAt={review.heldAt} />
                )}
              </div>
              <StatusBadge kind="dueState" status={review.state} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Held({ review, heldAt }: { review: FollowUpReview; heldAt: number }) {
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const words = (answer: FollowUpReview["helpedCitizen"]) =>
    answer ? terms(`helpAnswer.${answer}`) : null;
  const { helpedCitizen, helpedProfessional, conditionsKept, costs, note, heldBy } = review;
  return (
    <>
      <p className="mw-work__title">
        {t("followUp.reviewHeld", { date: format.date(heldAt), name: heldBy ?? "" })}
      </p>
      <DataList
        items={[
          { key: "citizen", label: t("followUp.helpedCitizen"), value: words(helpedCitizen) },
          {
            key: "professional",
            label: t("followUp.helpedProfessional"),
            value: words(helpedProfessional),
          },
          { key: "kept", label: t("followUp.conditionsKept"), value: words(conditionsKept) },
          ...bearers.flatMap((bearer) => {
            const cents = costs?.[bearer];
            const label = t("followUp.costsOf", { bearer: terms(`bearer.${bearer}`) });
            return cents === undefined ? [] : [{ key: bearer, label, value: format.euro(cents) }];
          }),
        ]}
      />
      <Prose text={note} />
    </>
  );
}

type PlannedProps = {
  review: FollowUpReview;
  mayRecord: boolean;
  result: FormResult | undefined;
};

function Planned({ review, mayRecord, result }: PlannedProps) {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  const date = format.date(review.dueDate);
  return (
    <>
      <p className="mw-work__title">{t("followUp.reviewPlanned", { date })}</p>
      <p className="mw-work__facts">
        <span>{t("followUp.owner", { name: review.owner })}</span>
        {review.state === "overdue" ? (
          <span className="mw-work__overdue">{t("followUp.overdueReview", { date })}</span>
        ) : null}
      </p>
      {mayRecord ? <HoldReview review={review} date={date} result={result} /> : null}
    </>
  );
}

type HoldProps = { review: FollowUpReview; date: string; result: FormResult | undefined };

function HoldReview({ review, date, result }: HoldProps) {
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  const own = result?.values.reviewId === review.id ? resultOf(result, "review-held") : undefined;
  const answers = helpAnswers.map((value) => ({ value, label: terms(`helpAnswer.${value}`) }));
  const questions = ["helpedCitizen", "helpedProfessional", "conditionsKept"] as const;
  return (
    <Disclosure summary={t("followUp.holdTitle", { date })} open={own !== undefined}>
      <Form intent="review-held" schema={fetchFollowUpForm} result={own}>
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
        <Disclosure summary={t("followUp.costs")} open={own !== undefined}>
          <p>{t("followUp.costsHint")}</p>
          {bearers.map((bearer) => (
            <MoneyField
              key={bearer}
              name={`costs.${bearer}`}
              label={terms(`bearer.${bearer}`)}
              optional
            />
          ))}
        </Disclosure>
        <TextArea
          name="note"
          label={t("followUp.reviewNote")}
          description={t("followUp.reviewNoteHint")}
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

/** One look back more. */
export function PlanReview({ page, result }: ReviewsProps) {
  const { t } = useTranslation("decisions");
  const own = resultOf(result, "review-planned");
  const owners = page.owners.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Disclosure summary={t("followUp.planTitle")} open={own !== undefined}>
      <Form intent="review-planned" schema={fetchFollowUpForm} result={own}>
        <SelectField name="ownerId" label={t("followUp.planOwner")} options={owners} />
        <DateField name="dueDate" label={t("followUp.planDue")} />
        <FormActions>
          <SubmitButton purpose="secondary">{t("followUp.plan")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
