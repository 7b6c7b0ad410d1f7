/** Decided situations in memory, as the computing about rules takes them. */
import type { ClusterRows } from "#app/domain/clusters.ts";
import type { DecidedSituation } from "#app/domain/policy-rule.ts";
import { decidedRows, freeLevel } from "#app/domain/policy-rule-blocks.ts";
import { decidedAt, type DecidedIndex, type DecidedRow } from "#app/domain/policy-rule-index.ts";
import type { ComparedCatalogue } from "./compared-catalogue.server.ts";
import { turns } from "./slices.server.ts";

/** Goes through what was decided, one by one, with other work in between; what counts through its case is left out. */
export async function eachDecided(
  index: DecidedIndex,
  act: (row: DecidedRow) => void,
): Promise<void> {
  const next = turns();
  for (const [number, block] of index.blocks.entries()) {
    for (let place = 0; place < block.rows; place += 1) {
      if (block.level[place] === freeLevel) continue;
      await next();
      const row = decidedAt(index, number * decidedRows + place);
      if (row.kind !== "of_decision") act(row);
    }
  }
}

/** By number of every fact, the lowest number of those that count as it: from then on it was known. */
export function firstNumbers({ byNumber }: ComparedCatalogue): Map<number, number> {
  const first = new Map<number, number>();
  for (const [number, fact] of byNumber.entries()) {
    if (fact && !first.has(fact.number)) first.set(fact.number, number);
  }
  return first;
}

/** The facts that came after a catalogue of some size, counting up. */
export type LateFacts = (catalogueSize: number) => number[];

export function lateFacts(catalogue: ComparedCatalogue): LateFacts {
  const first = [...firstNumbers(catalogue)].sort(([a], [b]) => a - b);
  const known = new Map<number, number[]>();
  return (size) => {
    const late =
      known.get(size) ?? first.filter(([, from]) => from > size).map(([number]) => number);
    known.set(size, late);
    return late;
  };
}

/** The facts that a row does not know, those that came later among them. */
export function unknownIn(late: LateFacts, row: DecidedRow): number[] {
  const all = new Set([...row.unknown, ...late(row.catalogueSize)]);
  for (const number of row.facts) all.delete(number);
  return [...all];
}

/** A row by ids, as the readable rules take it. */
export function situationOfRow(
  catalogue: ComparedCatalogue,
  row: DecidedRow,
  late: LateFacts = lateFacts(catalogue),
): DecidedSituation {
  const { byNumber } = catalogue;
  const ids = (numbers: number[]) => numbers.flatMap((number) => byNumber[number]?.id ?? []);
  const side = (direction: "pro" | "con") =>
    row.facts.filter((number) => byNumber[number]?.direction === direction);
  return {
    ...{ id: row.id, level: row.level, costs: row.costs },
    ...{ pro: ids(side("pro")), con: ids(side("con")) },
    unknown: ids(unknownIn(late, row)),
    amounts: row.amounts.flatMap(([number, amount]) =>
      ids([number]).map((fact) => ({ fact, amount })),
    ),
  };
}

/** Rows side by side in typed arrays, for a thread; in the order given. */
export async function clusterRows(
  catalogue: ComparedCatalogue,
  decided: DecidedRow[],
): Promise<ClusterRows> {
  const { byNumber } = catalogue;
  const late = lateFacts(catalogue);
  const width = Math.max(1, Math.ceil(byNumber.length / 32));
  const measured = [...firstNumbers(catalogue).keys()].filter(
    (number) => byNumber[number]?.measure,
  );
  const rows: ClusterRows = {
    width,
    facts: new Int32Array(decided.length * width),
    reason: new Int32Array(decided.length * width),
    levels: Uint8Array.from(decided, ({ level }) => level),
    isPro: Uint8Array.from({ length: byNumber.length }, (_, number) =>
      byNumber[number]?.direction === "pro" ? 1 : 0,
    ),
    amounts: measured.map((number) => ({ number, values: new Float64Array(decided.length) })),
  };
  const next = turns();
  for (const [at, row] of decided.entries()) {
    await next();
    setBits(rows.facts, at * width, row.facts);
    setBits(rows.reason, at * width, row.reason);
    const unknown = unknownIn(late, row);
    for (const { number, values } of rows.amounts) values[at] = amountOf(row, unknown, number);
  }
  return rows;
}

/** How much of a fact there is: none when it does not hold, NaN when that is not known. */
function amountOf(row: DecidedRow, unknown: number[], number: number): number {
  if (unknown.includes(number)) return NaN;
  if (!row.facts.includes(number)) return 0;
  return row.amounts.find(([fact]) => fact === number)?.[1] ?? NaN;
}

function setBits(words: Int32Array, start: number, numbers: number[]): void {
  for (const number of numbers) {
    const word = start + ((number - 1) >>> 5);
    words[word] = (words[word] ?? 0) | (1 << ((number - 1) & 31));
  }
}
