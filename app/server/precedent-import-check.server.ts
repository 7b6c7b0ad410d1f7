/** What a row of an import means here, or everything that is wrong with it. */
import { setImmediate as turn } from "node:timers/promises";
import { environment } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import { findPersonalData, type Finding } from "#app/domain/personal-data.ts";
import { amountInFile } from "#app/domain/precedent-file.ts";
import type { ImportRowStatus } from "#app/domain/precedent-relations.ts";
import type { PrecedentVisibility } from "#app/domain/precedent-rules.ts";
import {
  externalIdIn,
  readRow,
  type PrecedentRow,
  type RawRow,
  type RowErrors,
} from "#app/schemas/precedent-file.ts";
import type { FactNow } from "./catalogue-now.server.ts";
import {
  contentKey,
  knownPrecedents,
  lower,
  type Content,
  type ImportWorld,
} from "./precedent-import-world.server.ts";

/** A row as it can be brought in. */
export type ImportedPrecedent = Omit<Content, "facts"> & {
  externalId: string;
  visibility: PrecedentVisibility | null;
  reviewDate: number | null;
  catalogueSize: number;
  facts: (Content["facts"][number] & { side: "pro" | "con" })[];
};

export type WaitingRow = { row: number; data: RawRow; errors: RowErrors };
export type CheckedRow = WaitingRow & {
  status: Extract<ImportRowStatus, "good" | "broken" | "known">;
  precedent: ImportedPrecedent | null;
};

/**
 * Looks at rows, letting others in between. For rows that were looked at before only what may have
 * changed since: a text found clean stays clean.
 */
export async function checkRows(
  world: ImportWorld,
  rows: WaitingRow[],
  { again = false } = {},
): Promise<CheckedRow[]> {
  const names = rows.map(({ data }) => externalIdIn(data));
  const known = await knownPrecedents(world, names);
  const checked: CheckedRow[] = [];
  let paused = performance.now();
  for (const row of rows) {
    const found: RowErrors = {};
    const data = again ? row.data : withoutPersonalData(row.data, adding(found));
    checked.push(checkRow({ world, known }, { ...row, errors: { ...row.errors, ...found } }, data));
    if (performance.now() - paused < 8) continue;
    await turn();
    paused = performance.now();
  }
  return checked;
}

type Against = { world: ImportWorld; known: Map<string, Content> };

/** `clean` is what is kept of the row. */
function checkRow(
  { world, known }: Against,
  { row, data, errors: earlier }: WaitingRow,
  clean: RawRow,
): CheckedRow {
  const errors = structuredClone(earlier);
  const add = adding(errors);
  const reading = readRow(data);
  if ("errors" in reading) {
    for (const [column, codes] of Object.entries(reading.errors)) {
      for (const code of codes) add(column, code);
    }
    return { row, data: clean, errors, status: "broken", precedent: null };
  }
  const precedent = meaningOf(world, reading.row, add);
  const there = known.get(precedent.externalId);
  if (Object.keys(errors).length === 0 && there) {
    const status = contentKey(there) === contentKey(precedent) ? "known" : "broken";
    if (status === "broken") add("externalId", "other_content");
    return { row, data: clean, errors, status, precedent: null };
  }
  // One that ended may be there already; to bring in there is nothing to it.
  if (!/^(valid)?$/.test(reading.row.status)) add("status", "ended");
  const isBroken = Object.keys(errors).length > 0;
  return {
    ...{ row, data: clean, errors },
    status: isBroken ? "broken" : "good",
    precedent: isBroken ? null : precedent,
  };
}

type Add = (column: string, code: string) => void;

function adding(errors: RowErrors): Add {
  return (column, code) => {
    if (!errors[column]?.includes(code)) errors[column] = [...(errors[column] ?? []), code];
  };
}

/** Names the kinds that were found; what is kept of the row has them blackened. */
function withoutPersonalData(data: RawRow, add: Add): RawRow {
  const clean: RawRow = {};
  for (const [column, value] of Object.entries(data)) {
    const isMotivation = column === "motivation" && typeof value === "object" && value !== null;
    if (!isMotivation) clean[column] = blackened(column, value, add);
    else {
      clean[column] = Object.fromEntries(
        Object.entries(value).map(([key, text]: [string, unknown]) => [
          key,
          blackened(`motivation.${key}`, text, add),
        ]),
      );
    }
  }
  return clean;
}

