/** What earlier decisions say of a case: what they commit it to, and how it differs from them. */
import { and, asc, eq, inArray, isNotNull, ne, or, type SQL } from "drizzle-orm";
import { db, environment, precedents, scopeLinks } from "#db";
import { outcomeLevels } from "#app/domain/option.ts";
import { addedConflicts, type ConflictInLine } from "#app/domain/precedent-added-conflicts.ts";
import { comparison } from "#app/domain/precedent-comparison.ts";
import { conflicts, equalTreatment, type Band, type Conflict } from "#app/domain/precedent.ts";
import type { Right } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import {
  rulesProposal,
  rulesSituation,
  type CaseProposal,
  type CaseSituation,
  type Comparable,
} from "./case-situation.server.ts";
import { comparedCatalogue, readPrecedents } from "./comparable-precedents.server.ts";
import { countsNow } from "./precedent-access.server.ts";

export { situationFrom, situationOf } from "./case-situation.server.ts";
export type { CaseProposal, CaseSituation } from "./case-situation.server.ts";
export { comparisonsWith } from "./comparison-views.server.ts";

async function bindingPrecedents({ organisationId, scopeId }: Comparable) {
  if (scopeId === null) return [];
  const own = and(
    eq(precedents.organisationId, organisationId),
    eq(precedents.scopeId, scopeId),
    countsNow(environment.now()),
  );
  return readPrecedents(db.read, await comparedCatalogue(db.read), own);
}

/** The levels that treat this case as the precedents of its own organisation and scope did. */
export async function bandFor(facts: CaseSituation, levels: number): Promise<Band> {
  const known = await bindingPrecedents(facts);
  const most = known.reduce((most, { level }) => Math.max(most, level + 1), levels);
  const band = equalTreatment(rulesSituation(facts), most, known);
  // A precedent of a question set with more levels binds to no more than the highest there is here.
  return {
    ...band,
    lower: Math.min(band.lower, levels - 1),
    upper: Math.min(band.upper, levels - 1),
  };
}

/** All precedents that a decision would contradict. */
export async function conflictsFor(proposal: CaseProposal): Promise<Conflict[]> {
  return conflicts(rulesProposal(proposal), await bindingPrecedents(proposal));
}

/** What a decision would add to the conflicts the line already has, and those it already has. */
export async function addedConflictsFor(
  proposal: CaseProposal,
): Promise<{ added: Conflict[]; alreadyInLine: ConflictInLine[] }> {
  return addedConflicts(rulesProposal(proposal), await bindingPrecedents(proposal));
}

export type NearPrecedent = { id: string; differenceCount: number };

type Nearness = {
  count: number;
  /** Also those that other organisations share, of the scopes linked to this one. */
  elsewhere: boolean;
  levels?: number;
};

/** The precedents of the scope that differ least from a case: fewest differences first, then the newest. */
export async function nearestTo(
  access: Access<Right>,
  facts: CaseSituation,
  { count, elsewhere, levels = outcomeLevels.length }: Nearness,
): Promise<NearPrecedent[]> {
  if (facts.scopeId === null) return [];
  const shown = and(
    await comparedScopes(access, facts.scopeId, elsewhere),
    countsNow(environment.now()),
  );
  const known = await readPrecedents(db.read, await comparedCatalogue(db.read), shown);
  const moments = await decidedMoments(shown);
  const situation = rulesSituation(facts);
  return known
    .map((precedent) => {
      const { differenceCount } = comparison({ situation, precedent, levels });
      return { id: precedent.id, differenceCount, decidedAt: moments.get(precedent.id) ?? 0 };
    })
    .sort(
      (a, b) =>
        a.differenceCount - b.differenceCount ||
        b.decidedAt - a.decidedAt ||
        (a.id < b.id ? 1 : -1),
    )
    .slice(0, count)
    .map(({ id, differenceCount }) => ({ id, differenceCount }));
}

async function decidedMoments(which: SQL | undefined): Promise<Map<string, number>> {
  const rows = await db.read
    .select({ id: precedents.id, decidedAt: precedents.decidedAt })
    .from(precedents)
    .where(which)
    .orderBy(asc(precedents.id));
  return new Map(rows.map(({ id, decidedAt }) => [id, decidedAt]));
}

async function comparedScopes(access: Access<Right>, scopeId: string, elsewhere: boolean) {
  const own = and(
    eq(precedents.scopeId, scopeId),
    eq(precedents.organisationId, access.organisation.id),
  );
  if (!elsewhere) return own;
  const links = await db.read
    .select({ id: scopeLinks.otherScopeId })
    .from(scopeLinks)
    .where(eq(scopeLinks.scopeId, scopeId))
    .orderBy(asc(scopeLinks.otherScopeId));
  const others = and(
    inArray(
      precedents.scopeId,
      links.map(({ id }) => id),
    ),
    ne(precedents.organisationId, access.organisation.id),
    inArray(precedents.visibility, ["network", "public"]),
    isNotNull(precedents.publishedAt),
  );
  return links.length === 0 ? own : or(own, others);
}
