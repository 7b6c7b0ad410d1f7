import type { LocalText } from "#app/domain/local-text.ts";
import type { ItemPhase } from "#app/domain/session.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { PanelProgress, type Member } from "./panel-progress.tsx";

type RevealFormProps = {
  session: { id: string };
  caseFile: { id: string };
  phase: ItemPhase;
  round: number;
  leads: boolean;
  perspectives: { key: string; name: LocalText }[];
  members: Member[];
  missing: Member[];
  result: FormResult | undefined;
};

/** The last question before everything is shown: who is missing, and why it cannot wait. */
export function RevealForm(props: RevealFormProps) {
  const { session, caseFile, phase, leads, perspectives, members, missing, result } = props;
  const { t } = useTranslation("sessions");
  const { t: results } = useTranslation("results");
  const second = props.round > 1;
  const item = `/zittingen/${session.id}/casussen/${caseFile.id}`;
  if (phase !== "scoring") {
    return (
      <Card>
        <Alert kind="warning" title={t(`reveal.not.${phase}`)} />
        <LinkButton to={phase === "prepare" ? item : `${item}/uitkomst`}>
          {t(phase === "prepare" ? "reveal.back" : "moves.outcome")}
        </LinkButton>
      </Card>
    );
  }
  return (
    <Card title={t(missing.length > 0 ? "reveal.missingTitle" : "reveal.completeTitle")}>
      {missing.length > 0 ? (
        <>
          <p>{second ? results("reveal2.missingText") : t("reveal.missingText")}</p>
          <ul className="mw-panels__people">
            {missing.map(({ personId, name, status }) => (
              <li key={personId}>
                <span>{name}</span>
                <StatusBadge kind="progressStatus" status={status} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{second ? results("reveal2.completeText") : t("reveal.completeText")}</p>
      )}
      <PanelProgress perspectives={perspectives} members={members} showStatus />
      <Alert kind="warning" title={t("reveal.onceTitle")}>
        <p>{t("reveal.onceText")}</p>
      </Alert>
      {leads ? (
        <RevealAct
          item={item}
          round={props.round}
          asksReason={missing.length > 0}
          result={result}
        />
      ) : (
        <Alert title={t("reveal.notLeading")} />
      )}
    </Card>
  );
}

type RevealActProps = {
  item: string;
  round: number;
  asksReason: boolean;
  result: FormResult | undefined;
};

function RevealAct({ item, round, asksReason, result }: RevealActProps) {
  const { t } = useTranslation("sessions");
  const { t: terms } = useTranslation();
  return (
    <Form result={result}>
      <HiddenField name="round" value={String(round)} />
      {asksReason ? (
        <TextArea
          name="reason"
          label={t("reveal.reason")}
          description={t("reveal.reasonHint")}
          max={4000}
          rows={3}
        />
      ) : null}
      <FormActions>
        <SubmitButton>{t("reveal.do")}</SubmitButton>
        <LinkButton to={item}>{terms("cancel")}</LinkButton>
      </FormActions>
    </Form>
  );
}
