import { useTranslation } from "#app/i18n/use-translation.ts";
import type { WrongDoorItem } from "#app/schemas/wrong-door.ts";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { EmptyState } from "../empty-state.tsx";
import { useHasRight } from "../shell/use-shell.ts";
import { TextLink } from "../text-link.tsx";

type TableProps = {
  items: readonly WrongDoorItem[];
  /** Whether only some of them are asked for. */
  isNarrow: boolean;
};

/** Who came to the wrong door, newest first. */
export function WrongDoorTable({ items, isNarrow }: TableProps) {
  const { t } = useTranslation("handovers");
  const raises = useHasRight("signal.raise");
  if (items.length === 0 && isNarrow) return <p>{t("wrongDoor.noneOfThese")}</p>;
  if (items.length === 0) {
    return <EmptyState title={t("wrongDoor.emptyTitle")}>{t("wrongDoor.empty")}</EmptyState>;
  }
  return (
    <DataTable
      caption={t("wrongDoor.caption")}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "question",
          label: t("wrongDoor.question"),
          rowHeader: true,
          cell: ({ question }) => question,
        },
        { key: "door", label: t("wrongDoor.rightDoor"), cell: ({ rightDoor }) => rightDoor },
        {
          key: "helped",
          label: t("wrongDoor.helpedHow"),
          cell: ({ helpedHow }) => helpedHow || "–",
        },
        {
          key: "case",
          label: t("wrongDoor.case"),
          cell: ({ caseFile }) =>
            caseFile ? <TextLink to={`/casussen/${caseFile.id}`}>{caseFile.number}</TextLink> : "–",
        },
        {
          key: "at",
          label: t("wrongDoor.at"),
          cell: ({ at, recordedBy }) => (
            <>
              <DateTime moment={at} day />, {recordedBy}
            </>
          ),
        },
        {
          key: "signal",
          label: t("wrongDoor.next"),
          cell: (item) => <Signal item={item} raises={raises} />,
        },
      ]}
    />
  );
}

function Signal({ item, raises }: { item: WrongDoorItem; raises: boolean }) {
  const { t } = useTranslation("handovers");
  const { id, question, signal } = item;
  if (signal) {
    return (
      <TextLink to={`/signalen/${signal.id}`}>
        {t("wrongDoor.toSignal", { number: signal.number })}
      </TextLink>
    );
  }
  if (!raises) return "–";
  return (
    <TextLink to={`/signalen/nieuw?deur=${id}`}>
      {t("wrongDoor.signal")}
      <span className="mw-visually-hidden">: {question}</span>
    </TextLink>
  );
}
