import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DepartureItem } from "#app/schemas/departures.ts";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { EmptyState } from "../empty-state.tsx";
import { TextLink } from "../text-link.tsx";

/** Decisions that depart, with what was chosen instead of what, and why. */
export function DepartureList({ items }: { items: readonly DepartureItem[] }) {
  const { t } = useTranslation("audit-pages");
  if (items.length === 0) {
    return <EmptyState title={t("departures.emptyTitle")}>{t("departures.emptyText")}</EmptyState>;
  }
  return (
    <DataTable
      caption={t("departures.caption")}
      hideCaption
      rows={items}
      rowKey={({ decisionId }) => decisionId}
      columns={[
        {
          key: "decision",
          label: t("departures.decision"),
          rowHeader: true,
          cell: (item) => <DecisionName item={item} />,
        },
        { key: "chosen", label: t("departures.chosen"), cell: ({ chosen }) => chosen.join("; ") },
        {
          key: "proposed",
          label: t("departures.proposed"),
          cell: ({ proposed }) => proposed.join("; ") || t("departures.nothing"),
        },
        {
          key: "failing",
          label: t("departures.failing"),
          cell: ({ failing }) => failing.join(", ") || "–",
        },
        { key: "reason", label: t("departures.reason"), cell: ({ reason }) => reason },
        {
          key: "warning",
          label: t("departures.warning"),
          cell: ({ answer }) => (answer === null ? "–" : t(`departures.answer.${answer}`)),
        },
        {
          key: "who",
          label: t("departures.who"),
          cell: ({ takenBy, takenAt }) => (
            <>
              {takenBy}, <DateTime moment={takenAt} day />
            </>
          ),
        },
      ]}
    />
  );
}

function DecisionName({ item }: { item: DepartureItem }) {
  const { t } = useTranslation("audit-pages");
  const { caseFile, decisionId, number, replaced } = item;
  return (
    <>
      <TextLink to={`/casussen/${caseFile.id}/besluiten/${decisionId}`}>
        {t("departures.number", { case: caseFile.number, number })}
      </TextLink>
      {replaced ? ` (${t("departures.replaced")})` : null}
      <br />
      {caseFile.title}
    </>
  );
}
