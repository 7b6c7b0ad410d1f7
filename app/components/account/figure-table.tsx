import type { Figure, FigureRow } from "#app/domain/account-figures.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { numberAddress, type AccountCell } from "#app/schemas/account-address.ts";
import type { AccountFilters } from "#app/schemas/account-filters.ts";
import { DataTable } from "../data-table.tsx";
import { useShell } from "../shell/use-shell.ts";
import { TextLink } from "../text-link.tsx";
import { useFigureWords } from "./use-figure-words.ts";

type FigureTableProps = {
  figure: Figure;
  filters: AccountFilters;
  /** Whether the numbers lead to their cases. */
  linked: boolean;
  /** Where a number leads, when that is not where it usually does. */
  addressOf?: (cell: AccountCell) => string;
  /** Instead of its title, where a page has it more than once. */
  caption?: string;
};

/** A figure as a table: every number leads to what it counts for who may open that, with that of the period before under it. */
export function FigureTable({ caption, ...shown }: FigureTableProps) {
  const { figure } = shown;
  const words = useFigureWords();
  const rows = figure.total ? [...figure.rows, figure.total] : figure.rows;
  return (
    <DataTable
      caption={caption ?? words.title(figure)}
      hideCaption
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "row",
          label: words.rowHead(figure),
          rowHeader: true,
          cell: (row: FigureRow) => words.row(figure, row),
        },
        ...figure.columns.map((column, place) => ({
          key: column.key,
          label: words.column(column),
          numeric: true,
          cell: (row: FigureRow) => <FigureCell {...shown} row={row} place={place} />,
        })),
      ]}
    />
  );
}

type FigureCellProps = Omit<FigureTableProps, "caption"> & { row: FigureRow; place: number };

function FigureCell({ figure, row, place, filters, linked, addressOf }: FigureCellProps) {
  const { t } = useTranslation("account-figures");
  const words = useFigureWords();
  const rights = useShell()?.rights ?? [];
  const column = figure.columns[place];
  if (!column) return null;
  const shown = (values: FigureRow["values"]) => words.value(column.unit, values[place] ?? null);
  const leads = linked && (column.how === "sum" || column.how === "median");
  const cell = { figure: figure.key, row: row.key, column: column.key };
  const addressFor = addressOf ?? ((one: AccountCell) => numberAddress(filters, one, rights));
  const value = (values: FigureRow["values"], before: boolean) => {
    const isSome = values[place] !== 0 && values[place] !== null;
    const to = leads && isSome ? addressFor({ ...cell, before }) : null;
    return to === null ? shown(values) : <TextLink to={to}>{shown(values)}</TextLink>;
  };
  return (
    <>
      {value(row.values, false)}
      {row.previous ? (
        <span className="mw-account__previous">
          {t("previousShort")} {value(row.previous, true)}
        </span>
      ) : null}
    </>
  );
}
