import {
  and,
  eq,
  exists,
  inArray,
  or,
  sql,
  type Column,
  type Placeholder,
  type SQL,
} from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  panelMembers,
  people,
  sessionObservers,
  type Queries,
} from "#db";
import type { Right, Role } from "#app/domain/rights.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { destroyedOrNotFound } from "./destroyed-cases.server.ts";

/** Roles that see every case of their organisation. */
const overseers: Role[] = [
  "coordinator",
  "decision_maker",
  "policy_advisor",
  "executive",
  "auditor",
  "privacy_officer",
];
/** Of those, the roles that also see cases with facts about health or crime. */
const confidants: Role[] = ["coordinator", "decision_maker", "auditor"];

export type CaseRow = typeof caseFiles.$inferSelect;
export type ReadableCase = Authorized<CaseRow, "read">;

/** How far someone sees: every case, those without special facts and the own ones, or the own ones. */
export type Sight = "all" | "plain" | "own";

type Viewer<Value> = { organisationId: Value; personId: Value };

/**
 * The cases a person may see: of the own organisation, all of them by role, or those the person
 * submitted, sits on a panel for or observes. Facts about health or crime narrow the roles.
 */
export function visibleCases(access: Access<Right>): SQL | undefined {
  const viewer = { organisationId: access.organisation.id, personId: access.person.id };
  return casesInSight(sightOf(access), viewer);
}

export function sightOf(access: Access<Right>): Sight {
  if (holdsOneOf(access, confidants)) return "all";
  return holdsOneOf(access, overseers) ? "plain" : "own";
}

/** Whether this person may take along what is in a case they may see: of health and crime only by role. */
export function mayTakeAway(access: Access<Right>, caseFile: ReadableCase): boolean {
  const isSpecial = caseFile.specialHealth || caseFile.specialCriminal;
  return !isSpecial || sightOf(access) === "all";
}

/** The same rule, for queries that are prepared once with placeholders for who is looking. */
export function casesInSight(
  sight: Sight,
  { organisationId, personId }: Viewer<string | Placeholder | Column>,
): SQL | undefined {
  const ofOrganisation = eq(caseFiles.organisationId, organisationId);
  if (sight === "all") return ofOrganisation;
  const own = or(
    eq(caseFiles.submitterId, personId),
    exists(panelsWith(db.read, personId)),
    exists(observedBy(db.read, personId)),
  );
  if (sight === "own") return and(ofOrganisation, own);
  const plain = and(eq(caseFiles.specialHealth, false), eq(caseFiles.specialCriminal, false));
  return and(ofOrganisation, or(plain, own));
}

/** The case, when this person may see it; otherwise it is not there. */
export async function getCase(access: Access<Right>, caseId: string): Promise<ReadableCase> {
  return (await findCase(access, caseId)) ?? destroyedOrNotFound(access, caseId);
}

/** The case, when this person may see it. */
export async function findCase(
  access: Access<Right>,
  caseId: string,
): Promise<ReadableCase | null> {
  const values = { caseId, organisationId: access.organisation.id, personId: access.person.id };
  const [row] = await caseInSight[sightOf(access)](values);
  return row ? authorized<CaseRow, "read">(row) : null;
}

const caseInSight = {
  all: caseQuery("all"),
  plain: caseQuery("plain"),
  own: caseQuery("own"),
} satisfies Record<Sight, unknown>;

function caseQuery(sight: Sight) {
  return db.hot<Viewer<string> & { caseId: string }>()((read) => {
    const viewer = {
      organisationId: sql.placeholder("organisationId"),
      personId: sql.placeholder("personId"),
    };
    return read
      .select()
      .from(caseFiles)
      .where(and(eq(caseFiles.id, sql.placeholder("caseId")), casesInSight(sight, viewer)));
  });
}

/** Of these cases, the ids of those this person may see. */
export async function visibleCaseIds(access: Access<Right>, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.read
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(inArray(caseFiles.id, ids), visibleCases(access)));
  return rows.map(({ id }) => id);
}

/** Of these people of one organisation, all with the same sight: who may see which of these cases. */
export async function listCaseViewers(
  sight: Sight,
  asked: { caseIds: string[]; organisationId: string; personIds: string[] },
): Promise<{ personId: string; caseId: string }[]> {
  const { caseIds, organisationId, personIds } = asked;
  return db.read
    .select({ personId: people.id, caseId: caseFiles.id })
    .from(people)
    .innerJoin(caseFiles, inArray(caseFiles.id, caseIds))
    .where(
      and(
        inArray(people.id, personIds),
        casesInSight(sight, { organisationId, personId: people.id }),
      ),
    );
}

function holdsOneOf(access: Access<Right>, roles: Role[]): boolean {
  return access.roles.some((role) => roles.includes(role));
}

function panelsWith(read: Queries, personId: string | Placeholder | Column) {
  return read
    .select({ one: sql`1` })
    .from(panelMembers)
    .innerJoin(agendaItems, eq(agendaItems.id, panelMembers.agendaItemId))
    .where(and(eq(agendaItems.caseId, caseFiles.id), eq(panelMembers.personId, personId)));
}

function observedBy(read: Queries, personId: string | Placeholder | Column) {
  return read
    .select({ one: sql`1` })
    .from(sessionObservers)
    .innerJoin(agendaItems, eq(agendaItems.sessionId, sessionObservers.sessionId))
    .where(and(eq(agendaItems.caseId, caseFiles.id), eq(sessionObservers.personId, personId)));
}
