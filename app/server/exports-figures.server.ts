/** Figures of the account as files: a figure as its table shows it, or all of them below each other. */
import {
  figureKeys,
  type Account,
  type Figure,
  type FigureRow,
  type FigureValue,
} from "#app/domain/account-figures.ts";
import { figureWords, type FigureWords } from "#app/i18n/figure-words.ts";
import { getTexts } from "#app/i18n/instances.ts";
import "#app/i18n/all-languages.ts";
import { accountFilters } from "#app/schemas/account-filters.ts";
import type { Access } from "./access.server.ts";
import { getAccount } from "./account-figures.server.ts";
import { exportFormat, exportResponse, fileName, type ExportColumn } from "./exports.server.ts";

type Texts = ReturnType<typeof getTexts<"account-figures">>;
type OwnTexts = ReturnType<typeof getTexts<"exports">>;
type Saying = { words: FigureWords; texts: Texts; own: OwnTexts };

export async function exportFigures(
  access: Access<"figures.read">,
  url: string,
): Promise<Response> {
  const { language } = access.person;
  const texts = getTexts(language, "account-figures");
  const words = figureWords({ texts, terms: getTexts(language, "terms"), language });
  const saying = { words, texts, own: getTexts(language, "exports") };
  const asked = new URL(url).searchParams.get("figuur");
  const key = figureKeys.find((known) => known === asked);
  const account = await getAccount(access, accountFilters(url));
  const figure = account.figures.find((one) => one.key === key);
  const title = figure ? saying.words.title(figure) : texts("title");
  const file = { list: figure?.key ?? "figures", name: fileName(title), title };
  const format = exportFormat(url);
  if (!figure) {
    const rows = account.figures.flatMap(numbersOf);
    return exportResponse(access, { ...file, columns: listColumns(account, saying), rows, format });
  }
  const rows = rowsOf(figure);
  return exportResponse(access, { ...file, columns: tableColumns(figure, saying), rows, format });
}

/** The rows as the table has them, with the total last. */
export function rowsOf({ rows, total }: Figure): FigureRow[] {
  return total ? [...rows, total] : rows;
}

function tableColumns(figure: Figure, { words, texts }: Saying): ExportColumn<FigureRow>[] {
  const cell = (value: FigureValue | undefined) => (value === "hidden" ? texts("hidden") : value);
  const columns = figure.columns.map((column, place) => {
    const type = column.unit === "cents" ? ("money" as const) : ("number" as const);
    const label = words.column(column);
    const own = { label, type, value: ({ values }: FigureRow) => cell(values[place]) ?? null };
    const before = texts("previousColumn", { column: label });
    const previous = (row: FigureRow) => cell(row.previous?.[place]) ?? null;
    return figure.rows.some((row) => row.previous) || figure.total?.previous
      ? [own, { label: before, type, value: previous }]
      : [own];
  });
  return [
    { label: words.rowHead(figure), value: (row) => words.row(figure, row) },
    ...columns.flat(),
  ];
}

type Numbered = { figure: Figure; row: FigureRow; place: number };

function numbersOf(figure: Figure): Numbered[] {
  return rowsOf(figure).flatMap((row) =>
    figure.columns.map((_, place) => ({ figure, row, place })),
  );
}

/** One number a row; money in euros. */
function listColumns(account: Account, { words, texts, own }: Saying): ExportColumn<Numbered>[] {
  const shown = ({ figure, place }: Numbered, values: FigureValue[] | null) => {
    const value = values?.[place] ?? null;
    if (value === "hidden") return texts("hidden");
    return value !== null && figure.columns[place]?.unit === "cents" ? value / 100 : value;
  };
  return [
    { label: own("organisation"), value: () => account.organisation.name },
    { label: texts("filters.from"), type: "day", value: () => Date.parse(account.period.from) },
    { label: texts("filters.until"), type: "day", value: () => Date.parse(account.period.until) },
    { label: own("figure"), value: ({ figure }) => words.title(figure) },
    { label: own("row"), value: ({ figure, row }) => words.row(figure, row) },
    {
      label: own("column"),
      value: ({ figure, place }) => words.column(figure.columns[place] ?? { key: "cases" }),
    },
    { label: own("value"), type: "number", value: (one) => shown(one, one.row.values) },
    { label: own("previous"), type: "number", value: (one) => shown(one, one.row.previous) },
  ];
}
