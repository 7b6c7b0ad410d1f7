import { daysToAnswer } from "#app/domain/handover.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { HandoverItem } from "#app/schemas/handover-view.ts";
import { DataTable, type Column } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { TextLink } from "../text-link.tsx";
import { DaysLeft } from "./days-left.tsx";
import { HandoverStatusBadge } from "./handover-status.tsx";

type HandoverTableProps = {
  items: readonly HandoverItem[];
  side: "received" | "sent";
  caption: string;
  hideCaption?: boolean;
  now: number;
};

/** Handovers by the other organisation, and when there is or was an answer. */
export function HandoverTable({ items, side, caption, hideCaption, now }: HandoverTableProps) {
  const { t } = useTranslation("handovers");
  const columns: Column<HandoverItem>[] = [
    {
      key: "other",
      label: t(side === "sent" ? "list.to" : "list.from"),
      rowHeader: true,
      cell: ({ id, other }) => <TextLink to={`/overdrachten/${id}`}>{other}</TextLink>,
    },
    { key: "contact", label: t("list.contact"), cell: ({ contactName }) => contactName },
    {
      key: "sent",
      label: t("list.sentAt"),
      cell: ({ sentAt }) => <DateTime moment={sentAt} day />,
    },
    {
      key: "answerBy",
      label: t("list.answerBy"),
      cell: ({ answerBy }) => <DateTime moment={answerBy} day />,
    },
    { key: "status", label: t("list.status"), cell: (item) => <Standing item={item} now={now} /> },
  ];
  return (
    <DataTable
      caption={caption}
      {...(hideCaption ? { hideCaption } : {})}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
    />
  );
}

function Standing({ item, now }: { item: HandoverItem; now: number }) {
  const { status, answerBy, answeredAt } = item;
  if (status === "sent") return <DaysLeft days={daysToAnswer({ answerBy, now })} />;
  return (
    <>
      <HandoverStatusBadge status={status} />{" "}
      {answeredAt === null ? null : <DateTime moment={answeredAt} day />}
    </>
  );
}