const searched = /^(externalId|title|summary|scope|motivation\..*)$/;

function blackened(column: string, value: unknown, add: Add): unknown {
  if (typeof value !== "string" || !searched.test(column)) return value;
  const found = findPersonalData(value.slice(0, 50_000));
  for (const { kind } of found) add(column, `personal_data:${kind}`);
  return found.reduce((text, finding) => blackenedAt(text, finding), value);
}

function blackenedAt(text: string, { index, match }: Finding): string {
  return text.slice(0, index) + "█".repeat(match.length) + text.slice(index + match.length);
}

function meaningOf(world: ImportWorld, row: PrecedentRow, add: Add): ImportedPrecedent {
  const { title, summary, motivation, lawReferences, lifeEvents, validUntil, reviewDate } = row;
  const scopeId = row.scope === "" ? null : (world.scopes.get(lower(row.scope)) ?? null);
  if (row.scope !== "" && scopeId === null) add("scope", "unknown_scope");
  const level = world.levels.get(lower(row.level));
  if (level === undefined) add("level", "unknown_level");
  if (row.decidedAt > environment.now() + dayInMs) add("decidedAt", "date_in_future");
  if (validUntil !== null && validUntil <= row.decidedAt) add("validUntil", "ends_before_decision");
  return {
    ...{ title, summary, motivation, validUntil, reviewDate, scopeId },
    externalId: row.externalId,
    level: level ?? 0,
    lawReferences: [...new Set(lawReferences)],
    lifeEvents: [...new Set(lifeEvents)],
    decidedAt: row.decidedAt,
    visibility: row.visibility,
    facts: factsOf(world, row, add),
    catalogueSize: catalogueSizeOf(world, row, add),
  };
}

type Fact = ImportedPrecedent["facts"][number];

function factsOf(world: ImportWorld, row: PrecedentRow, add: Add): ImportedPrecedent["facts"] {
  const own = new Map<string, Fact>();
  for (const side of ["pro", "con"] as const) {
    const column = side === "pro" ? "factsPro" : "factsCon";
    for (const name of row[column]) {
      const fact = factNamed(world, name, (code) => add(column, code));
      if (fact && fact.direction !== side) add(column, `other_side:${name}`);
      else if (fact) own.set(fact.id, { factId: fact.id, side, inReason: false, amount: null });
    }
  }
  if (row.factsPro.length + row.factsCon.length === 0) add("factsPro", "no_facts");
  for (const name of row.reason) {
    const fact = factNamed(world, name, (code) => add("reason", code));
    const there = fact && own.get(fact.id);
    if (there) there.inReason = true;
    else if (fact) add("reason", `not_among_facts:${name}`);
  }
  for (const [name, text] of Object.entries(row.amounts)) {
    const fact = factNamed(world, name, (code) => add("amounts", code));
    if (!fact) continue;
    const amount = fact.measure && amountInFile(text, fact.measure);
    const there = own.get(fact.id);
    if (fact.measure === null) add("amounts", `no_measure:${name}`);
    else if (amount === null) add("amounts", `wrong_amount:${name}`);
    else if (there) there.amount = Math.max(amount, there.amount ?? amount);
    else add("amounts", `not_among_facts:${name}`);
  }
  return [...own.values()];
}

function factNamed(
  world: ImportWorld,
  name: string,
  add: (code: string) => void,
): FactNow | undefined {
  const fact = world.facts.get(lower(name));
  if (fact === undefined) add(`unknown_fact:${name.slice(0, 100)}`);
  if (fact === null) add(`ambiguous_fact:${name.slice(0, 100)}`);
  return fact ?? undefined;
}

/** Nobody looked at the facts that are named here: the catalogue was as large as up to the first of them. */
function catalogueSizeOf(world: ImportWorld, row: PrecedentRow, add: Add): number {
  const later = row.unknownFacts.flatMap(
    (name) => factNamed(world, name, (code) => add("unknownFacts", code))?.number ?? [],
  );
  return Math.min(world.catalogueSize, ...later.map((number) => number - 1));
}
