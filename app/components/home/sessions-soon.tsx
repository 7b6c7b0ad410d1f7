import { dayNumber } from "#app/domain/day.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SessionSoon, Work } from "#app/schemas/home.ts";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

type SessionsSoonProps = { work: Work<SessionSoon>; now: number };

export function SessionsSoon({ work, now }: SessionsSoonProps) {
  const { t } = useTranslation("home");
  return (
    <WorkCard
      title={t("sessions.title")}
      work={work}
      rowKey={({ id }) => id}
      row={(row) => <SessionRow session={row} now={now} />}
      empty={t("sessions.empty")}
      footer={<TextLink to="/zittingen">{t("sessions.all")}</TextLink>}
    />
  );
}

function SessionRow({ session, now }: { session: SessionSoon; now: number }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { id, title, kind, status, startsAt, deadline, place, cases } = session;
  const isToday = dayNumber(startsAt) === dayNumber(now);
  const isScoring = kind === "spread" && status === "open" && (deadline ?? 0) > now;
  const until = isScoring ? deadline : null;
  return (
    <WorkRow
      title={<TextLink to={`/zittingen/${id}`}>{title}</TextLink>}
      badge={<StatusBadge kind="sessionStatus" status={status} />}
    >
      {isToday ? <strong>{t("sessions.today")}</strong> : null}
      <span>
        {until === null
          ? format.dateTime(startsAt)
          : t("sessions.until", { moment: format.dateTime(until) })}
      </span>
      <span>{t("sessions.cases", { count: cases })}</span>
      {place === "" ? null : <span>{place}</span>}
    </WorkRow>
  );
}
