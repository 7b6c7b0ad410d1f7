/** The sentence above a figure: on a page, in a file and in the yearly report alike. */
import type { Figure, FigureKey, FigureValue } from "#app/domain/account-figures.ts";
import { figureWords } from "./figure-words.ts";

/** A number in a sentence: a row, or all rows together when none is named, of a column. */
type Told = { row?: string; column: string };

/** What the sentence above each figure tells, and beside it another number where there is one. */
const told: Record<FigureKey, { count: Told; other?: Told; bare?: true }> = {
  inflow: { count: { column: "received" }, other: { column: "decided" } },
  status: { count: { column: "cases" }, other: { column: "overTerm" } },
  openTerm: { count: { column: "cases" }, other: { row: "overdue", column: "cases" } },
  leadTime: { count: { column: "cases" }, other: { row: "late", column: "cases" } },
  outcomes: { count: { column: "*" } },
  perspectives: { count: { row: "*", column: "chosenFails" } },
  departures: { count: { row: "departed", column: "cases" } },
  equalTreatment: { count: { row: "unanswered", column: "cases" } },
  agreement: { count: { row: "*", column: "tegengesteld" }, bare: true },
  costs: { count: { row: "own_organisation", column: "cases" }, bare: true },
  conditions: { count: { column: "cases" }, other: { row: "overdue", column: "cases" } },
  helped: { count: { row: "yes", column: "citizen" }, bare: true },
  precedents: { count: { column: "followed" }, other: { column: "departed" } },
  citizens: { count: { row: "helped", column: "yes" }, bare: true },
  settled: { count: { column: "cases" } },
  signals: { count: { column: "signals" }, other: { column: "year" } },
  handovers: { count: { column: "sent" }, other: { row: "sent", column: "sent" } },
  wrongDoors: { count: { column: "visits" } },
};

type Say = (key: string, values: Record<string, number | string>) => string;

/** What a figure comes down to, in words. */
export function figureLead(given: Parameters<typeof figureWords>[0]): (figure: Figure) => string {
  const say = given.texts as Say;
  const words = figureWords(given);
  return (figure) => {
    const { count, other, bare } = told[figure.key];
    const number = numberIn(figure, count);
    if (number === "hidden") return say("leadHidden", {});
    const isSome = figure.rows.some(({ values }) => values.some((value) => value !== 0));
    if (bare && number === 0 && isSome) return say(`figures.${figure.key}.leadNone`, {});
    const beside = other ? words.value("cases", numberIn(figure, other)) : "";
    return say(`figures.${figure.key}.lead`, { count: number, other: beside });
  };
}

function numberIn(figure: Figure, { row, column }: Told): number | "hidden" {
  const rows =
    row === "*"
      ? figure.rows
      : row === undefined
        ? figure.total
          ? [figure.total]
          : []
        : figure.rows.filter(({ key }) => key === row);
  const values = rows.flatMap((one) =>
    one.values.filter((_, place) => column === "*" || figure.columns[place]?.key === column),
  );
  return values.includes("hidden") ? "hidden" : values.reduce(added, 0);
}

function added(sum: number, value: FigureValue): number {
  return typeof value === "number" ? sum + value : sum;
}
