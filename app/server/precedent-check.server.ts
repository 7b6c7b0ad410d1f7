import { and, asc, count, desc, eq, inArray, or } from "drizzle-orm";
import { db, environment, facts, organisations, precedentFacts, precedents } from "#db";
import { highestAmount } from "#app/domain/merged-facts.ts";
import type { Right } from "#app/domain/rights.ts";
import type { ComparablePrecedent, PrecedentFact } from "#app/schemas/precedent-view.ts";
import type { Access } from "./access.server.ts";
import { catalogueNow } from "./catalogue-now.server.ts";
import { countsNow, visiblePrecedents } from "./precedent-access.server.ts";

const mostShown = 10;

type Situation = { scopeId: string | null; factIds: string[] };

/**
 * The valid precedents of the same scope that have facts in common with a case: most in common
 * first, then the newest. Those already chosen are always there.
 */
export async function listComparablePrecedents(
  access: Access<Right>,
  situation: Situation,
  chosenIds: string[] = [],
): Promise<ComparablePrecedent[]> {
  const alike = await findAlike(access, situation);
  const ids = [...new Set([...chosenIds, ...alike.map(({ id }) => id)])];
  if (ids.length === 0) return [];
  const rows = await db.read
    .select({
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      level: precedents.level,
      organisationId: precedents.organisationId,
      organisation: organisations.name,
      decidedAt: precedents.decidedAt,
    })
    .from(precedents)
    .innerJoin(organisations, eq(organisations.id, precedents.organisationId))
    .where(and(inArray(precedents.id, ids), visiblePrecedents(access)));
  const known = await factsOfPrecedents(ids);
  return rows
    .map(({ organisationId, organisation, ...row }) => {
      const own = known.get(row.id) ?? [];
      const shared = own.filter(({ id }) => situation.factIds.includes(id)).length;
      const elsewhere = organisationId === access.organisation.id ? null : organisation;
      return { ...row, organisation: elsewhere, shared, facts: own };
    })
    .sort((a, b) => b.shared - a.shared || b.decidedAt - a.decidedAt || (a.id < b.id ? 1 : -1));
}

async function findAlike(access: Access<Right>, { scopeId, factIds }: Situation) {
  if (scopeId === null || factIds.length === 0) return [];
  const shared = count(precedentFacts.factId);
  const { idsOf } = await catalogueNow();
  return db.read
    .select({ id: precedents.id, shared })
    .from(precedents)
    .innerJoin(precedentFacts, eq(precedentFacts.precedentId, precedents.id))
    .where(
      and(
        eq(precedents.scopeId, scopeId),
        countsNow(environment.now()),
        inArray(precedentFacts.factId, factIds.flatMap(idsOf)),
        visiblePrecedents(access),
      ),
    )
    .groupBy(precedents.id)
    .orderBy(desc(shared), desc(precedents.decidedAt), desc(precedents.id))
    .limit(mostShown);
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
