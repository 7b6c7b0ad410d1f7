import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ToScore, Work } from "#app/schemas/home.ts";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

export function ScoringWork({ work }: { work: Work<ToScore> }) {
  const { t } = useTranslation("home");
  return (
    <WorkCard
      title={t("toScore.title")}
      work={work}
      rowKey={({ itemId }) => itemId}
      row={(row) => <ScoringRow {...row} />}
      empty={t("toScore.empty")}
      footer={work.more ? <TextLink to="/zittingen">{t("toScore.all")}</TextLink> : null}
    />
  );
}

function ScoringRow({ sessionId, sessionTitle, caseFile, dueAt, begun }: ToScore) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const address = `/zittingen/${sessionId}/casussen/${caseFile.id}/beoordelen`;
  return (
    <WorkRow
      title={<TextLink to={address}>{caseFile.title}</TextLink>}
      badge={<StatusBadge kind="progressStatus" status={begun ? "busy" : "notStarted"} />}
    >
      <span>{t("caseNumber", { number: caseFile.number })}</span>
      <span>{sessionTitle}</span>
      <strong>
        {dueAt === null
          ? t("toScore.noDeadline")
          : t("toScore.by", { moment: format.dateTime(dueAt) })}
      </strong>
    </WorkRow>
  );
}
