import { caseSteps, type CaseStep } from "#app/domain/case-file.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { stepAddress } from "#app/schemas/case-steps.ts";
import { isRowsResult } from "#app/schemas/form-rows.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { StepPage } from "#app/schemas/case-step-view.ts";
import { Form, FormActions, HiddenField, SubmitButton } from "../form/index.ts";
import { Stepper } from "../stepper.tsx";
import { useFieldName } from "./field-name.ts";
import { CheckFields } from "./steps/check-fields.tsx";
import { FactsFields } from "./steps/facts-fields.tsx";
import { LawFields } from "./steps/law-fields.tsx";
import { ClaimFields } from "./steps/options-fields.tsx";
import { PeopleFields } from "./steps/people-fields.tsx";
import { SituationFields } from "./steps/situation-fields.tsx";

const fetchStepSchema = (step: CaseStep) =>
  import("#app/schemas/case-file.ts").then((module) => module.stepSchemas[step]);

type StepProps = { page: StepPage; result: FormResult | undefined };

/** One step of the case file: its fields, saved by themselves. */
export function StepForm({ page, result }: StepProps) {
  const { t } = useTranslation("cases");
  const { step, caseFile, base, values, claims } = page;
  return (
    <Form
      key={isRowsResult(result) ? result.stamp : step}
      schema={() => fetchStepSchema(step)}
      values={step === "options" ? { claims } : values}
      result={result}
      labels={useLabels(page)}
      className="mw-form--wide"
    >
      <HiddenField name="version" value={caseFile.version} />
      <HiddenField name="base" value={base} />
      <StepFields page={page} result={result} />
      <FormActions>
        <SubmitButton intent="continue">
          {step === "check" ? t("form.saveLast") : t("form.save")}
        </SubmitButton>
        <SubmitButton intent="close" purpose="secondary">
          {t("form.close")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

function StepFields({ page, result }: StepProps) {
  const { step, scopes, mayExtendTerm, facts, claims, questions } = page;
  switch (step) {
    case "situation":
      return <SituationFields />;
    case "law":
      return <LawFields scopes={scopes} mayExtendTerm={mayExtendTerm} />;
    case "facts":
      return <FactsFields facts={facts} />;
    case "options":
      return <ClaimFields claims={claims} result={result} />;
    case "people":
      return <PeopleFields />;
    case "check":
      return <CheckFields questions={questions} />;
  }
}

/** Words for the summary of errors and for conflicts, which stand above the fields. */
function useLabels({ values, facts, questions, claims }: StepPage): Record<string, string> {
  const { t } = useTranslation("cases");
  const fieldName = useFieldName();
  const labels: Record<string, string> = { claims: t("field.claims") };
  for (const name of Object.keys(values)) labels[name] ??= fieldName(name);
  for (const { key, question } of questions) labels[`answers.${key}`] = question;
  for (const { id, label } of facts) {
    labels[`facts.${id}.answer`] = label;
    labels[`facts.${id}.amount`] = `${label}: ${t("facts.amount")}`;
    labels[`facts.${id}.note`] = `${label}: ${t("facts.note")}`;
    labels[`facts.${id}.source`] = `${label}: ${t("facts.source")}`;
  }
  for (let index = 0; index < claims.length + 20; index += 1) {
    const claim = t("field.claimOf", { number: index + 1 });
    labels[`claims.${index}.label`] = `${claim}: ${t("field.claimLabel")}`;
    labels[`claims.${index}.cents`] = `${claim}: ${t("field.claimCents")}`;
  }
  return labels;
}

/** Where you are in the case file; every step can be gone to. */
export function CaseStepper({ page }: { page: StepPage }) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const { caseFile, step: current } = page;
  const state = (step: (typeof caseSteps)[number]) => {
    if (step === current) return "current" as const;
    return caseFile.savedSteps.includes(step) ? ("done" as const) : ("todo" as const);
  };
  return (
    <Stepper
      label={t("form.steps")}
      steps={caseSteps.map((step) => ({
        key: step,
        label: terms(`caseStep.${step}`),
        state: state(step),
        to: stepAddress(caseFile.id, step),
      }))}
    />
  );
}
