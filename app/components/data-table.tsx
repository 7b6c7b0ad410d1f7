/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   as cards the rows are laid out as blocks, and browsers then forget that they make a table */
/* eslint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard */
import { useId, type ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type Column<Row> = {
  key: string;
  label: ReactNode;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Names the row: a header cell. */
  rowHeader?: boolean;
};

type DataTableProps<Row> = {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** On a narrow screen each row becomes a card; otherwise the table scrolls sideways. */
  narrow?: "cards" | "scroll";
  /** Rows of totals under the others, as `<tr>`. */
  footer?: ReactNode;
};

/** A table with a caption and headers that are read out, in a region that can scroll by keyboard. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, narrow = "cards", footer } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <div
      className={`mw-table-region mw-table-region--${narrow}`}
      role="region"
      aria-label={t("scrollableTable", { caption })}
      tabIndex={0}
    >
      <table className="utrecht-table mw-table" role="table" aria-labelledby={id}>
        <caption className="utrecht-table__caption mw-table__caption" id={id}>
          <span className={hideCaption ? "mw-visually-hidden" : undefined}>{caption}</span>
        </caption>
        <thead className="utrecht-table__header" role="rowgroup">
          <tr className="utrecht-table__row" role="row">
            {columns.map(({ key, label, numeric }) => (
              <th key={key} className={headerClass(numeric)} scope="col" role="columnheader">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="utrecht-table__body" role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="utrecht-table__row" role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {footer ? (
          <tfoot className="utrecht-table__footer" role="rowgroup">
            {footer}
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { label, cell, numeric, rowHeader } = column;
  // The label again for cards, for the eye only: a screen reader has the column header.
  const inCard = (
    <span className="mw-table__label" aria-hidden>
      {label}
    </span>
  );
  if (rowHeader) {
    return (
      <th className={`${headerClass(numeric)} mw-table__row-header`} scope="row" role="rowheader">
        {inCard}
        {cell(row)}
      </th>
    );
  }
  return (
    <td
      className={`utrecht-table__cell${numeric ? " utrecht-table__cell--numeric-column" : ""}`}
      role="cell"
    >
      {inCard}
      <span className="mw-table__value">{cell(row)}</span>
    </td>
  );
}

function headerClass(numeric: boolean | undefined): string {
  return `utrecht-table__header-cell${numeric ? " utrecht-table__header-cell--numeric-column" : ""}`;
}
