import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LineChangePage } from "#app/schemas/line-change-view.ts";
import { Badge, type Tone } from "../badge.tsx";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { IconCircleCheck, IconCircleX, IconClock, IconGavel } from "../icons.ts";
import { LevelBadge } from "../level-badge.tsx";
import { PageHeader } from "../page-header.tsx";
import { Prose } from "../prose.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { Earlier } from "./earlier-decision.tsx";

type PageProps = { page: LineChangePage };
type Status = LineChangePage["change"]["status"];

const looks: Record<Status, { tone: Tone; icon: typeof IconClock }> = {
  proposed: { tone: "warning", icon: IconClock },
  approved: { tone: "positive", icon: IconCircleCheck },
  rejected: { tone: "negative", icon: IconCircleX },
  withdrawn: { tone: "neutral", icon: IconCircleX },
  effected: { tone: "info", icon: IconGavel },
};

export function LineChangeHead({ page: { change } }: PageProps) {
  const { t } = useTranslation("decisions");
  return (
    <PageHeader
      above={change.scope}
      title={t("lineChange.title")}
      lead={
        <>
          <Badge {...looks[change.status]}>{t(`lineChange.status.${change.status}`)}</Badge>
          <span>{t("lineChange.lead")}</span>
        </>
      }
    />
  );
}

/** What is asked or was decided, why, and which precedents it ends. */
export function LineChangeAbout({ page }: PageProps) {
  const { t } = useTranslation("decisions");
  const { change, precedents } = page;
  const isEffected = change.status === "effected";
  return (
    <>
      <Card title={t("lineChange.motivation")}>
        <Prose text={change.motivation} />
        <Facts page={page} />
      </Card>
      <Card title={t(isEffected ? "lineChange.precedentsEffected" : "lineChange.precedents")}>
        <ul>
          {precedents.map((precedent) => (
            <li key={precedent.id}>
              <Earlier precedent={precedent} />{" "}
              <StatusBadge kind="precedentStatus" status={precedent.status} />
            </li>
          ))}
        </ul>
      </Card>
      {change.answer ? (
        <Card title={t("lineChange.answer")}>
          <Prose text={change.answer} />
        </Card>
      ) : null}
    </>
  );
}

function Facts({ page }: PageProps) {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  const { change, caseFile, decisionId } = page;
  const { level, proposedBy, proposedAt, decidedBy, decidedAt, effectiveFrom } = change;
  const by = (name: string, at: number) => t("lineChange.by", { name, date: format.date(at) });
  const items = [
    {
      key: "scope",
      label: t("lineChange.scope"),
      value: <TextLink to={`/precedenten/lijn/${change.scopeId}`}>{change.scope}</TextLink>,
    },
    { key: "level", label: t("lineChange.level"), value: <LevelBadge level={level} /> },
    {
      key: "case",
      label: t("lineChange.caseFile"),
      value: caseFile ? (
        <TextLink to={`/casussen/${caseFile.id}`}>
          {caseFile.number} {caseFile.title}
        </TextLink>
      ) : (
        t("lineChange.hiddenCase")
      ),
    },
    { key: "proposed", label: t("lineChange.proposed"), value: by(proposedBy, proposedAt) },
    {
      key: "decided",
      label: t("lineChange.decided"),
      value: decidedBy && decidedAt ? by(decidedBy, decidedAt) : null,
    },
    {
      key: "effective",
      label: t("lineChange.effective"),
      value: effectiveFrom ? format.date(effectiveFrom) : null,
    },
    {
      key: "decision",
      label: t("title"),
      value:
        caseFile && decisionId ? (
          <TextLink to={`/casussen/${caseFile.id}/besluiten/${decisionId}`}>
            {t("lineChange.decision")}
          </TextLink>
        ) : null,
    },
  ];
  return <DataList items={items} />;
}
