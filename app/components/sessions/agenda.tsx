import type { LocalText } from "#app/domain/local-text.ts";
import type { ItemPhase } from "#app/domain/session.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "../badge.tsx";
import { Card } from "../card.tsx";
import { Stack } from "../columns.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LinkButton } from "../link-button.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { PanelProgress, type Member } from "./panel-progress.tsx";

type AgendaProps = {
  sessionId: string;
  agenda: {
    caseId: string;
    number: string;
    title: string;
    phase: ItemPhase;
    round: number;
    members: Member[];
  }[];
  /** Cases on the agenda that this reader may not see. */
  hidden: number;
  questionSet: { perspectives: { key: string; name: LocalText }[] } | undefined;
  plans: boolean;
};

/** The cases of a session, each with its phase and who is how far. */
export function Agenda({ sessionId, agenda, hidden, questionSet, plans }: AgendaProps) {
  const { t } = useTranslation("sessions");
  return (
    <Stack>
      <h2 className="nl-heading nl-heading--level-2">{t("agenda.title")}</h2>
      {agenda.length === 0 && hidden === 0 ? (
        <EmptyState
          title={t("agenda.empty")}
          action={
            plans ? (
              <LinkButton to={`/zittingen/${sessionId}/bewerken`}>{t("agenda.add")}</LinkButton>
            ) : null
          }
        >
          {t("agenda.emptyText")}
        </EmptyState>
      ) : null}
      {agenda.map(({ caseId, number, title, phase, round, members }) => {
        const to = `/zittingen/${sessionId}/casussen/${caseId}`;
        return (
          <Card
            key={caseId}
            level={3}
            title={
              <TextLink to={to}>
                {number} {title}
              </TextLink>
            }
            aside={
              <>
                {round > 1 ? <Badge>{t("item.round", { number: round })}</Badge> : null}
                <StatusBadge kind="itemPhase" status={phase} />
              </>
            }
          >
            <PanelProgress
              perspectives={questionSet?.perspectives ?? []}
              members={members}
              showStatus={phase === "scoring"}
              level={4}
            />
          </Card>
        );
      })}
      {hidden > 0 ? <p className="mw-soft">{t("agenda.hidden", { count: hidden })}</p> : null}
    </Stack>
  );
}
