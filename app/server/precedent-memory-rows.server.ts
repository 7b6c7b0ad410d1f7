/** Rows of packed facts, and the precedents they stand for. */
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { db, precedents, precedentWords } from "#db";
import { unpackFacts } from "#db/precedent-words.ts";
import { dayNumber } from "#app/domain/day.ts";
import type { FactKind } from "#app/domain/case-file.ts";
import type { IndexedPrecedent } from "#app/domain/precedent-index.ts";
import { precedentVisibilities, type PrecedentVisibility } from "#app/domain/precedent-rules.ts";
import { readPrecedents } from "./comparable-precedents.server.ts";
import type { ComparedCatalogue } from "./compared-catalogue.server.ts";

export type WordsRow = typeof precedentWords.$inferSelect;

/** A precedent with the scope in whose index it belongs, and when it stops to count. */
export type ScopedPrecedent = {
  scopeId: string;
  validUntil: number | null;
  precedent: IndexedPrecedent;
};

/** So many rows are read in one go: some milliseconds. */
export const rowsAtOnce = 400;

/** Rows from a change on, oldest change first. */
export const rowsFrom = db.hot<{ changed: number }>()((read) =>
  read
    .select()
    .from(precedentWords)
    .where(gte(precedentWords.changed, sql.placeholder("changed")))
    .orderBy(asc(precedentWords.changed))
    .limit(rowsAtOnce),
);

/** A change by its number and the precedent it was of. */
export type Change = { changed: number; precedentId: string };

export const noChange: Change = { changed: 0, precedentId: "" };

const newest = db.hot<Record<string, never>>()((read) =>
  read
    .select({ changed: precedentWords.changed, precedentId: precedentWords.precedentId })
    .from(precedentWords)
    .orderBy(desc(precedentWords.changed))
    .limit(1),
);

/** The newest change there is. */
export async function newestChange(): Promise<Change> {
  const [row = noChange] = await newest({});
  return row;
}

/** The group of the index that a visibility is. */
export function groupOf(visibility: PrecedentVisibility): number {
  return precedentVisibilities.indexOf(visibility);
}

const latestDay = 65_534;

function storedDay(moment: number): number {
  return Math.min(Math.max(dayNumber(moment), 0), latestDay);
}

/** What a row stands for; null of one that counts no more, "unknown" when it has a fact the catalogue lacks. */
export function precedentIn(
  catalogue: ComparedCatalogue,
  row: WordsRow,
): ScopedPrecedent | null | "unknown" {
  const packed = unpackFacts(row.packed);
  if (!packed) return null;
  const { byNumber } = catalogue;
  if (packed.facts.some((number) => !byNumber[number])) return "unknown";
  const own = sides(catalogue, packed.facts);
  // All that there is, is the same as nothing named.
  const isWhole = packed.facts.length === packed.reason.length;
  const reason = isWhole ? null : sides(catalogue, packed.reason);
  const { precedentId: id, level, scopeId, validUntil } = row;
  const precedent: IndexedPrecedent = {
    id,
    level,
    ...own,
    ...(reason && { reasonPro: reason.pro, reasonCon: reason.con }),
    known: catalogue.knownAt(row.catalogueSize),
    ...(row.amounts && { ordered: orderedOf(catalogue, row.amounts) }),
    decidedDay: storedDay(row.decidedAt),
    group: groupOf(row.visibility),
  };
  return { scopeId, validUntil, precedent };
}

function sides({ byNumber }: ComparedCatalogue, numbers: number[]): Record<FactKind, string[]> {
  const found: Record<FactKind, string[]> = { pro: [], con: [] };
  for (const number of numbers) {
    const fact = byNumber[number];
    if (fact && !found[fact.direction].includes(fact.id)) found[fact.direction].push(fact.id);
  }
  return found;
}

function orderedOf({ byNumber }: ComparedCatalogue, amounts: Record<string, number>) {
  const found: Record<FactKind, Record<string, number>> = { pro: {}, con: {} };
  for (const [number, amount] of Object.entries(amounts)) {
    const fact = byNumber[Number(number)];
    if (!fact?.measure) continue;
    const own = found[fact.direction];
    own[fact.id] = Math.max(own[fact.id] ?? amount, amount);
  }
  return found;
}

/** The last of the next precedents by id, as many as can be looked through in some milliseconds. */
export async function endOfNextPrecedents(after: string): Promise<string | null> {
  const [row] = await precedentAhead({ after });
  return row?.id ?? null;
}

const lookedThroughAtOnce = 1_000;
const precedentAhead = db.hot<{ after: string }>()((read) =>
  read
    .select({ id: precedents.id })
    .from(precedents)
    .where(gt(precedents.id, sql.placeholder("after")))
    .orderBy(asc(precedents.id))
    .limit(1)
    .offset(lookedThroughAtOnce - 1),
);

type Between = { after: string; upTo: string | null };

/** Precedents that count and are not packed yet, of a database from before there were packed facts: by id. */
export async function unpackedBetween(
  catalogue: ComparedCatalogue,
  { after, upTo }: Between,
): Promise<ScopedPrecedent[]> {
  const rows = await db.read
    .select({
      id: precedents.id,
      scopeId: precedents.scopeId,
      visibility: precedents.visibility,
      decidedAt: precedents.decidedAt,
      validUntil: precedents.validUntil,
    })
    .from(precedents)
    .leftJoin(precedentWords, eq(precedentWords.precedentId, precedents.id))
    .where(
      and(
        isUnpacked(),
        gt(precedents.id, after),
        upTo === null ? undefined : lte(precedents.id, upTo),
      ),
    )
    .orderBy(asc(precedents.id));
  const about = new Map(rows.map((row) => [row.id, row]));
  if (about.size === 0) return [];
  const these = inArray(precedents.id, [...about.keys()]);
  const known = await readPrecedents(db.read, catalogue, these);
  return known.flatMap((precedent) => {
    const row = about.get(precedent.id);
    if (!row?.scopeId) return [];
    const { scopeId, validUntil, visibility, decidedAt } = row;
    const indexed = { decidedDay: storedDay(decidedAt), group: groupOf(visibility) };
    return [{ scopeId, validUntil, precedent: { ...precedent, ...indexed } }];
  });
}

/** What counts and was never packed; to be asked of precedents with their packed facts beside them. */
export function isUnpacked() {
  return and(
    isNull(precedentWords.precedentId),
    eq(precedents.status, "valid"),
    isNotNull(precedents.publishedAt),
    isNotNull(precedents.scopeId),
  );
}

/** The packed facts of these precedents. */
export async function wordsOf(precedentIds: string[]): Promise<WordsRow[]> {
  if (precedentIds.length === 0) return [];
  return db.read
    .select()
    .from(precedentWords)
    .where(inArray(precedentWords.precedentId, precedentIds))
    .orderBy(asc(precedentWords.changed));
}
