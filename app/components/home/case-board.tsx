import { useTranslation } from "#app/i18n/use-translation.ts";
import type { StatusCount } from "#app/schemas/home.ts";
import { Badge } from "../badge.tsx";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { IconAlertTriangle } from "../icons.ts";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";

/** Open cases per status, with age against the legal term. */
export function CaseBoard({ counts }: { counts: StatusCount[] }) {
  const { t } = useTranslation("home");
  const isEmpty = counts.every(({ cases }) => cases === 0);
  return (
    <Card
      title={t("board.title")}
      footer={<TextLink to="/casussen/bord">{t("board.all")}</TextLink>}
    >
      {isEmpty ? <p className="mw-work__empty">{t("board.empty")}</p> : <Counts counts={counts} />}
    </Card>
  );
}

function Counts({ counts }: { counts: StatusCount[] }) {
  const { t } = useTranslation("home");
  return (
    <>
      <DataTable
        caption={t("board.caption")}
        hideCaption
        rows={counts}
        rowKey={({ status }) => status}
        columns={[
          {
            key: "status",
            label: t("board.status"),
            rowHeader: true,
            cell: ({ status }) => <StatusBadge kind="caseStatus" status={status} />,
          },
          { key: "cases", label: t("board.cases"), numeric: true, cell: CasesCell },
          { key: "oldest", label: t("board.oldest"), numeric: true, cell: OldestCell },
          { key: "overTerm", label: t("board.overTerm"), cell: OverTermCell },
        ]}
      />
      <p className="mw-work__facts">{t("board.term")}</p>
    </>
  );
}

function CasesCell({ status, cases, more }: StatusCount) {
  if (cases === 0) return "0";
  return <TextLink to={`/casussen?status=${status}`}>{`${cases}${more ? "+" : ""}`}</TextLink>;
}

function OldestCell({ oldestDays }: StatusCount) {
  return <Oldest days={oldestDays} />;
}

function Oldest({ days }: { days: number | null }) {
  const { t } = useTranslation("home");
  return days === null ? "–" : t("board.oldestDays", { count: days });
}

function OverTermCell({ overTerm }: StatusCount) {
  return <OverTerm count={overTerm} />;
}

function OverTerm({ count }: { count: number }) {
  const { t } = useTranslation("home");
  if (count === 0) return t("board.none");
  return (
    <Badge tone="negative" icon={IconAlertTriangle}>
      {count}
    </Badge>
  );
}
