import type { FactAnswer } from "./case-file.ts";
import { bearers, type Bearer, type Recurrence } from "./option.ts";

/**
 * What was decided about, by the numbers of facts in the catalogue as they were answered, merged facts not yet
 * resolved.
 */
export type SituationFigures = {
  yes: number[];
  unknown: number[];
  /** Of ordered facts that hold, how much: number and amount. */
  amounts: [number, number][];
  /** Facts that the motivation names. */
  reason: number[];
  /** What nobody answered up to this number was not there; facts with a higher number came later. */
  catalogueSize: number;
  /**
   * Per outcome level what each bearer would have paid over five years, in cents: at the level decided what was chosen,
   * at others the first option. Empty when no costs are known.
   */
  costs: { level: number; bearer: Bearer; cents: number }[];
};

/** The years over which costs are compared. */
export const costYears = 5;

type Line = { bearer: Bearer; recurrence: Recurrence; cents: number };

/** The rows of a decided case that its situation is made of. */
export type SituationRows = {
  takenAt: number;
  level: number;
  /** The options chosen; more than one where claims are treated differently. */
  optionIds: string[];
  /** Ids of facts that the motivation names. */
  reason: string[];
  answers: { factId: string; answer: FactAnswer; amount: number | null }[];
  options: { id: string; level: number; position: number; costLines: Line[] }[];
  catalogue: { id: string; number: number; createdAt: number }[];
};

/** The situation that a decision was about, from its rows. */
export function situationFigures(rows: SituationRows): SituationFigures {
  const numbers = new Map(rows.catalogue.map(({ id, number }) => [id, number]));
  const answered = rows.answers.flatMap(({ factId, ...row }) => {
    const number = numbers.get(factId);
    return number === undefined ? [] : [{ ...row, number }];
  });
  const having = (wanted: FactAnswer) => answered.filter(({ answer }) => answer === wanted);
  return {
    yes: inOrder(having("yes").map(({ number }) => number)),
    unknown: inOrder(having("unknown").map(({ number }) => number)),
    amounts: having("yes")
      .flatMap(({ number, amount }): [number, number][] =>
        amount === null ? [] : [[number, amount]],
      )
      .sort(([a], [b]) => a - b),
    reason: inOrder(rows.reason.flatMap((id) => numbers.get(id) ?? [])),
    catalogueSize: Math.max(catalogueSizeAt(rows), ...answered.map(({ number }) => number)),
    costs: costsByLevel(rows),
  };
}

function inOrder(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** What an installation begins with counts as always there: its first cases may be older. */
function catalogueSizeAt({ catalogue, takenAt }: SituationRows): number {
  const first = catalogue.reduce((least, { createdAt }) => Math.min(least, createdAt), Infinity);
  const then = Math.max(first, takenAt);
  return catalogue.reduce(
    (most, { number, createdAt }) => (createdAt <= then ? Math.max(most, number) : most),
    0,
  );
}

function costsByLevel({ level: decided, optionIds, options }: SituationRows) {
  const lines = options.flatMap(({ costLines }) => costLines);
  const borne = bearers.filter((bearer) => lines.some((line) => line.bearer === bearer));
  const chosen = options.filter(({ id }) => optionIds.includes(id));
  const byLevel = new Map<number, Line[]>();
  if (chosen.length > 0) byLevel.set(decided, chosen.flatMap(linesOf));
  for (const option of [...options].sort((a, b) => a.position - b.position)) {
    if (!byLevel.has(option.level)) byLevel.set(option.level, option.costLines);
  }
  return [...byLevel]
    .sort(([a], [b]) => a - b)
    .flatMap(([level, own]) =>
      borne.map((bearer) => ({
        ...{ level, bearer },
        cents: overYears(own.filter((line) => line.bearer === bearer)),
      })),
    );
}

function linesOf({ costLines }: { costLines: Line[] }): Line[] {
  return costLines;
}

function overYears(lines: Line[]): number {
  return lines.reduce(
    (sum, { recurrence, cents }) => sum + cents * (recurrence === "yearly" ? costYears : 1),
    0,
  );
}
