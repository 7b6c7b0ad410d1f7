import type { ItemPhase } from "#app/domain/session.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { Form, SubmitButton } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { Stepper } from "../stepper.tsx";
import { TextLink } from "../text-link.tsx";

const steps = ["prepare", "scoring", "revealed", "concluded"] as const;

/** The way one case goes through a session. */
export function ItemPhases({ phase }: { phase: ItemPhase }) {
  const { t } = useTranslation("sessions");
  const place = steps.indexOf(phase);
  return (
    <Stepper
      label={t("item.phases")}
      steps={steps.map((step, index) => ({
        key: step,
        label: t(`phase.${step}`),
        state: index < place ? "done" : index === place ? "current" : "todo",
      }))}
    />
  );
}

type ItemMovesProps = {
  session: { id: string };
  caseFile: { id: string; status: string };
  phase: ItemPhase;
  scores: boolean;
  readsAlong: boolean;
  ready: boolean;
  leads: boolean;
  deputises: boolean;
  plans: boolean;
  options: number;
  weighingId: string | null;
};

/** What there is to do now for the person on the page. */
export function ItemMoves(props: ItemMovesProps) {
  const { phase, leads, scores, readsAlong } = props;
  const { t } = useTranslation("sessions");
  return (
    <>
      {phase === "scoring" && (scores || readsAlong) ? <ScoringMove {...props} /> : null}
      {phase === "revealed" || phase === "concluded" ? <OutcomeMove {...props} /> : null}
      {leads && phase === "prepare" ? <PrepareMove {...props} /> : null}
      {leads && phase === "scoring" ? <RevealMove /> : null}
      {!leads && props.plans && phase !== "concluded" ? (
        <Card title={t("moves.planTitle")} tone="quiet">
          <p>{t(props.deputises ? "moves.deputy" : "moves.otherLeads")}</p>
          <div className="utrecht-button-group">
            {phase === "prepare" || phase === "scoring" ? (
              <LinkButton to="panels">{t("moves.panels")}</LinkButton>
            ) : null}
            {props.deputises ? (
              <LinkButton to={`/zittingen/${props.session.id}`}>{t("moves.toSession")}</LinkButton>
            ) : null}
          </div>
        </Card>
      ) : null}
    </>
  );
}

function ScoringMove({ ready, readsAlong }: ItemMovesProps) {
  const { t } = useTranslation("sessions");
  const state = readsAlong ? "readsAlong" : ready ? "ready" : "score";
  return (
    <Card title={t(`moves.${state}Title`)} tone="accent">
      <p>{t(`moves.${state}Text`)}</p>
      <div className="utrecht-button-group">
        <LinkButton purpose="primary" to="beoordelen">
          {t(`moves.${state}`)}
        </LinkButton>
      </div>
    </Card>
  );
}

function PrepareMove({ options, caseFile }: ItemMovesProps) {
  const { t } = useTranslation("sessions");
  return (
    <Card title={t("moves.prepareTitle")} tone="accent">
      <p>{t("moves.prepareText")}</p>
      {options < 2 ? (
        <p>
          {t("moves.optionsNeeded")}{" "}
          <TextLink to={`/casussen/${caseFile.id}`}>{t("item.toCase")}</TextLink>
        </p>
      ) : null}
      <Form intent="open_scoring" warnOnLeave={false}>
        <div className="utrecht-button-group">
          <SubmitButton>{t("moves.open")}</SubmitButton>
          <LinkButton to="panels">{t("moves.panels")}</LinkButton>
        </div>
      </Form>
    </Card>
  );
}

function RevealMove() {
  const { t } = useTranslation("sessions");
  return (
    <Card title={t("moves.revealTitle")} tone="accent">
      <p>{t("moves.revealText")}</p>
      <div className="utrecht-button-group">
        <LinkButton purpose="primary" to="onthullen">
          {t("moves.reveal")}
        </LinkButton>
        <LinkButton to="panels">{t("moves.panels")}</LinkButton>
      </div>
    </Card>
  );
}

function OutcomeMove({ phase, leads, caseFile, weighingId }: ItemMovesProps) {
  const { t } = useTranslation("sessions");
  const over = phase === "concluded";
  return (
    <Card title={t(over ? "moves.overTitle" : "moves.discussTitle")} tone="accent">
      <p>{t(over ? "moves.overText" : "moves.discussText")}</p>
      <div className="utrecht-button-group">
        <LinkButton purpose="primary" to="uitkomst">
          {t("moves.outcome")}
        </LinkButton>
        {weighingId ? (
          <LinkButton to={`/casussen/${caseFile.id}/wegingen/${weighingId}`}>
            {t("moves.weighing")}
          </LinkButton>
        ) : null}
      </div>
      {leads && !over ? (
        <Form intent="conclude" warnOnLeave={false}>
          <p>{t("moves.concludeText")}</p>
          <div className="utrecht-button-group">
            <SubmitButton purpose="secondary">{t("moves.conclude")}</SubmitButton>
          </div>
        </Form>
      ) : null}
    </Card>
  );
}
