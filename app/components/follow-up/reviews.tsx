import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { bearers } from "#app/domain/option.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { FollowUpPage, FollowUpReview } from "#app/schemas/follow-up-view.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { Disclosure } from "../disclosure.tsx";
import { DateField, Form, FormActions, SelectField, SubmitButton } from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { resultOf } from "../result-of.ts";
import { ComparedCosts } from "./compared-costs.tsx";
import { HoldReview } from "./hold-review.tsx";

const fetchFollowUpForm = () =>
  import("#app/schemas/follow-up.ts").then((module) => module.followUpForm);

type ReviewsProps = { page: FollowUpPage; result: FormResult | undefined };

type PlannedProps = ReviewsProps & { review: FollowUpReview };

/** A look back that is still to come, and the form to record it with. */
export function PlannedReview({ review, page, result }: PlannedProps) {
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
      {page.mayRecord ? (
        <div className="mw-screen-only">
          <HoldReview {...{ review, page, result, date }} />
        </div>
      ) : null}
    </>
  );
}

/** What was looked back on, newest last, and the way to plan another look. */
export function HeldReviews({ page, result }: ReviewsProps) {
  const { t } = useTranslation("decisions");
  const { t: aftercare } = useTranslation("aftercare");
  const held = page.reviews.filter(({ heldAt }) => heldAt !== null);
  return (
    <Card title={t("followUp.reviews")}>
      {held.length === 0 ? <p>{aftercare("review.none")}</p> : null}
      {held.map((review) => (
        <Held key={review.id} review={review} />
      ))}
      {page.mayRecord ? (
        <div className="mw-screen-only">
          <PlanReview page={page} result={result} />
        </div>
      ) : null}
    </Card>
  );
}

function Held({ review }: { review: FollowUpReview }) {
  const { t } = useTranslation("decisions");
  const { t: aftercare } = useTranslation("aftercare");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const words = (answer: FollowUpReview["helpedCitizen"]) =>
    answer ? terms(`helpAnswer.${answer}`) : null;
  const { helpedCitizen, helpedProfessional, conditionsKept, signalTakenUp } = review;
  const { costs, compared, note, learned, heldBy } = review;
  const date = format.date(review.heldAt ?? 0);
  return (
    <section className="mw-stack">
      <h3 className="nl-heading nl-heading--level-4">
        {t("followUp.reviewHeld", { date, name: heldBy ?? "" })}
      </h3>
      <DataList
        items={[
          { key: "citizen", label: t("followUp.helpedCitizen"), value: words(helpedCitizen) },
          {
            key: "professional",
            label: t("followUp.helpedProfessional"),
            value: words(helpedProfessional),
          },
          { key: "kept", label: t("followUp.conditionsKept"), value: words(conditionsKept) },
          {
            key: "signal",
            label: aftercare("review.signalTakenUp"),
            value: words(signalTakenUp),
          },
          ...bearers.flatMap((bearer) => {
            const cents = compared ? undefined : costs?.[bearer];
            const label = t("followUp.costsOf", { bearer: terms(`bearer.${bearer}`) });
            return cents === undefined ? [] : [{ key: bearer, label, value: format.euro(cents) }];
          }),
          {
            key: "note",
            label: t("followUp.reviewNote"),
            value: note ? <Prose text={note} /> : null,
          },
          {
            key: "learned",
            label: aftercare("review.learned"),
            value: learned ? <Prose text={learned} /> : null,
          },
        ]}
      />
      {compared ? <ComparedCosts rows={compared} costs={costs} date={date} /> : null}
    </section>
  );
}

/** One look back more. */
function PlanReview({ page, result }: ReviewsProps) {
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
