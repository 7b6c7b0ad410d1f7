import { useTranslation } from "#app/i18n/use-translation.ts";
import type { WaitingDecision, Work } from "#app/schemas/home.ts";
import { Badge } from "../badge.tsx";
import { IconAlertTriangle, IconClock } from "../icons.ts";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

const soonDays = 14;

export function DecisionWork({ work }: { work: Work<WaitingDecision> }) {
  const { t } = useTranslation("home");
  return (
    <WorkCard
      title={t("decisions.title")}
      work={work}
      rowKey={({ caseFile }) => caseFile.id}
      row={(row) => <DecisionRow {...row} />}
      empty={t("decisions.empty")}
      footer={
        work.more ? <TextLink to="/casussen?status=decision">{t("decisions.all")}</TextLink> : null
      }
    />
  );
}

function DecisionRow({ caseFile, prepared, ageDays, daysLeft }: WaitingDecision) {
  const { t } = useTranslation("home");
  return (
    <WorkRow
      title={<TextLink to={`/casussen/${caseFile.id}/besluit`}>{caseFile.title}</TextLink>}
      badge={<TermBadge daysLeft={daysLeft} />}
    >
      <span>{t("caseNumber", { number: caseFile.number })}</span>
      <span>{t("decisions.age", { count: ageDays })}</span>
      <span>{t(prepared ? "decisions.prepared" : "decisions.notPrepared")}</span>
    </WorkRow>
  );
}

function TermBadge({ daysLeft }: { daysLeft: number }) {
  const { t } = useTranslation("home");
  if (daysLeft < 0) {
    return (
      <Badge tone="negative" icon={IconAlertTriangle}>
        {t("term.over", { count: -daysLeft })}
      </Badge>
    );
  }
  return (
    <Badge tone={daysLeft <= soonDays ? "warning" : "neutral"} icon={IconClock}>
      {daysLeft === 0 ? t("term.today") : t("term.left", { count: daysLeft })}
    </Badge>
  );
}
