import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DestructionItem } from "#app/schemas/retention.ts";
import { Badge, type Tone } from "../badge.tsx";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { TextLink } from "../text-link.tsx";

const tones: Record<DestructionItem["status"], Tone> = {
  proposed: "accent",
  withdrawn: "neutral",
  refused: "neutral",
  executing: "warning",
  completed: "positive",
};

export function DestructionStatus({ status }: Pick<DestructionItem, "status">) {
  const { t } = useTranslation("retention");
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}

type DestructionTableProps = { caption: string; items: readonly DestructionItem[] };

/** Destructions with who did what; each leads to its page. */
export function DestructionTable({ caption, items }: DestructionTableProps) {
  const { t } = useTranslation("retention");
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "number",
          label: t("list.number"),
          rowHeader: true,
          cell: ({ id, caseNumber }) => (
            <TextLink to={`/beheer/vernietigen/${id}`}>{caseNumber}</TextLink>
          ),
        },
        { key: "ground", label: t("list.ground"), cell: ({ ground }) => t(`ground.${ground}`) },
        {
          key: "status",
          label: t("list.status"),
          cell: ({ status }) => <DestructionStatus status={status} />,
        },
        {
          key: "proposed",
          label: t("list.proposed"),
          cell: ({ proposedBy, proposedAt }) => <WhoWhen who={proposedBy} when={proposedAt} />,
        },
        {
          key: "decided",
          label: t("list.decided"),
          cell: ({ decidedBy, decidedAt }) => <WhoWhen who={decidedBy} when={decidedAt} />,
        },
      ]}
    />
  );
}

export function WhoWhen({ who, when }: { who: string | null; when: number | null }) {
  if (when === null) return "-";
  return (
    <>
      <DateTime moment={when} />
      {who === null ? null : (
        <>
          <br />
          <span className="mw-soft">{who}</span>
        </>
      )}
    </>
  );
}
