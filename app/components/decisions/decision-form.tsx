import { useTranslation } from "#app/i18n/use-translation.ts";
import { isRowsResult } from "#app/schemas/form-rows.ts";
import type { ComparedResult } from "#app/schemas/equal-treatment-view.ts";
import type { DecisionFormPage, DecisionWork } from "#app/schemas/decision-view.ts";
import { Form, FormActions, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { CitizenFields } from "./citizen-fields.tsx";
import { conditionsToStart, withConditionDefaults } from "./condition-defaults.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { DiscussionFields } from "./discussion-fields.tsx";
import { EqualTreatmentFields } from "./equal-treatment-fields.tsx";
import { GroundFields } from "./ground-fields.tsx";
import { MotivationFields, WithdrawalReason } from "./motivation-fields.tsx";
import { OptionFields } from "./option-fields.tsx";
import { PrecedentCheckFields } from "./precedent-check-fields.tsx";
import { ReasonFields } from "./reason-fields.tsx";
import { useDecisionLabels } from "./use-decision-labels.ts";

const fetchDecisionForm = () =>
  import("#app/schemas/decision.ts").then((module) => module.decisionForm);

type DecisionFormProps = {
  page: DecisionFormPage;
  work: DecisionWork;
  result: ComparedResult | undefined;
};

/** The decision from what is known to what is told, with the precedent check in the middle. */
export function DecisionForm({ page, work, result }: DecisionFormProps) {
  const { t } = useTranslation("decisions");
  const { draft, mayTake, isAssessor } = page;
  const labels = useDecisionLabels(work);
  const isOwn = result !== undefined && result.values.intent !== "discard";
  const given = isOwn ? withConditionDefaults(result, work) : undefined;
  return (
    <Form
      key={isRowsResult(result) ? result.stamp : `${draft?.id ?? "new"}.${draft?.version ?? 0}`}
      intent="save"
      schema={fetchDecisionForm}
      values={{ ...work.values, conditions: conditionsToStart(work) }}
      result={given}
      labels={labels}
      className="mw-form--wide"
    >
      <HiddenField name="decisionId" value={draft?.id ?? ""} />
      <HiddenField name="version" value={draft?.version ?? 0} />
      {draft?.kind === "withdrawal" ? (
        <WithdrawalReason perspectives={work.perspectives} />
      ) : (
        <FullDecision page={page} work={work} result={given} />
      )}
      <CitizenFields withdrawal={draft?.kind === "withdrawal"} />
      <FormActions>
        {mayTake && !isAssessor ? (
          <SubmitButton intent="take" aria-describedby="take-hint">
            {t("prepare.take")}
          </SubmitButton>
        ) : null}
        <SubmitButton purpose="secondary">{t("prepare.save")}</SubmitButton>
      </FormActions>
      {mayTake && !isAssessor ? (
        <p className="mw-hint" id="take-hint">
          {t("prepare.takeHint")}
        </p>
      ) : null}
    </Form>
  );
}

function FullDecision({ page, work, result }: DecisionFormProps) {
  const { t } = useTranslation("decisions");
  const { caseFile, mayTake, isAssessor } = page;
  const view = result?.treatment ?? work.treatment;
  return (
    <>
      <OptionFields work={work} />
      <DiscussionFields work={work} />
      <MotivationFields work={work} />
      <GroundFields severalClaims={work.claims.length > 1} />
      <ReasonFields facts={work.facts} />
      <PrecedentCheckFields precedents={work.precedents} facts={work.facts} levels={work.levels}>
        {view ? (
          <EqualTreatmentFields
            caseId={caseFile.id}
            view={view}
            levels={work.levels}
            mayTake={mayTake && !isAssessor}
            comesBack={isRowsResult(result) && result.focus === "equalTreatment"}
          />
        ) : null}
      </PrecedentCheckFields>
      <TextArea
        name="minorityView"
        label={t("minority.label")}
        description={t("minority.hint")}
        max={20_000}
        optional
      />
      <ConditionFields work={work} result={result} />
    </>
  );
}
