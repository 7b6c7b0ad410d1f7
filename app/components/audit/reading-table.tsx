import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ReadPage } from "#app/domain/reading.ts";
import type { AuditItem } from "#app/schemas/audit-view.ts";
import { useActorWords } from "../cases/event-words.tsx";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { EmptyState } from "../empty-state.tsx";
import { TextLink } from "../text-link.tsx";

/** Who read which case: when, by whom, which case and which page. */
export function ReadingTable({ items }: { items: readonly AuditItem[] }) {
  const { t } = useTranslation("audit-pages");
  const { t: log } = useTranslation("audit");
  const actorWords = useActorWords();
  if (items.length === 0) {
    return <EmptyState title={t("readings.emptyTitle")}>{t("readings.emptyText")}</EmptyState>;
  }
  return (
    <DataTable
      caption={t("readings.caption")}
      hideCaption
      rows={items.map((item, index) => ({ ...item, key: `${item.at}-${index}` }))}
      rowKey={({ key }) => key}
      columns={[
        { key: "when", label: log("when"), cell: ({ at }) => <DateTime moment={at} /> },
        { key: "who", label: log("who"), rowHeader: true, cell: actorWords },
        {
          key: "which",
          label: log("which"),
          cell: ({ caseId, caseNumber, seesCase }) =>
            seesCase ? <TextLink to={`/casussen/${caseId}`}>{caseNumber}</TextLink> : caseNumber,
        },
        {
          key: "page",
          label: t("readings.page"),
          cell: ({ details }) => log(`detail.page.${details.page as ReadPage}`),
        },
      ]}
    />
  );
}
