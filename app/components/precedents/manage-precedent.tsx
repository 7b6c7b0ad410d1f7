import { precedentVisibilities } from "#app/domain/precedent-rules.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { PrecedentEditor } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import {
  DateField,
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SelectField,
  SubmitButton,
} from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { resultOf } from "../result-of.ts";

const fetchPrecedentForm = () =>
  import("#app/schemas/precedent.ts").then((module) => module.precedentForm);

type ManageProps = { page: PrecedentEditor; result: FormResult | undefined };

/** What can be done with a precedent that counts: look at it again, keep it, and who sees and tends it. */
export function ManagePrecedent({ page, result }: ManageProps) {
  if (!page.counts) return null;
  return (
    <>
      <PlannedEnd page={page} result={result} />
      <ReviewPrecedent page={page} result={result} />
      <Management page={page} result={result} />
    </>
  );
}

/** An end date that has not come can be taken back. */
function PlannedEnd({ page: { precedent }, result }: ManageProps) {
  const { t } = useTranslation("precedents");
  const format = useFormat();
  const { validUntil, endReason, version } = precedent;
  if (validUntil === null) return null;
  return (
    <Card title={t("edit.planned_title", { date: format.date(validUntil) })} tone="accent">
      <p>{t("edit.planned_text")}</p>
      {endReason ? <Prose text={endReason} /> : null}
      <Form intent="keep" result={resultOf(result, "keep")} warnOnLeave={false}>
        <HiddenField name="version" value={version} />
        <FormActions>
          <SubmitButton purpose="secondary">{t("edit.keep")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

/** Still right: the next time is planned at once. */
function ReviewPrecedent({ page: { precedent, isReviewDue }, result }: ManageProps) {
  const { t } = useTranslation("precedents");
  const format = useFormat();
  const { reviewDate, version } = precedent;
  if (!isReviewDue) return null;
  return (
    <Card title={t("edit.review_again")} tone="accent">
      {reviewDate === null ? null : <p>{t("edit.review_by", { date: format.date(reviewDate) })}</p>}
      <p>{t("edit.review_text")}</p>
      <Form intent="review" schema={fetchPrecedentForm} result={resultOf(result, "review")}>
        <HiddenField name="version" value={version} />
        <DateField
          name="reviewDate"
          label={t("edit.review_next")}
          description={t("edit.review_nextHint")}
          optional
        />
        <FormActions>
          <SubmitButton>{t("edit.review_done")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function Management({ page: { precedent, owners }, result }: ManageProps) {
  const { t } = useTranslation("precedents");
  const { t: terms } = useTranslation();
  const { visibility, ownerId, reviewDate, version } = precedent;
  const knowsOwner = owners.some(({ id }) => id === ownerId);
  return (
    <Card title={t("edit.manage_title")}>
      <p>{t("edit.manage_text")}</p>
      <Form
        intent="manage"
        schema={fetchPrecedentForm}
        result={resultOf(result, "manage")}
        values={{ visibility, ownerId, reviewDate }}
      >
        <HiddenField name="version" value={version} />
        <RadioGroup
          name="visibility"
          label={t("edit.visibility")}
          options={precedentVisibilities.map((value) => ({
            value,
            label: terms(`visibility.${value}`),
            description: t(`edit.visibilityHint.${value}`),
          }))}
        />
        <SelectField
          name="ownerId"
          label={t("edit.owner")}
          description={t("edit.ownerHint")}
          empty={knowsOwner ? false : undefined}
          options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField name="reviewDate" label={t("edit.reviewDate")} />
        <FormActions>
          <SubmitButton>{terms("save")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
