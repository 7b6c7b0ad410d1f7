import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { FollowUpCondition, FollowUpPage } from "#app/schemas/follow-up-view.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextArea,
} from "../form/index.ts";
import { Prose } from "../prose.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";

const fetchFollowUpForm = () =>
  import("#app/schemas/follow-up.ts").then((module) => module.followUpForm);

type ConditionProps = {
  condition: FollowUpCondition;
  caseId: string;
  documents: FollowUpPage["documents"];
  result: FormResult | undefined;
};

/** What was agreed, by whom and until when, and the way to say that it was met. */
export function Condition(props: ConditionProps) {
  const { t } = useTranslation("decisions");
  const { t: aftercare } = useTranslation("aftercare");
  const format = useFormat();
  const { text, owner, dueDate, state, mayRecord, doneNote } = props.condition;
  const date = format.date(dueDate);
  return (
    <>
      <p className="mw-work__title">{aftercare("todo.condition")}</p>
      <Prose text={text} />
      <p className="mw-work__facts">
        <span>{t("followUp.owner", { name: owner })}</span>
        {state === "overdue" ? (
          <span className="mw-work__overdue">{t("followUp.overdue", { date })}</span>
        ) : (
          <span>{t("followUp.due", { date })}</span>
        )}
      </p>
      <Prose text={doneNote} />
      {mayRecord ? (
        <div className="mw-screen-only">
          <RecordDone {...props} />
        </div>
      ) : null}
    </>
  );
}

type DoneProps = { page: FollowUpPage; result: FormResult | undefined };

/** The conditions that were met, with what shows it. */
export function DoneConditions({ page, result }: DoneProps) {
  const { t } = useTranslation("decisions");
  const { t: aftercare } = useTranslation("aftercare");
  const format = useFormat();
  const done = page.conditions.filter(({ doneAt }) => doneAt !== null);
  if (done.length === 0) return null;
  return (
    <Card title={aftercare("todo.done")}>
      <ul className="mw-work">
        {done.map((condition) => (
          <li key={condition.id} className="mw-work__item">
            <div className="mw-work__words">
              <Prose text={condition.text} />
              <p className="mw-work__facts">
                {t("followUp.doneBy", {
                  date: format.date(condition.doneAt ?? 0),
                  name: condition.doneBy ?? "",
                })}
              </p>
              <Prose text={condition.doneNote} />
              <Proof proof={condition.proof} caseId={page.caseFile.id} />
              {condition.mayRecord ? (
                <div className="mw-screen-only">
                  <Reopen condition={condition} result={result} />
                </div>
              ) : null}
            </div>
            <StatusBadge kind="dueState" status={condition.state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Proof({ proof, caseId }: { proof: FollowUpCondition["proof"]; caseId: string }) {
  const { t } = useTranslation("aftercare");
  if (!proof) return null;
  const { id, name, removed } = proof;
  return (
    <p>
      {t("proof.shown")}{" "}
      {removed ? (
        t("proof.removed", { name })
      ) : (
        // Not a client-side link: the answer is a file.
        <a className="nl-link" href={`/casussen/${caseId}/documenten/${id}`} download={name}>
          {name}
        </a>
      )}
    </p>
  );
}

function RecordDone({ condition: { id, text }, caseId, documents, result }: ConditionProps) {
  const { t } = useTranslation("decisions");
  const { t: aftercare } = useTranslation("aftercare");
  const refused = ownResult(result, { id, intent: "condition-done" });
  const toDocuments = (
    <TextLink to={`/casussen/${caseId}/documenten`}>{aftercare("proof.toDocuments")}</TextLink>
  );
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
        {documents.length === 0 ? (
          <p>
            {aftercare("proof.empty")} {toDocuments}
          </p>
        ) : (
          <>
            <SelectField
              name="proofId"
              label={aftercare("proof.label")}
              description={aftercare("proof.hint")}
              options={documents.map((document) => ({ value: document.id, label: document.name }))}
              empty={aftercare("proof.none")}
              optional
            />
            <p>{toDocuments}</p>
          </>
        )}
        <FormActions>
          <SubmitButton>{t("followUp.done")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

type ReopenProps = Pick<ConditionProps, "condition" | "result">;

function Reopen({ condition: { id }, result }: ReopenProps) {
  const { t } = useTranslation("decisions");
  const refused = ownResult(result, { id, intent: "condition-open" });
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

function ownResult(
  result: FormResult | undefined,
  { id, intent }: { id: string; intent: string },
): FormResult | undefined {
  const { values } = result ?? {};
  return values?.conditionId === id && values.intent === intent ? result : undefined;
}
