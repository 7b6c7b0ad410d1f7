import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LinkButton } from "../link-button.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";

type View = "current" | "past";

/** Sessions to come and under way, or those that are over. */
export function SessionViews({ view }: { view: View }) {
  const { t } = useTranslation("sessions");
  const views = [
    { key: "current", to: "/zittingen" },
    { key: "past", to: "/zittingen?toon=geweest" },
  ] as const;
  return (
    <nav className="mw-sub-navigation" aria-label={t("list.views")}>
      <ul className="mw-sub-navigation__list">
        {views.map(({ key, to }) => (
          <li key={key}>
            <Link
              className="mw-sub-navigation__link"
              to={to}
              aria-current={view === key ? "page" : undefined}
            >
              {t(`list.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type SessionTableProps = {
  view: View;
  plans: boolean;
  rows: {
    id: string;
    title: string;
    kind: "live" | "spread";
    status: "planned" | "open" | "closed";
    startsAt: number;
    deadline: number | null;
    facilitator: string;
    cases: number;
  }[];
};

export function SessionTable({ view, rows, plans }: SessionTableProps) {
  const { t } = useTranslation("sessions");
  const { t: terms } = useTranslation();
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t(`list.empty.${view}`)}
        action={
          plans && view === "current" ? (
            <LinkButton to="/zittingen/nieuw">{t("list.plan")}</LinkButton>
          ) : null
        }
      >
        {t(plans ? "list.emptyPlan" : "list.emptyRead")}
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={t(`list.${view}`)}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          label: t("field.title"),
          rowHeader: true,
          cell: ({ id, title }) => <TextLink to={`/zittingen/${id}`}>{title}</TextLink>,
        },
        {
          key: "status",
          label: terms("status"),
          cell: ({ status }) => <StatusBadge kind="sessionStatus" status={status} />,
        },
        {
          key: "kind",
          label: t("field.kind"),
          cell: ({ kind }) => terms(`sessionKind.${kind}`),
        },
        {
          key: "startsAt",
          label: t("field.startsAt"),
          cell: ({ startsAt }) => <DateTime moment={startsAt} />,
        },
        {
          key: "deadline",
          label: t("field.deadline"),
          cell: ({ deadline }) =>
            deadline === null ? terms("none") : <DateTime moment={deadline} />,
        },
        { key: "cases", label: t("list.cases"), numeric: true, cell: ({ cases }) => cases },
        { key: "facilitator", label: t("field.facilitatorId"), cell: (row) => row.facilitator },
      ]}
    />
  );
}
