import { createParts, grown, grownLength, type Parts } from "./account-parts.ts";
import { pointPairs, sumsLength } from "./agreement-interval.ts";

/** A day, level or place that is not there. */
export const noDay = 65_535;
export const noLevel = 255;
export const nothing = 255;

const perCase = {
  organisation: new Uint16Array(0),
  scope: new Uint16Array(0),
  status: new Uint8Array(0),
  special: new Uint8Array(0),
  receivedDay: new Uint16Array(0),
  /** The last day of the legal term. */
  dueDay: new Uint16Array(0),
  decidedDay: new Uint16Array(0),
  takenDay: new Uint16Array(0),
  level: new Uint8Array(0),
  choice: new Uint8Array(0),
  answer: new Uint8Array(0),
  conditions: new Uint16Array(0),
  conditionsOpen: new Uint16Array(0),
  conditionsDue: new Uint16Array(0),
  weighedDay: new Uint16Array(0),
  reviewDay: new Uint16Array(0),
  helpedCitizen: new Uint8Array(0),
  helpedProfessional: new Uint8Array(0),
  conditionsKept: new Uint8Array(0),
  settledDay: new Uint16Array(0),
  askedDay: new Uint16Array(0),
  helpedAsked: new Uint8Array(0),
};
export type CaseColumn = keyof typeof perCase;

const partKinds = ["perspectives", "failing", "costs", "uses"] as const;
export type PartKind = (typeof partKinds)[number];

/** Cells by their word in the order of `disagreementWords`; sums as in `Coincidences`. */
export type PerspectiveColumn =
  "perspective" | "passing" | "eens" | "verschil" | "tegengesteld" | `sum${number}`;

/**
 * The figures of all cases in memory, as numbers in columns: some 80 bytes each, and 62 more per perspective that
 * weighed it. Days are days since 1970-01-01.
 */
export type AccountIndex = {
  /** Rows in use and rows that came free; a free one has no organisation. */
  size: number;
  count: number;
  freeRows: number[];
  ids: Uint32Array;
  columns: Record<CaseColumn, Uint16Array | Uint8Array>;
  /** Per kind the first record of each case, or -1. */
  first: Record<PartKind, Int32Array>;
  perspectives: Parts<PerspectiveColumn>;
  failing: Parts<"perspective">;
  /** `realised` is NaN where no review tells. */
  costs: Parts<"bearer" | "once" | "yearly" | "realised">;
  uses: Parts<"relation" | "age">;
  /** Names by the numbers that stand for them in the columns. */
  organisations: Names;
  scopes: Names;
  perspectiveKeys: Names;
  /** Rows by the id of their case, plus 1: 0 is empty, -1 was taken out. */
  slots: Int32Array;
  slotsUsed: number;
};

/** Names that are given numbers in the order in which they come. */
export type Names = { list: string[]; byName: Map<string, number> };

export function createAccountIndex(): AccountIndex {
  const columns = Object.fromEntries(
    Object.entries(perCase).map(([name, column]) => [name, grown(column, 0)]),
  ) as AccountIndex["columns"];
  const first = Object.fromEntries(
    partKinds.map((kind) => [kind, new Int32Array(0)]),
  ) as AccountIndex["first"];
  return {
    ...{ size: 0, count: 0, freeRows: [], ids: new Uint32Array(0), columns, first },
    perspectives: createParts(perspectiveColumns()),
    failing: createParts({ perspective: new Uint8Array(0) }),
    costs: createParts({
      bearer: new Uint8Array(0),
      once: new Float64Array(0),
      yearly: new Float64Array(0),
      realised: new Float64Array(0),
    }),
    uses: createParts({ relation: new Uint8Array(0), age: new Uint8Array(0) }),
    organisations: noNames(),
    scopes: noNames(),
    perspectiveKeys: noNames(),
    slots: new Int32Array(64),
    slotsUsed: 0,
  };
}

function perspectiveColumns(): Parts<PerspectiveColumn>["columns"] {
  const columns: Parts<PerspectiveColumn>["columns"] = {
    perspective: new Uint8Array(0),
    passing: new Uint8Array(0),
    eens: new Uint16Array(0),
    verschil: new Uint16Array(0),
    tegengesteld: new Uint16Array(0),
  };
  for (let sum = 0; sum < sumsLength; sum += 1) {
    columns[`sum${sum}`] =
      sum < sumsLength - pointPairs.length ? new Uint16Array(0) : new Float32Array(0);
  }
  return columns;
}

function noNames(): Names {
  return { list: [], byName: new Map() };
}

/** The number of a name, a new one when it was not met before. */
export function numberOf(names: Names, name: string): number {
  const known = names.byName.get(name);
  if (known !== undefined) return known;
  names.byName.set(name, names.list.length);
  return names.list.push(name) - 1;
}

/** A row for one more case. */
export function takeRow(index: AccountIndex): number {
  index.count += 1;
  const free = index.freeRows.pop();
  if (free !== undefined) return free;
  if (index.size === index.columns.status.length) growRows(index);
  index.size += 1;
  return index.size - 1;
}

function growRows(index: AccountIndex): void {
  const length = grownLength(index.size);
  for (const name of Object.keys(index.columns) as CaseColumn[]) {
    index.columns[name] = grown(index.columns[name], length);
  }
  for (const kind of partKinds)
    index.first[kind] = grown(index.first[kind], length).fill(-1, index.size);
  index.ids = grown(index.ids, length * 4);
}

/** The id of the case in a row. */
export function caseIdOf(index: AccountIndex, row: number): string {
  const words = index.ids.subarray(row * 4, row * 4 + 4);
  const hex = Array.from(words, (word) => word.toString(16).padStart(8, "0")).join("");
  const cuts = [0, 8, 12, 16, 20, 32];
  return cuts
    .slice(1)
    .map((end, place) => hex.slice(cuts[place], end))
    .join("-");
}
