import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LeadingPrecedent, LinePage } from "#app/schemas/line-view.ts";
import { DataTable } from "../data-table.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { TextLink } from "../text-link.tsx";

/** The leading precedents with what follows from each, numbered as in the picture. */
export function LeadingTable({ leading }: Pick<LinePage, "leading">) {
  const { t } = useTranslation("lines");
  const format = useFormat();
  const more = leading.total - leading.rows.length;
  const places = new Map(leading.rows.map(({ id }, place) => [id, place + 1]));
  return (
    <>
      <DataTable
        caption={t("leading.caption")}
        hideCaption
        rows={leading.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "place",
            label: t("leading.place"),
            numeric: true,
            cell: ({ id }) => places.get(id),
          },
          {
            key: "title",
            label: t("leading.precedent"),
            rowHeader: true,
            cell: ({ id, number, title }) => (
              <TextLink to={`/precedenten/${id}`}>{`${number}: ${title}`}</TextLink>
            ),
          },
          {
            key: "level",
            label: t("leading.level"),
            cell: ({ level }) => <LevelBadge level={level} />,
          },
          {
            key: "decided",
            label: t("leading.decided"),
            cell: ({ decidedAt }) => format.date(decidedAt),
          },
          {
            key: "follows",
            label: t("leading.follows"),
            cell: (row) => <Followers row={row} />,
          },
        ]}
      />
      {more > 0 ? <p>{t("more", { count: more, number: format.number(more) })}</p> : null}
    </>
  );
}

function Followers({ row }: { row: LeadingPrecedent }) {
  const { t } = useTranslation("lines");
  const { weight, followers, equals } = row;
  const more = weight - followers.length;
  return (
    <>
      {weight === 0 ? t("leading.none") : null}
      {followers.map(({ id, number }, place) => (
        <span key={id}>
          {place === 0 ? null : ", "}
          <TextLink to={`/precedenten/${id}`}>{number}</TextLink>
        </span>
      ))}
      {more > 0 ? ` ${t("leading.more", { count: more })}` : null}
      {equals > 0 ? <span> ({t("leading.equals", { count: equals })})</span> : null}
    </>
  );
}
