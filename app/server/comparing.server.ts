/** What earlier decisions say of a case: what they commit it to, and which differ least from it. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { db, precedents, scopeLinks, scopes } from "#db";
import { outcomeLevels } from "#app/domain/option.ts";
import type { PrecedentIndex } from "#app/domain/precedent-index.ts";
import { precedentVisibilities } from "#app/domain/precedent-rules.ts";
import {
  bandScan,
  conflictScan,
  nearestScan,
  type IndexBand,
  type IndexConflicts,
  type NearPrecedent as FoundNear,
  type ScanFilter,
} from "#app/domain/precedent-scans.ts";
import type { Right } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import {
  rulesProposal,
  rulesSituation,
  type CaseProposal,
  type CaseSituation,
  type Comparable,
} from "./case-situation.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";
import { groupOf } from "./precedent-memory-rows.server.ts";
import { askPrecedents, askScope } from "./precedent-memory.server.ts";
import { inSlices } from "./slices.server.ts";

export { situationFrom, situationOf } from "./case-situation.server.ts";
export type { CaseProposal, CaseSituation } from "./case-situation.server.ts";
export { comparisonsWith } from "./comparison-views.server.ts";

/** Of the precedents that set an edge, and of those contradicted, at most so many are named: the newest. */
const mostNamed = 100;

type Line = {
  /** Precedents that are left out: those made from earlier decisions on the same case. */
  without?: string[];
};

/**
 * The levels that treat this case as the precedents of its own organisation and scope did; of those that set an edge
 * the newest are named.
 */
export async function bandFor(
  facts: CaseSituation,
  levels: number,
  { without }: Line = {},
): Promise<IndexBand> {
  const asked = { situation: rulesSituation(facts), filter: all, limit: mostNamed };
  const band = await askOwn(facts, without, (index) =>
    inSlices(bandScan(withLevels(index, levels), asked)),
  );
  return band ? within(band, levels) : openBand(levels);
}

/**
 * The band, and what a decision would contradict: the conflicts it would add, and those the line already has. Of very
 * many conflicts the newest are listed; `count` says how many there are.
 */
export async function treatmentFor(
  proposal: CaseProposal,
  levels: number,
  { without }: Line = {},
): Promise<IndexConflicts> {
  const asked = { proposal: rulesProposal(proposal), filter: all, limit: mostNamed };
  const found = await askOwn(proposal, without, (index) =>
    inSlices(conflictScan(withLevels(index, levels), asked)),
  );
  if (found) return { ...found, band: within(found.band, levels) };
  return { band: openBand(levels), conflicts: [], added: [], alreadyInLine: [], count: 0 };
}

/** A precedent of a question set with more levels binds to no more than the highest there is here. */
function within(band: IndexBand, levels: number): IndexBand {
  const top = levels - 1;
  return { ...band, lower: Math.min(band.lower, top), upper: Math.min(band.upper, top) };
}

function openBand(levels: number): IndexBand {
  const nobody = { lowerBy: [], upperBy: [], lowerCount: 0, upperCount: 0 };
  return { lower: 0, upper: levels - 1, conflict: false, ...nobody };
}

/** What ended is not in memory, and time is looked at before every question: any day will do. */
const all: ScanFilter = { day: 0 };

/** Every question set has its own number of levels; an index holds precedents of all. */
function withLevels(index: PrecedentIndex, levels: number): PrecedentIndex {
  return { ...index, levels };
}

/** Asks something of the line of a case; null when nothing counts there. */
async function askOwn<T>(
  { organisationId, scopeId }: Comparable,
  without: string[] | undefined,
  ask: (index: PrecedentIndex) => Promise<T>,
): Promise<T | null> {
  if (scopeId === null || !(await isOwnScope(organisationId, scopeId))) return null;
  return askScope(scopeId, async (index) => index && ask(index), without);
}

async function isOwnScope(organisationId: string, scopeId: string): Promise<boolean> {
  const rows = await scopeOfOrganisation({ organisationId, scopeId });
  return rows.length > 0;
}

const scopeOfOrganisation = db.hot<{ organisationId: string; scopeId: string }>()((read) =>
  read
    .select({ id: scopes.id })
    .from(scopes)
    .where(
      and(
        eq(scopes.id, sql.placeholder("scopeId")),
        eq(scopes.organisationId, sql.placeholder("organisationId")),
      ),
    ),
);

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
  const { scopeId } = facts;
  if (scopeId === null) return [];
  const isOwn = await isOwnScope(access.organisation.id, scopeId);
  const own = isOwn ? [{ scopeId, filter: all }] : [];
  const linked = elsewhere ? await linkedScopes(scopeId) : [];
  const asked = [...own, ...linked.map((id) => ({ scopeId: id, filter: shared }))];
  const situation = rulesSituation(facts);
  const found = await askPrecedents(async (indexes) => {
    const near: FoundNear[] = [];
    for (const { scopeId, filter } of asked) {
      const index = indexes.get(scopeId);
      if (!index) continue;
      const scan = nearestScan(withLevels(index, levels), { situation, filter, count });
      near.push(...(await inSlices(scan)));
    }
    return near;
  });
  return visibleOnly(access, found.sort(nearestFirst).slice(0, count));
}

const shared: ScanFilter = {
  day: 0,
  groups: new Uint8Array(precedentVisibilities.length).map((_, group) =>
    group === groupOf("organisation") ? 0 : 1,
  ),
};

function nearestFirst(a: FoundNear, b: FoundNear): number {
  return (
    a.differenceCount - b.differenceCount ||
    b.precedent.decidedDay - a.precedent.decidedDay ||
    (a.precedent.id < b.precedent.id ? -1 : 1)
  );
}

/** What somebody may see is decided where it is shown, whatever an index says. */
async function visibleOnly(access: Access<Right>, near: FoundNear[]): Promise<NearPrecedent[]> {
  if (near.length === 0) return [];
  const ids = near.map(({ precedent }) => precedent.id);
  const rows = await db.read
    .select({ id: precedents.id })
    .from(precedents)
    .where(and(inArray(precedents.id, ids), visiblePrecedents(access)))
    .orderBy(asc(precedents.id));
  const visible = new Set(rows.map(({ id }) => id));
  return near
    .map(({ precedent: { id }, differenceCount }) => ({ id, differenceCount }))
    .filter(({ id }) => visible.has(id));
}

async function linkedScopes(scopeId: string): Promise<string[]> {
  const rows = await linksOf({ scopeId });
  return rows.map(({ id }) => id);
}

const linksOf = db.hot<{ scopeId: string }>()((read) =>
  read
    .select({ id: scopeLinks.otherScopeId })
    .from(scopeLinks)
    .where(eq(scopeLinks.scopeId, sql.placeholder("scopeId")))
    .orderBy(asc(scopeLinks.otherScopeId)),
);
