import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { FollowUpCondition } from "#app/schemas/follow-up-view.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { resultOf } from "../result-of.ts";
import { StatusBadge } from "../status-badge.tsx";

const fetchFollowUpForm = () =>
  import("#app/schemas/follow-up.ts").then((module) => module.followUpForm);

type ConditionListProps = {
  conditions: readonly FollowUpCondition[];
  result: FormResult | undefined;
};

/** What was agreed, and what became of it. */
export function ConditionList({ conditions, result }: ConditionListProps) {
  const { t } = useTranslation("decisions");
  return (
    <Card title={t("followUp.conditions")}>
      {conditions.length === 0 ? (
        <p>{t("followUp.noConditions")}</p>
      ) : (
        <ul className="mw-work">
          {conditions.map((condition) => (
            <Condition key={condition.id} condition={condition} result={result} />
          ))}
        </ul>
      )}
    </Card>
  );
}

type ConditionProps = { condition: FollowUpCondition; result: FormResult | undefined };

function Condition({ condition, result }: ConditionProps) {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  const { text, owner, dueDate, state, doneAt, doneBy, doneNote } = condition;
  const due = format.date(dueDate);
  return (
    <li className="mw-work__item">
      <div className="mw-work__words">
        <Prose text={text} />
        <p className="mw-work__facts">
          <span>{t("followUp.owner", { name: owner })}</span>
          {state === "overdue" ? (
            <span className="mw-work__overdue">{t("followUp.overdue", { date: due })}</span>
          ) : (
            <span>{t("followUp.due", { date: due })}</span>
          )}
        </p>
        {doneAt === null ? null : (
          <p>{t("followUp.doneBy", { date: format.date(doneAt), name: doneBy ?? "" })}</p>
        )}
        <Prose text={doneNote} />
        {condition.mayRecord ? <RecordCondition condition={condition} result={result} /> : null}
      </div>
      <StatusBadge kind="dueState" status={state} />
    </li>
  );
}

function RecordCondition({ condition: { id, text, doneAt }, result }: ConditionProps) {
  const { t } = useTranslation("decisions");
  const own = result?.values.conditionId === id ? result : undefined;
  if (doneAt !== null) {
    const refused = resultOf(own, "condition-open");
    return (
      <Disclosure summary={t("followUp.reopenSummary")} open={refused !== undefined}>
        <Form intent="condition-open" schema={fetchFollowUpForm} result={refused}>
          <HiddenField name="conditionId" value={id} />
          <TextArea name="note" label={t("followUp.reopenNote")} rows={2} max={2000} />
          <FormActions>
            <SubmitButton purpose="secondary">{t("followUp.reopen")}</SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    );
  }
  const refused = resultOf(own, "condition-done");
  return (
    <Disclosure summary={t("followUp.done")} open={refused !== undefined}>
      <Form
        intent="condition-done"
        schema={fetchFollowUpForm}
        result={refused}
        aria-label={t("followUp.doneFor", { text })}
      >
        <HiddenField name="conditionId" value={id} />
        <TextArea name="note" label={t("followUp.note")} rows={2} max={2000} optional />
        <FormActions>
          <SubmitButton>{t("followUp.done")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
