import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LogItem } from "#app/schemas/case-list-view.ts";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { EmptyState } from "../empty-state.tsx";
import { TextLink } from "../text-link.tsx";
import { useActorWords, useEventWords } from "./event-words.tsx";

/** The log: when, who, what and on which case. */
export function AuditTable({ items }: { items: readonly LogItem[] }) {
  const { t } = useTranslation("audit");
  const eventWords = useEventWords();
  const actorWords = useActorWords();
  if (items.length === 0) {
    return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  }
  return (
    <DataTable
      caption={t("caption")}
      hideCaption
      rows={items.map((item, index) => ({ ...item, key: `${item.at}-${index}` }))}
      rowKey={({ key }) => key}
      columns={[
        { key: "when", label: t("when"), cell: ({ at }) => <DateTime moment={at} /> },
        { key: "who", label: t("who"), cell: actorWords },
        { key: "what", label: t("what"), rowHeader: true, cell: eventWords },
        {
          key: "which",
          label: t("which"),
          cell: ({ caseId, caseNumber }) =>
            caseId ? <TextLink to={`/casussen/${caseId}`}>{caseNumber}</TextLink> : null,
        },
      ]}
    />
  );
}
