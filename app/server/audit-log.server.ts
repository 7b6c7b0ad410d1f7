import { and, asc, eq, gte, like, lt } from "drizzle-orm";
import { auditEvents, caseFiles, db, people, roleAssignments } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import type { AuditFilters } from "#app/schemas/audit-filters.ts";
import type { Access } from "./access.server.ts";
import { logPage } from "./log-pages.server.ts";

const pageSize = 50;

/** The log of the organisation, newest first. */
export async function getAuditLog(access: Access<"audit.read">, filters: AuditFilters) {
  const people = await listPeople(access);
  const condition = await conditionOf(access, filters);
  if (condition === null) return { items: [], next: null, people };
  const page = await logPage(condition, filters.na, pageSize);
  return { ...page, people };
}

/** Null when a case is asked for that is not there. */
async function conditionOf(access: Access, filters: AuditFilters) {
  const { persoon, soort, casus, van, tot } = filters;
  const caseId = casus === undefined ? undefined : await caseIdOf(access, casus);
  if (caseId === null) return null;
  return and(
    eq(auditEvents.organisationId, access.organisation.id),
    persoon === undefined ? undefined : eq(auditEvents.actorId, persoon),
    soort === undefined ? undefined : like(auditEvents.kind, `${soort}.%`),
    caseId === undefined ? undefined : eq(auditEvents.caseId, caseId),
    van === undefined ? undefined : gte(auditEvents.at, van),
    tot === undefined ? undefined : lt(auditEvents.at, tot + dayInMs),
  );
}

async function caseIdOf(access: Access, number: string): Promise<string | null> {
  const [row] = await db.read
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(eq(caseFiles.organisationId, access.organisation.id), eq(caseFiles.number, number)));
  return row?.id ?? null;
}

async function listPeople(access: Access) {
  return db.read
    .selectDistinct({ id: people.id, name: people.name })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .where(eq(roleAssignments.organisationId, access.organisation.id))
    .orderBy(asc(people.name));
}
