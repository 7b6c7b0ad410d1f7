import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { laterKinds } from "#app/schemas/decision-choices.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ProceedingsPage, ProceedingView } from "#app/schemas/proceeding-view.ts";
import {
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SubmitButton,
  TextArea,
} from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { resultOf } from "../result-of.ts";
import { fetchProceedingForm } from "./proceeding-form.ts";

type NewDecisionProps = {
  proceeding: ProceedingView;
  page: ProceedingsPage;
  result: FormResult | undefined;
};

/** After it was upheld: the way to the version of the decision that must follow. */
export function NewDecision({ proceeding, page, result }: NewDecisionProps) {
  const { t } = useTranslation("aftercare");
  const { caseFile, drafting, mayPrepare, decision } = page;
  if (!mayPrepare) return <p>{t("proceedings.decide.other")}</p>;
  if (drafting) {
    return (
      <>
        <p>{t("proceedings.decide.draft")}</p>
        <LinkButton to={`/casussen/${caseFile.id}/besluit`}>
          {t("proceedings.decide.toDraft")}
        </LinkButton>
      </>
    );
  }
  if (!decision) return null;
  return <StartVersion proceeding={proceeding} decisionId={decision.id} result={result} />;
}

type StartProps = Pick<NewDecisionProps, "proceeding" | "result"> & { decisionId: string };

function StartVersion({ proceeding, decisionId, result }: StartProps) {
  const { t } = useTranslation("aftercare");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const { id, kind, receivedAt, outcome } = proceeding;
  const words = {
    kind: terms(`remedyKind.${kind}`),
    date: format.date(receivedAt),
    outcome: outcome ? terms(`proceedingOutcome.${outcome}`).toLowerCase() : "",
  };
  return (
    <>
      <h4 className="nl-heading nl-heading--level-5">{t("proceedings.decide.title")}</h4>
      <p>{t("proceedings.decide.text")}</p>
      <Form
        intent="new-decision"
        schema={fetchProceedingForm}
        values={{
          kind: "objection_review",
          reason: t("proceedings.decide.reasonStart", words),
        }}
        result={resultOf(result, "new-decision")}
      >
        <HiddenField name="proceedingId" value={id} />
        <HiddenField name="decisionId" value={decisionId} />
        <RadioGroup
          name="kind"
          label={t("proceedings.decide.kind")}
          options={laterKinds.map((value) => ({ value, label: terms(`decisionKind.${value}`) }))}
        />
        <TextArea name="reason" label={t("proceedings.decide.reason")} rows={3} max={2000} />
        <FormActions>
          <SubmitButton>{t("proceedings.decide.save")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}
