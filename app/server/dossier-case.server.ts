/** What a dossier says of the case: the situation as told, its facts and what could be done. */
import { asc, eq, inArray } from "drizzle-orm";
import {
  caseFiles,
  caseLawReferences,
  claims,
  costLines,
  facts,
  optionClaims,
  options,
  organisations,
  scopes,
  type Queries,
} from "#db";
import type { Dossier, DossierCase, DossierFact, DossierOption } from "#app/domain/dossier.ts";
import { factsInCase } from "./case-facts.server.ts";
import { notFound } from "./http.server.ts";

type CasePart = Pick<Dossier, "organisation" | "case">;

export async function dossierCase(read: Queries, caseId: string): Promise<CasePart> {
  const [found] = await read
    .select({ row: caseFiles, organisation: organisations, scope: scopes })
    .from(caseFiles)
    .innerJoin(organisations, eq(organisations.id, caseFiles.organisationId))
    .leftJoin(scopes, eq(scopes.id, caseFiles.scopeId))
    .where(eq(caseFiles.id, caseId));
  if (!found) return notFound();
  const references = await read
    .select({ kind: caseLawReferences.kind, value: caseLawReferences.value })
    .from(caseLawReferences)
    .where(eq(caseLawReferences.caseId, caseId))
    .orderBy(asc(caseLawReferences.position), asc(caseLawReferences.id));
  const { organisation, row, scope } = found;
  return {
    organisation: { id: organisation.id, name: organisation.name, tooiUri: organisation.tooiUri },
    case: {
      ...situationOf(row),
      scope: scope && { id: scope.id, name: scope.name },
      lawReferences: references,
    },
  };
}

type CaseRow = typeof caseFiles.$inferSelect;

function situationOf(row: CaseRow): Omit<DossierCase, "scope" | "lawReferences"> {
  const { id, number, title, receivedAt, extendedUntil, story, citizenWish } = row;
  const { citizenFirstNeed, citizenHeardAt, ownAttempts, unease, lifeEvents } = row;
  const { pinch, pinchPlace, pinchSource, lawPurpose, organisationsInvolved, answers } = row;
  return {
    ...{ id, number, title, receivedAt, extendedUntil, story, citizenWish },
    ...{ citizenFirstNeed, citizenHeardAt, ownAttempts, unease, lifeEvents },
    ...{ pinch, pinchPlace, pinchSource, lawPurpose, organisationsInvolved, answers },
    urgency: { kind: row.urgencyKind, date: row.urgencyDate, note: row.urgencyNote },
    proceeding: { kind: row.proceedingKind, deadline: row.proceedingDeadline },
    special: { health: row.specialHealth, criminal: row.specialCriminal },
  };
}

/** The facts of the case as they count, and those that the comparison with precedents names besides. */
export async function dossierFacts(
  read: Queries,
  caseId: string,
  alsoNamed: string[],
): Promise<DossierFact[]> {
  const known = await factsInCase(read, caseId);
  const established = known.map(({ factId: id, direction: kind, ...fact }): DossierFact => {
    const { key, label, perspective, measure, answer, amount, note, source } = fact;
    return { id, key, label, perspective, kind, measure, answer, amount, note, source };
  });
  const ids = new Set(established.map(({ id }) => id));
  const others = [...new Set(alsoNamed)].filter((id) => !ids.has(id));
  return [...established, ...(await factsNamed(read, others))].sort((a, b) => order(a.key, b.key));
}

async function factsNamed(read: Queries, ids: string[]): Promise<DossierFact[]> {
  if (ids.length === 0) return [];
  const rows = await read.select().from(facts).where(inArray(facts.id, ids)).orderBy(facts.key);
  return rows.map(({ id, key, label, perspective, direction, measure }) => ({
    ...{ id, key, label, perspective, kind: direction, measure },
    ...{ answer: null, amount: null, note: "", source: "" },
  }));
}

export async function dossierClaims(read: Queries, caseId: string): Promise<Dossier["claims"]> {
  return read
    .select({ id: claims.id, label: claims.label, cents: claims.cents })
    .from(claims)
    .where(eq(claims.caseId, caseId))
    .orderBy(asc(claims.position), asc(claims.id));
}

export async function dossierOptions(read: Queries, caseId: string): Promise<DossierOption[]> {
  const rows = await read
    .select()
    .from(options)
    .where(eq(options.caseId, caseId))
    .orderBy(asc(options.position));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const perClaim = await read
    .select()
    .from(optionClaims)
    .where(inArray(optionClaims.optionId, ids))
    .orderBy(asc(optionClaims.claimId));
  const costs = await read
    .select()
    .from(costLines)
    .where(inArray(costLines.optionId, ids))
    .orderBy(asc(costLines.position), asc(costLines.id));
  return rows.map(({ id, position, title, description, level, ground, groundReference }) => ({
    ...{ id, position, title, description, level, ground, groundReference },
    claims: perClaim
      .filter(({ optionId }) => optionId === id)
      .map(({ claimId, level: ofClaim, note }) => ({ claimId, level: ofClaim, note })),
    costs: costs
      .filter(({ optionId }) => optionId === id)
      .map(({ post, bearer, recurrence, certainty, source, cents }) => ({
        ...{ post, bearer, recurrence, certainty, source, cents },
      })),
  }));
}

/** By code units, which is the same on every machine. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
