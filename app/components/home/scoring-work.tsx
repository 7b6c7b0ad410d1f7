import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Reminded, ToScore, Work } from "#app/schemas/home.ts";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

type Row = Reminded<ToScore>;

export function ScoringWork({ work, now }: { work: Work<Row>; now: number }) {
  const { t } = useTranslation("home");
  return (
    <WorkCard
      title={t("toScore.title")}
      work={work}
      rowKey={({ itemId }) => itemId}
      row={(row) => <ScoringRow row={row} now={now} />}
      empty={t("toScore.empty")}
      footer={work.more ? <TextLink to="/zittingen">{t("toScore.all")}</TextLink> : null}
    />
  );
}

function ScoringRow({ row, now }: { row: Row; now: number }) {
  const { t } = useTranslation("home");
  const { sessionId, sessionTitle, caseFile, begun } = row;
  const address = `/zittingen/${sessionId}/casussen/${caseFile.id}/beoordelen`;
  return (
    <WorkRow
      title={<TextLink to={address}>{caseFile.title}</TextLink>}
      badge={<StatusBadge kind="progressStatus" status={begun ? "busy" : "notStarted"} />}
    >
      <span>{t("caseNumber", { number: caseFile.number })}</span>
      <span>{sessionTitle}</span>
      <When row={row} now={now} />
      <LastReminder row={row} now={now} />
    </WorkRow>
  );
}

function When({ row: { deadline, startsAt }, now }: { row: Row; now: number }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const words = (moment: number) => ({
    moment: format.dateTime(moment),
    distance: format.distance(moment, now),
  });
  if (deadline !== null && deadline <= now) {
    return <strong className="mw-work__overdue">{t("toScore.overdue", words(deadline))}</strong>;
  }
  if (deadline !== null) return <strong>{t("toScore.by", words(deadline))}</strong>;
  if (startsAt !== null) return <strong>{t("toScore.meeting", words(startsAt))}</strong>;
  return <strong>{t("toScore.noDeadline")}</strong>;
}

function LastReminder({ row: { reminder }, now }: { row: Row; now: number }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  if (!reminder) return null;
  const distance = format.distance(reminder.at, now);
  return (
    <span>
      {reminder.by === null
        ? t("toScore.reminded", { distance })
        : t("toScore.remindedBy", { name: reminder.by, distance })}
    </span>
  );
}
