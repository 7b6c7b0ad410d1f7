/** Decided situations as rows of memory: of cases from their figures, of precedents from their packed facts. */
import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { db, precedents, precedentWords, type caseFigures } from "#db";
import { unpackFacts } from "#db/precedent-words.ts";
import { highestAmount } from "#app/domain/merged-facts.ts";
import type { DecidedRow } from "#app/domain/policy-rule-index.ts";
import { readPrecedents } from "./comparable-precedents.server.ts";
import type { ComparedCatalogue } from "./compared-catalogue.server.ts";

export type ScopedRow = { scopeId: string; row: DecidedRow };

/** Rows read in one go: some milliseconds. */
export const wordsAtOnce = 400;

const columns = {
  words: precedentWords,
  decisionId: precedents.decisionId,
  scopeId: precedents.scopeId,
};

/** Packed precedents from a change on, oldest change first. */
export const packedFrom = db.hot<{ changed: number }>()((read) =>
  read
    .select(columns)
    .from(precedentWords)
    .innerJoin(precedents, eq(precedents.id, precedentWords.precedentId))
    .where(gte(precedentWords.changed, sql.placeholder("changed")))
    .orderBy(asc(precedentWords.changed))
    .limit(wordsAtOnce),
);

export type PackedRow = Awaited<ReturnType<typeof packedFrom>>[number];

/** Of precedents made from a decision of a case that was destroyed since: they count by themselves now. */
export async function packedOrphans(): Promise<PackedRow[]> {
  return db.read
    .select(columns)
    .from(precedentWords)
    .innerJoin(precedents, eq(precedents.id, precedentWords.precedentId))
    .where(and(eq(precedents.source, "decision"), isNull(precedents.decisionId)))
    .orderBy(asc(precedentWords.changed));
}

/** Published precedents that were never packed, of a database from before that: by id, from one up to another. */
export async function unpackedBetween({ after, upTo }: { after: string; upTo: string | null }) {
  return db.read
    .select({
      id: precedents.id,
      scopeId: precedents.scopeId,
      status: precedents.status,
      level: precedents.level,
      decisionId: precedents.decisionId,
      decidedAt: precedents.decidedAt,
      validUntil: precedents.validUntil,
      catalogueSize: precedents.catalogueSize,
    })
    .from(precedents)
    .leftJoin(precedentWords, eq(precedentWords.precedentId, precedents.id))
    .where(
      and(
        isNull(precedentWords.precedentId),
        isNotNull(precedents.publishedAt),
        isNotNull(precedents.scopeId),
        gt(precedents.id, after),
        upTo === null ? undefined : lte(precedents.id, upTo),
      ),
    )
    .orderBy(asc(precedents.id));
}

/** What packed precedents stand for, "unknown" when one has a fact that the catalogue lacks. Ended ones are read. */
export async function rowsOfPacked(
  catalogue: ComparedCatalogue,
  packed: PackedRow[],
): Promise<ScopedRow[] | "unknown"> {
  const ended = packed.filter(({ words }) => words.packed === "");
  const asked = ended.flatMap(({ words, decisionId, scopeId }) =>
    decisionId === null && scopeId !== null
      ? [{ ...words, id: words.precedentId, scopeId, decisionId, status: "outdated" as const }]
      : [],
  );
  const found = await rowsOfUnpacked(catalogue, asked);
  for (const { words, decisionId } of packed) {
    const facts = unpackFacts(words.packed);
    if (!facts) continue;
    if (facts.facts.some((number) => !catalogue.byNumber[number])) return "unknown";
    const { precedentId: id, scopeId, level, decidedAt, validUntil, catalogueSize } = words;
    const row: DecidedRow = {
      ...{ id, level, decidedAt, validUntil, catalogueSize, unknown: [], costs: [] },
      kind: decisionId === null ? "precedent" : "of_decision",
      facts: counted(catalogue, facts.facts),
      reason: counted(catalogue, facts.reason),
      amounts: amountsOf(catalogue, Object.entries(words.amounts ?? {})),
    };
    found.push({ scopeId, row });
  }
  return found;
}

type UnpackedRow = Pick<
  Awaited<ReturnType<typeof unpackedBetween>>[number],
  "id" | "scopeId" | "status" | "level" | "decisionId" | "decidedAt" | "validUntil"
