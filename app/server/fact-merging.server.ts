import { and, asc, countDistinct, eq, inArray, sql } from "drizzle-orm";
import { caseFacts, db, environment, facts, type Queries, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { assertMergeable, resolvedFacts } from "#app/domain/merged-facts.ts";
import type { FactAct } from "#app/schemas/fact.ts";
import type { MergePreview } from "#app/schemas/fact-view.ts";
import type { Access } from "./access.server.ts";
import { catalogueNow } from "./catalogue-now.server.ts";
import { casesWithAny, countsShown, factUsage } from "./fact-usage.server.ts";
import type { FactRow } from "./facts.server.ts";
import { notFound } from "./http.server.ts";
import { noteReindexing } from "./reindexing-noted.server.ts";
import { refuseStale } from "./stale-version.server.ts";

type Manager = Access<"catalogue.manage">;
type Act<Intent extends FactAct["intent"]> = Omit<Extract<FactAct, { intent: Intent }>, "intent">;

/** What merging one fact into another would change; null when the other one cannot be chosen. */
export async function previewMerge(
  _access: Manager,
  from: FactRow,
  intoId: string,
): Promise<MergePreview | null> {
  const rows = await factRows(db.read);
  const into = rows.find(({ id }) => id === intoId);
  if (!into || !isPossible(from, into, rows)) return null;
  const { idsOf } = await catalogueNow();
  const [own, other] = [idsOf(from.id), idsOf(into.id)];
  const shown = await countsShown();
  const usage = await factUsage();
  const overlap = await casesWithBoth(own, other);
  return {
    into: { id: into.id, label: into.label, version: into.version },
    cases: shown(await casesWithAny(own)),
    both: shown(overlap.both),
    differing: shown(overlap.differing),
    precedents: shown(usage.get(from.id)?.precedents ?? 0),
  };
}

/** The cases that answered both facts, and those that answered them differently. */
async function casesWithBoth(own: string[], other: string[]) {
  const isOwn = inArray(caseFacts.factId, own);
  const both = db.read
    .select({
      caseId: caseFacts.caseId,
      answers: countDistinct(caseFacts.answer).as("answers"),
    })
    .from(caseFacts)
    .where(inArray(caseFacts.factId, [...own, ...other]))
    .groupBy(caseFacts.caseId)
    .having(sql`count(distinct case when ${isOwn} then 1 else 2 end) = 2`)
    .as("both_facts");
  const [row] = await db.read
    .select({
      both: sql<number>`count(*)`,
      differing: sql<number>`coalesce(sum(case when ${both.answers} > 1 then 1 else 0 end), 0)`,
    })
    .from(both);
  return { both: Number(row?.both ?? 0), differing: Number(row?.differing ?? 0) };
}

/** The facts that a fact can be merged into. */
export async function mergeTargets(from: FactRow): Promise<FactRow[]> {
  const rows = await factRows(db.read);
  return rows.filter((into) => into.mergedIntoId === null && isPossible(from, into, rows));
}

function isPossible(from: FactRow, into: FactRow, rows: FactRow[]): boolean {
  try {
    assertMergeable(from, into, rows);
    return true;
  } catch {
    return false;
  }
}

/** From now on the fact counts as the other one, everywhere; what was written with it stays as it is. */
export async function mergeFact(access: Manager, id: string, act: Act<"merge">): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const rows = await factRows(tx);
    const [from, into] = [
      freshFact(rows, id, act.version),
      freshFact(rows, act.into, act.intoVersion),
    ];
    assertMergeable(from, into, rows);
    await change(tx, from, {
      mergedIntoId: into.id,
      active: false,
      endReason: act.reason,
      endedAt: environment.now(),
    });
    await searchedAnew(tx, rows, id);
    await tx.record({
      kind: "fact.merged",
      subject: { type: "fact", id },
      details: { key: from.key, into: into.key },
      content: { into: into.id, reason: act.reason },
    });
  });
}

/** Takes a merge back: the fact counts as itself again. */
export async function unmergeFact(
  access: Manager,
  id: string,
  { version }: Act<"unmerge">,
): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const rows = await factRows(tx);
    const fact = freshFact(rows, id, version);
    if (fact.mergedIntoId === null) throw new DomainError("already_done");
    await change(tx, fact, inUse);
    await searchedAnew(tx, rows, id);
    await tx.record({
      kind: "fact.unmerged",
      subject: { type: "fact", id },
      details: { key: fact.key },
    });
  });
}

/** Takes a fact out of the list of new cases. Where it was established it keeps counting. */
export async function retireFact(
  access: Manager,
  id: string,
  { version, reason }: Act<"retire">,
): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const fact = freshFact(await factRows(tx), id, version);
    if (!fact.active) throw new DomainError("already_done");
    const endedAt = environment.now();
    await change(tx, fact, { active: false, endReason: reason, endedAt });
    await tx.record({
      kind: "fact.retired",
      subject: { type: "fact", id },
      details: { key: fact.key },
      content: { reason },
    });
  });
}

/** Offers a retired fact in new cases again. */
export async function restoreFact(
  access: Manager,
  id: string,
  { version }: Act<"restore">,
): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const fact = freshFact(await factRows(tx), id, version);
    if (fact.active || fact.mergedIntoId !== null) throw new DomainError("already_done");
    await change(tx, fact, inUse);
    await tx.record({
      kind: "fact.restored",
      subject: { type: "fact", id },
      details: { key: fact.key },
    });
  });
}

/** What has the fact, or one that counts as it, is found by another name from now on. */
async function searchedAnew(tx: Transaction, rows: FactRow[], id: string): Promise<void> {
  const resolved = resolvedFacts(
    rows.map((row) => (row.id === id ? { id, mergedIntoId: null } : row)),
  );
  for (const [own, counts] of resolved) if (counts === id) await noteReindexing(tx, own);
}

const inUse = { mergedIntoId: null, active: true, endReason: "", endedAt: null };

async function factRows(read: Queries): Promise<FactRow[]> {
  return read.select().from(facts).orderBy(asc(facts.number));
}

function freshFact(rows: FactRow[], id: string, version: number): FactRow {
  const fact = rows.find((row) => row.id === id) ?? notFound();
  if (fact.version !== version) refuseStale({ theirs: {}, yours: {} });
  return fact;
}

async function change(
  tx: Transaction,
  { id, version }: FactRow,
  values: Partial<FactRow>,
): Promise<void> {
  const isFresh = and(eq(facts.id, id), eq(facts.version, version));
  await tx
    .update(facts)
    .set({ ...values, version: version + 1 })
    .where(isFresh);
}
