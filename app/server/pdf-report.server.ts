/** The yearly report as a PDF: the same figures, sentences and texts as its page. */
import { chartFor, hasBars } from "#app/domain/account-chart.ts";
import type { Figure, FigureRow } from "#app/domain/account-figures.ts";
import type { Language } from "#app/domain/local-text.ts";
import { figureLead } from "#app/i18n/figure-lead.ts";
import { figureWords, type FigureWords } from "#app/i18n/figure-words.ts";
import { formatFor } from "#app/i18n/format.ts";
import { getTexts } from "#app/i18n/instances.ts";
import "#app/i18n/all-languages.ts";
import type { ReportPage, ReportSection } from "#app/schemas/report.ts";
import { rowsOf } from "./exports-figures.server.ts";
import { pdfOf, type PdfBlock } from "./pdf.server.ts";

export async function reportPdf(page: ReportPage, language: Language): Promise<Buffer> {
  const { account, year } = page;
  const t = getTexts(language, "report");
  const title = t("title", { year });
  const pen = penFor(page, language);
  return pdfOf({
    title: `${title}: ${account.organisation.name}`,
    author: account.organisation.name,
    language,
    moment: account.at,
    blocks: [
      { type: "text", text: account.organisation.name, look: "soft" },
      { type: "heading", level: 1, text: title },
      { type: "text", text: t("lead", { date: formatFor(language).date(account.at) }) },
      ...(page.isOver ? [] : [{ type: "text", text: t("notOver", { year }) } as const]),
      ...ownPart(pen, "foreword"),
      ...account.figures.flatMap((figure) => figureBlocks(pen, figure)),
      ...ownPart(pen, "ahead"),
    ],
  });
}

type ReportPen = ReturnType<typeof penFor>;

function penFor(page: ReportPage, language: Language) {
  const texts = getTexts(language, "account-figures");
  const given = { texts, terms: getTexts(language, "terms"), language };
  const t = getTexts(language, "report");
  return { page, texts, t, words: figureWords(given), lead: figureLead(given) };
}

function ownPart({ page, t }: ReportPen, section: "foreword" | "ahead"): PdfBlock[] {
  const text = textOf(page, section);
  if (text === "") return [];
  return [
    { type: "heading", level: 2, text: t(`sections.${section}`) },
    { type: "text", text },
  ];
}

function textOf({ texts }: ReportPage, section: ReportSection): string {
  return texts.find((one) => one.section === section)?.text ?? "";
}

function figureBlocks(pen: ReportPen, figure: Figure): PdfBlock[] {
  const { page, texts, t, words, lead } = pen;
  const isEmpty = figure.rows.length === 0 && figure.total === null;
  const text = textOf(page, figure.key);
  return [
    { type: "heading", level: 2, text: words.title(figure) },
    { type: "text", text: lead(figure), look: "strong" },
    { type: "text", text: words.text(figure) },
    ...(isEmpty ? [{ type: "text", text: texts("none") } as const] : []),
    ...(hasBars(figure) ? [barsOf(pen, figure)] : []),
    ...(isEmpty ? [] : [tableOf(pen, figure)]),
    ...(text === ""
      ? []
      : ([
          { type: "heading", level: 3, text: t("remarks") },
          { type: "text", text },
        ] as const)),
  ];
}

function barsOf({ texts, words }: ReportPen, figure: Figure): PdfBlock {
  const { columns, rows, stacked } = chartFor(figure);
  const series = columns.map((place) => words.column(figure.columns[place] ?? { key: "cases" }));
  return {
    type: "bars",
    alt: texts("chart", { title: words.title(figure) }),
    series,
    stacked,
    rows: rows.map((row) => ({
      label: words.row(figure, row),
      values: columns.map((place) => Math.max(0, Number(row.values[place]) || 0)),
      words: columns.map((place) => shown(words, figure, { values: row.values, place })),
    })),
  };
}

type Shown = { values: FigureRow["values"]; place: number };

function shown(words: FigureWords, figure: Figure, { values, place }: Shown): string {
  return words.value(figure.columns[place]?.unit ?? "cases", values[place] ?? null);
}

function tableOf({ texts, words }: ReportPen, figure: Figure): PdfBlock {
  const cell = ({ values, previous }: FigureRow, place: number) => {
    const own = shown(words, figure, { values, place });
    if (!previous) return own;
    const before = shown(words, figure, { values: previous, place });
    return `${own}\n${texts("previousShort")} ${before}`;
  };
  return {
    type: "table",
    caption: words.title(figure),
    columns: [
      { label: words.rowHead(figure), rowHeader: true },
      ...figure.columns.map((column) => ({ label: words.column(column), numeric: true })),
    ],
    rows: rowsOf(figure).map((row) => [
      words.row(figure, row),
      ...figure.columns.map((_, place) => cell(row, place)),
    ]),
  };
}
