import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ProcessingItem } from "#app/schemas/processing.ts";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { EmptyState } from "../empty-state.tsx";
import { TextLink } from "../text-link.tsx";

/** What was processed: when, for which purpose, what was done and whom it is about. */
export function ProcessingTable({ items }: { items: readonly ProcessingItem[] }) {
  const { t } = useTranslation("processing");
  const { t: log } = useTranslation("audit");
  const words = log as unknown as (key: string, values: Record<string, string>) => string;
  if (items.length === 0) {
    return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  }
  return (
    <DataTable
      caption={t("caption")}
      hideCaption
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: "when", label: t("when"), cell: ({ startedAt }) => <DateTime moment={startedAt} /> },
        {
          key: "purpose",
          label: t("purpose"),
          rowHeader: true,
          cell: ({ activity }) => t(`activity.${activity}`),
        },
        {
          key: "operation",
          label: t("operation"),
          cell: ({ operation }) =>
            words(`event.${operation}`, { defaultValue: words("other", { kind: operation }) }),
        },
        {
          key: "subject",
          label: t("subject"),
          cell: ({ subject }) =>
            subject === null ? (
              t("noSubject")
            ) : (
              <TextLink to={`/audit/verwerkingen?betrokkene=${subject}`}>{subject}</TextLink>
            ),
        },
        { key: "id", label: t("id"), cell: ({ id }) => id.replaceAll("-", "").slice(-16) },
      ]}
    />
  );
}
