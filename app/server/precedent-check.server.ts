import { and, asc, desc, eq, inArray, or } from "drizzle-orm";
import { db, facts, precedentFacts, precedents } from "#db";
import { highestAmount } from "#app/domain/merged-facts.ts";
import type { Right } from "#app/domain/rights.ts";
import type { ComparablePrecedent, PrecedentFact } from "#app/schemas/precedent-view.ts";
import type { Access } from "./access.server.ts";
import { catalogueNow } from "./catalogue-now.server.ts";
import { comparisonsWith, nearestTo, type CaseSituation } from "./comparing.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";

const mostShown = 10;

/**
 * The precedents that differ least from a case, of its scope and of scopes elsewhere that it compares with: fewest
 * differences first, then the newest. Those already chosen are always there.
 */
export async function listComparablePrecedents(
  access: Access<Right>,
  situation: CaseSituation,
  { chosenIds, levels }: { chosenIds: string[]; levels: number },
): Promise<ComparablePrecedent[]> {
  const near = await nearestTo(access, situation, { count: mostShown, elsewhere: true, levels });
  const ids = [...new Set([...chosenIds, ...near.map(({ id }) => id)])];
  const compared = await comparisonsWith(access, situation, ids, levels);
  const known = await factsOfPrecedents(compared.map(({ precedent }) => precedent.id));
  return compared
    .map(
      ({ precedent: { id, number, title, level, organisation, decidedAt }, differenceCount }) => ({
        ...{ id, number, title, level, organisation, decidedAt },
        differences: differenceCount,
        facts: known.get(id) ?? [],
      }),
    )
    .sort(
      (a, b) =>
        a.differences - b.differences || b.decidedAt - a.decidedAt || (a.id < b.id ? 1 : -1),
    );
}

/** The facts of each of these precedents as they count now: those in the reason first. */
export async function factsOfPrecedents(ids: string[]): Promise<Map<string, PrecedentFact[]>> {
  const known = new Map<string, PrecedentFact[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return known;
  const rows = await db.read
    .select({
      precedentId: precedentFacts.precedentId,
      id: facts.id,
      side: precedentFacts.side,
      inReason: precedentFacts.inReason,
      amount: precedentFacts.amount,
    })
    .from(precedentFacts)
    .innerJoin(facts, eq(facts.id, precedentFacts.factId))
    .where(inArray(precedentFacts.precedentId, ids))
    .orderBy(desc(precedentFacts.inReason), desc(precedentFacts.side), asc(facts.key));
  const { byId } = await catalogueNow();
  for (const { precedentId, id, side, inReason, amount } of rows) {
    const own = known.get(precedentId) ?? [];
    const fact = byId.get(id);
    const earlier = own.find((other) => other.id === fact?.id);
    if (earlier) earlier.amount = highestAmount(earlier.amount, amount);
    else if (fact) {
      const { label, measure } = fact;
      own.push({ id: fact.id, label, side, inReason: inReason > 0, measure, amount });
    }
  }
  return known;
}

/** The precedent someone names by its number or by the address of its page; null when unknown. */
export async function findNamedPrecedent(
  access: Access<Right>,
  named: string,
): Promise<string | null> {
  const [id] = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(named) ?? [];
  const byNumber = and(
    eq(precedents.organisationId, access.organisation.id),
    eq(precedents.number, named.trim().toUpperCase()),
  );
  const [row] = await db.read
    .select({ id: precedents.id })
    .from(precedents)
    .where(
      and(
        or(byNumber, id ? eq(precedents.id, id.toLowerCase()) : undefined),
        visiblePrecedents(access),
      ),
    );
  return row?.id ?? null;
}
