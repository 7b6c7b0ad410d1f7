import type { CaseItem } from "#app/schemas/case-list-view.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DataTable } from "../data-table.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { TermWords } from "./term-words.tsx";
import { UrgencyWords } from "./urgency-words.tsx";
import { WaitingWords } from "./waiting-words.tsx";

type CaseTableProps = { items: readonly CaseItem[]; caption: string };

/** Cases, one a row, with what people look for: where it stands, how long there is, who is on. */
export function CaseTable({ items, caption }: CaseTableProps) {
  const { t } = useTranslation("cases");
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "case",
          label: t("list.case"),
          rowHeader: true,
          cell: ({ id, number, title }) => (
            <>
              <span className="mw-small">{number}</span>{" "}
              <TextLink to={`/casussen/${id}`}>{title}</TextLink>
            </>
          ),
        },
        {
          key: "status",
          label: t("list.status"),
          cell: ({ status }) => <StatusBadge kind="caseStatus" status={status} />,
        },
        {
          key: "scope",
          label: t("list.scope"),
          cell: ({ scope }) => scope ?? <span className="mw-soft">{t("list.noScope")}</span>,
        },
        {
          key: "term",
          label: t("list.term"),
          cell: ({ status, daysLeft, urgencyKind, urgencyDate }) => (
            <span className="mw-row">
              <TermWords status={status} daysLeft={daysLeft} />
              <UrgencyWords kind={urgencyKind} date={urgencyDate} />
            </span>
          ),
        },
        {
          key: "waiting",
          label: t("list.waiting"),
          cell: ({ status, coordinator }) => (
            <WaitingWords status={status} coordinator={coordinator} />
          ),
        },
      ]}
    />
  );
}
