import { useTranslation } from "#app/i18n/use-translation.ts";
import { laterKinds } from "#app/schemas/decision-choices.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { Form, FormActions, RadioGroup, SubmitButton, TextArea } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { resultOf } from "../result-of.ts";
import { RightLink } from "../right-link.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { FilePart } from "./file-part.tsx";

const fetchDecisionPageForm = () =>
  import("#app/schemas/decision.ts").then((module) => module.decisionPageForm);

type DecisionActionsProps = { page: DecisionPage; result: FormResult | undefined };

/** What can follow: a precedent, or a new version. */
export function DecisionActions({ page, result }: DecisionActionsProps) {
  const { t } = useTranslation("decisions");
  const { ownPrecedent, may, versions, caseFile } = page;
  const drafting = versions.some(({ status }) => status === "draft");
  return (
    <div className="mw-screen-only mw-stack">
      <FilePart page={page} />
      {ownPrecedent ? (
        <Card title={t("page.precedent")}>
          <p>
            <RightLink right="precedent.read" to={`/precedenten/${ownPrecedent.id}`}>
              {ownPrecedent.number}
            </RightLink>{" "}
            <StatusBadge kind="precedentStatus" status={ownPrecedent.status} />
          </p>
        </Card>
      ) : may.makePrecedent ? (
        <Card title={t("page.precedent")}>
          <p>{t("page.makePrecedentText")}</p>
          <Form
            intent="make-precedent"
            result={resultOf(result, "make-precedent")}
            warnOnLeave={false}
          >
            <FormActions>
              <SubmitButton>{t("page.makePrecedent")}</SubmitButton>
            </FormActions>
          </Form>
        </Card>
      ) : null}
      {may.startVersion ? <NewVersion result={resultOf(result, "new-version")} /> : null}
      {drafting ? (
        <Card tone="quiet">
          <p>{t("page.draftWaits")}</p>
          <LinkButton to={`/casussen/${caseFile.id}/besluit`}>{t("page.toDraft")}</LinkButton>
        </Card>
      ) : null}
    </div>
  );
}

function NewVersion({ result }: { result: FormResult | undefined }) {
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  const kinds = laterKinds.map((kind) => ({ value: kind, label: terms(`decisionKind.${kind}`) }));
  return (
    <Disclosure summary={t("page.newVersion")} open={result !== undefined}>
      <p>{t("page.newVersionText")}</p>
      <Form intent="new-version" schema={fetchDecisionPageForm} result={result}>
        <RadioGroup name="kind" label={t("page.kind")} options={kinds} />
        <TextArea name="reason" label={t("page.reason")} max={2000} />
        <FormActions>
          <SubmitButton>{t("page.start")}</SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
