import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CasePage } from "#app/schemas/case-view.ts";
import { Card } from "../card.tsx";
import { DateTime } from "../date-time.tsx";
import { LinkButton } from "../link-button.tsx";
import { RightLink } from "../right-link.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";

type WorkProps = { page: CasePage };

/** The sessions this case is on the agenda of. */
export function ScoringCard({ page }: WorkProps) {
  const { t } = useTranslation("cases");
  const format = useFormat();
  const { caseFile, sessions, may } = page;
  const plan = may.planSession ? (
    <LinkButton to={`/zittingen/nieuw?casus=${caseFile.id}`}>{t("page.planSession")}</LinkButton>
  ) : null;
  return (
    <Card title={t("page.scoring")} footer={plan}>
      {sessions.length === 0 ? <p className="mw-soft">{t("page.scoringNone")}</p> : null}
      <ul className="mw-work">
        {sessions.map(({ sessionId, title, startsAt, deadline, phase }) => (
          <li key={sessionId} className="mw-work__item">
            <span className="mw-work__words">
              <RightLink
                right="session.read"
                to={`/zittingen/${sessionId}/casussen/${caseFile.id}`}
              >
                {title}
              </RightLink>
              <span className="mw-work__facts">
                <DateTime moment={startsAt} />
                {deadline === null ? null : (
                  <span>{t("page.sessionDeadline", { date: format.date(deadline) })}</span>
                )}
              </span>
            </span>
            <StatusBadge kind="itemPhase" status={phase} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function WeighingsCard({ page }: WorkProps) {
  const { t } = useTranslation("cases");
  const { caseFile, weighings } = page;
  return (
    <Card title={t("page.weighings")}>
      {weighings.length === 0 ? <p className="mw-soft">{t("page.weighingsNone")}</p> : null}
      <ul className="mw-work">
        {weighings.map(({ id, number, reason, createdAt }) => (
          <li key={id} className="mw-work__item">
            <span className="mw-work__words">
              <TextLink to={`/casussen/${caseFile.id}/wegingen/${id}`}>
                {t("page.weighing", { number })}
              </TextLink>
              <span className="mw-work__facts">
                <DateTime moment={createdAt} /> {reason}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The decisions of a case, and the way to prepare one or to follow it up. */
export function DecisionsCard({ page }: WorkProps) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const { caseFile, decisions, may } = page;
  const followUp = decisions.some(({ status }) => status === "taken");
  return (
    <Card
      title={t("page.decisions")}
      footer={
        may.prepareDecision || followUp ? (
          <>
            {may.prepareDecision ? (
              <LinkButton to={`/casussen/${caseFile.id}/besluit`}>{t("page.prepare")}</LinkButton>
            ) : null}
            {followUp ? (
              <LinkButton to={`/casussen/${caseFile.id}/nazorg`}>{t("page.followUp")}</LinkButton>
            ) : null}
          </>
        ) : null
      }
    >
      {decisions.length === 0 ? <p className="mw-soft">{t("page.decisionsNone")}</p> : null}
      <ul className="mw-work">
        {decisions.map(({ id, kind, number, status, option, takenAt }) => (
          <li key={id} className="mw-work__item">
            <span className="mw-work__words">
              <TextLink
                to={
                  status === "draft"
                    ? `/casussen/${caseFile.id}/besluit`
                    : `/casussen/${caseFile.id}/besluiten/${id}`
                }
              >
                {terms(`decisionKind.${kind}`)} {number}
              </TextLink>
              <span className="mw-work__facts">
                {option} {takenAt === null ? null : <DateTime moment={takenAt} day />}
              </span>
            </span>
            <StatusBadge kind="decisionStatus" status={status} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function PrecedentsCard({ page }: WorkProps) {
  const { t } = useTranslation("cases");
  return (
    <Card title={t("page.precedents")}>
      {page.precedents.length === 0 ? <p className="mw-soft">{t("page.precedentsNone")}</p> : null}
      <ul className="mw-work">
        {page.precedents.map(({ id, number, title, status }) => (
          <li key={id} className="mw-work__item">
            <span className="mw-work__words">
              <RightLink right="precedent.read" to={`/precedenten/${id}`}>
                {number} {title}
              </RightLink>
            </span>
            <StatusBadge kind="precedentStatus" status={status} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
