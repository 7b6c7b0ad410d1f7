import { lastRound, type ItemPhase } from "#app/domain/session.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { Form, SubmitButton } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";

type ItemMovesProps = {
  caseFile: { id: string; status: string };
  phase: ItemPhase;
  round: number;
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
      {leads && phase === "scoring" ? <RevealMove {...props} /> : null}
      {leads && phase === "revealed" ? <DiscussionMoves {...props} /> : null}
      {!leads && props.plans && phase !== "concluded" ? (
        <Card title={t("moves.planTitle")} tone="quiet">
          <p>{t(props.deputises ? "moves.deputy" : "moves.otherLeads")}</p>
          <div className="utrecht-button-group">
            <PanelsLink {...props} />
          </div>
        </Card>
      ) : null}
    </>
  );
}

/** Panels can be filled until the last round is revealed: who comes late starts in the second. */
function PanelsLink({ phase, round }: ItemMovesProps) {
  const { t } = useTranslation("sessions");
  if (phase === "concluded" || (phase === "revealed" && round >= lastRound)) return null;
  return <LinkButton to="panels">{t("moves.panels")}</LinkButton>;
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

function RevealMove(props: ItemMovesProps) {
  const { t } = useTranslation("sessions");
  return (
    <Card title={t("moves.revealTitle")} tone="accent">
      <p>{t("moves.revealText")}</p>
      <div className="utrecht-button-group">
        <LinkButton purpose="primary" to="onthullen">
          {t("moves.reveal")}
        </LinkButton>
        <PanelsLink {...props} />
      </div>
    </Card>
  );
}

function OutcomeMove({ phase, caseFile, weighingId }: ItemMovesProps) {
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
    </Card>
  );
}

/** What the facilitator can do from the reveal on: discuss, ask again what divides, or go on. */
function DiscussionMoves(props: ItemMovesProps) {
  const { t } = useTranslation("sessions");
  const again = props.round < lastRound;
  return (
    <Card title={t("moves.leadTitle")} tone="quiet">
      <p>{t(again ? "moves.leadText" : "moves.leadLastText")}</p>
      <div className="utrecht-button-group">
        <LinkButton to="uitkomst#bespreken">{t("moves.discuss")}</LinkButton>
        {again ? (
          <LinkButton to="uitkomst#tweede-ronde">{t("moves.secondRound")}</LinkButton>
        ) : null}
        <PanelsLink {...props} />
      </div>
      <Form intent="conclude" warnOnLeave={false}>
        <p>{t("moves.concludeText")}</p>
        <div className="utrecht-button-group">
          <SubmitButton purpose="secondary">{t("moves.conclude")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
