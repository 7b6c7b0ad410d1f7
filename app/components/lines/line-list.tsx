import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ListedLine } from "#app/schemas/line-view.ts";
import { DataTable } from "../data-table.tsx";
import { TextLink } from "../text-link.tsx";

/** The scopes of the organisation, each with how its line stands. */
export function LineList({ lines }: { lines: ListedLine[] }) {
  const { t } = useTranslation("lines");
  const format = useFormat();
  return (
    <DataTable
      caption={t("list.caption")}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: t("list.scope"),
          rowHeader: true,
          cell: ({ id, name }) => <TextLink to={`/precedenten/lijn/${id}`}>{name}</TextLink>,
        },
        {
          key: "total",
          label: t("list.total"),
          numeric: true,
          cell: ({ total }) => format.number(total),
        },
        { key: "conflicts", label: t("list.conflicts"), cell: (line) => <Conflicts line={line} /> },
        {
          key: "reviews",
          label: t("list.reviews"),
          numeric: true,
          cell: ({ reviews }) => format.number(reviews),
        },
      ]}
    />
  );
}

function Conflicts({ line: { total, conflicts } }: { line: ListedLine }) {
  const { t } = useTranslation("lines");
  if (conflicts === null) return t("list.onPage");
  if (total === 0) return t("list.empty");
  return conflicts === 0 ? t("list.consistent") : t("list.conflicting", { count: conflicts });
}