> & { catalogueSize: number };

/** What precedents stand for by their own rows. */
export async function rowsOfUnpacked(
  catalogue: ComparedCatalogue,
  rows: UnpackedRow[],
): Promise<ScopedRow[]> {
  // One made from a decision that ended counts through its case, and takes the place of nothing.
  const wanted = rows.filter(({ decisionId, status }) => decisionId === null || status === "valid");
  if (wanted.length === 0) return [];
  const ids = wanted.map(({ id }) => id);
  const read = await readPrecedents(db.read, catalogue, inArray(precedents.id, ids));
  const known = new Map(read.map((each) => [each.id, each]));
  return wanted.flatMap(({ status, decisionId, scopeId, ...row }) => {
    const facts = known.get(row.id);
    if (!facts || scopeId === null) return [];
    const { pro, con, reasonPro = [], reasonCon = [], ordered } = facts;
    const numbers = (ids: string[]) => ids.flatMap((id) => catalogue.byId.get(id)?.number ?? []);
    const had = new Set([...pro, ...con]);
    const amounts = Object.entries({ ...ordered?.pro, ...ordered?.con });
    const kind = decisionId !== null ? "of_decision" : status === "valid" ? "precedent" : "ended";
    const made: DecidedRow = {
      ...{ id: row.id, kind, level: row.level, unknown: [], costs: [] },
      ...{ decidedAt: row.decidedAt, validUntil: row.validUntil },
      catalogueSize: row.catalogueSize,
      facts: numbers([...pro, ...con]),
      // Naming nothing is resting on everything.
      reason: numbers([
        ...(reasonPro.length > 0 ? reasonPro : pro),
        ...(reasonCon.length > 0 ? reasonCon : con),
      ]),
      amounts: amounts
        .filter(([id]) => had.has(id))
        .flatMap(([id, amount]): [number, number][] => numbers([id]).map((at) => [at, amount])),
    };
    return [{ scopeId, row: made }];
  });
}

type FiguresRow = Pick<typeof caseFigures.$inferSelect, "caseId" | "figures">;

/** The decided situation of a case; null while nothing was decided that can be compared. */
export function rowOfCase(catalogue: ComparedCatalogue, of: FiguresRow): ScopedRow | null {
  const { situation, scopeId, decision } = of.figures;
  const level = decision?.level ?? null;
  if (!situation || !decision || level === null || scopeId === null) return null;
  const facts = counted(catalogue, situation.yes);
  const row: DecidedRow = {
    ...{ id: of.caseId, kind: "case", level, decidedAt: decision.takenAt },
    ...{ validUntil: null, catalogueSize: situation.catalogueSize, costs: situation.costs },
    facts,
    reason: reasonOf(catalogue, situation.reason, facts),
    unknown: counted(catalogue, situation.unknown).filter((number) => !facts.includes(number)),
    amounts: amountsOf(catalogue, situation.amounts),
  };
  return { scopeId, row };
}

/** What the motivation names of the facts there were; on a side where it names none, all of that side. */
function reasonOf(catalogue: ComparedCatalogue, named: number[], facts: number[]): number[] {
  const reason = new Set(counted(catalogue, named));
  return (["pro", "con"] as const).flatMap((side) => {
    const own = facts.filter((number) => catalogue.byNumber[number]?.direction === side);
    const some = own.filter((number) => reason.has(number));
    return some.length > 0 ? some : own;
  });
}

/** The numbers these count as, each once. */
function counted({ byNumber }: ComparedCatalogue, numbers: number[]): number[] {
  return [...new Set(numbers.flatMap((number) => byNumber[number]?.number ?? []))];
}

/** The amounts of ordered facts; of several that come together by a merge the highest. */
function amountsOf(
  { byNumber }: ComparedCatalogue,
  amounts: readonly (readonly [string | number, number])[],
): [number, number][] {
  const found = new Map<number, number>();
  for (const [number, amount] of amounts) {
    const fact = byNumber[Number(number)];
    if (!fact?.measure) continue;
    const known = found.get(fact.number) ?? null;
    found.set(fact.number, highestAmount(known, amount) ?? amount);
  }
  return [...found];
}
