import { useTranslation } from "#app/i18n/use-translation.ts";
import type { AuditItem } from "#app/schemas/audit-view.ts";
import { useActorWords, useEventWords } from "../cases/event-words.tsx";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { EmptyState } from "../empty-state.tsx";
import { TextLink } from "../text-link.tsx";

/** The log: its number, when, who, what and on which case. */
export function AuditTable({ items }: { items: readonly AuditItem[] }) {
  const { t } = useTranslation("audit");
  const eventWords = useEventWords();
  const actorWords = useActorWords();
  if (items.length === 0) {
    return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  }
  const rows = items.map((item, index) => ({ ...item, key: `${item.at}-${index}` }));
  return (
    <>
      {rows.some(({ number }) => number === null) ? (
        <p className="mw-soft">{t("numbersLater")}</p>
      ) : null}
      <DataTable
        caption={t("caption")}
        hideCaption
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: "number", label: t("number"), cell: ({ number }) => number ?? t("notYet") },
          { key: "when", label: t("when"), cell: ({ at }) => <DateTime moment={at} /> },
          { key: "who", label: t("who"), cell: actorWords },
          {
            key: "what",
            label: t("what"),
            rowHeader: true,
            cell: (item) => <Linked to={item.subject}>{eventWords(item)}</Linked>,
          },
          {
            key: "which",
            label: t("which"),
            cell: ({ caseId, caseNumber, seesCase }) => (
              <Linked to={seesCase ? `/casussen/${caseId}` : null}>{caseNumber}</Linked>
            ),
          },
        ]}
      />
    </>
  );
}

function Linked({ to, children }: { to: string | null; children: string | null }) {
  return to && children ? <TextLink to={to}>{children}</TextLink> : children;
}
