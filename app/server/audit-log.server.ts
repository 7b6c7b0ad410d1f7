import { and, asc, desc, eq } from "drizzle-orm";
import { caseFiles, db, destructions, people, roleAssignments, sessions } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import { readingKinds } from "#app/domain/reading.ts";
import { hasRight, type Right } from "#app/domain/rights.ts";
import type { AuditFilters } from "#app/schemas/audit-filters.ts";
import type { AuditItem, KindGroup } from "#app/schemas/audit-view.ts";
import texts from "#app/i18n/nl/audit.ts";
import type { Access } from "./access.server.ts";
import { subjectAddress } from "./audit-subjects.server.ts";
import { visibleCaseIds } from "./case-access.server.ts";
import { logPage, type LogEvent } from "./log-pages.server.ts";
import type { LogSearch } from "./log-search.server.ts";
import { visibleSessions } from "./session-access.server.ts";

const pageSize = 50;
const sessionsToChooseFrom = 50;

/** The log of the organisation, newest first. */
export async function getAuditLog(access: Access<"audit.read">, filters: AuditFilters) {
  const [search, people, sessions] = await Promise.all([
    auditSearch(access, filters),
    listPeopleOf(access),
    listSessionsOf(access, filters.zitting),
  ]);
  const page = search ? await logPage(search, filters.na, pageSize) : { items: [], next: null };
  const items = await withSubjects(access, page.items);
  return { items, next: page.next, people, sessions, kinds: kindsFor(access) };
}

/** The filters as a search; null when a case is asked for that is not there. */
export async function auditSearch(
  access: Access<"audit.read">,
  filters: AuditFilters,
): Promise<LogSearch | null> {
  const { persoon, soort, casus, van, tot, zitting } = filters;
  const caseId = casus === undefined ? undefined : await caseIdOf(access, casus);
  if (caseId === null) return null;
  return {
    organisationId: access.organisation.id,
    kinds: soort === undefined ? undefined : kindsNamed(access, soort),
    withoutKinds: seesReadings(access) ? [] : readingKinds,
    ...{ actorId: persoon, caseId, sessionId: zitting },
    ...{ from: van, until: tot === undefined ? undefined : tot + dayInMs },
  };
}

/** Who read what is for the privacy officer and the auditor. */
function seesReadings(access: Access): boolean {
  return hasRight(access.roles, "processing.read");
}

/** Every kind there is has words of its own. */
function kindsFor(access: Access): KindGroup[] {
  return Object.entries(texts.event)
    .map(([subject, verbs]) => ({
      subject,
      kinds: Object.keys(verbs)
        .map((verb) => `${subject}.${verb}`)
        .filter((kind) => seesReadings(access) || !readingKinds.some((known) => known === kind)),
    }))
    .filter(({ kinds }) => kinds.length > 0);
}

function kindsNamed(access: Access, name: string): string[] {
  if (name.includes(".")) return [name];
  return kindsFor(access).find(({ subject }) => subject === name)?.kinds ?? [];
}

export async function withSubjects(access: Access<Right>, items: LogEvent[]): Promise<AuditItem[]> {
  const caseIds = [...new Set(items.flatMap(({ caseId }) => caseId ?? []))];
  const seen = new Set(await visibleCaseIds(access, caseIds));
  return items.map((event) => {
    const { at, kind, person, roles, caseId, caseNumber, details, number } = event;
    const seesCase = caseId !== null && seen.has(caseId);
    const subject = caseId === null || seesCase ? subjectAddress(access, event) : null;
    return { at, kind, person, roles, caseId, caseNumber, details, number, subject, seesCase };
  });
}

export async function caseIdOf(access: Access, number: string): Promise<string | null> {
  const [row] = await db.read
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(eq(caseFiles.organisationId, access.organisation.id), eq(caseFiles.number, number)));
  return row?.id ?? destroyedIdOf(access, number);
}

/** What happened to a destroyed case is still in the log. */
async function destroyedIdOf(access: Access, number: string): Promise<string | null> {
  const [row] = await db.read
    .select({ id: destructions.caseId })
    .from(destructions)
    .where(
      and(
        eq(destructions.organisationId, access.organisation.id),
        eq(destructions.caseNumber, number),
        eq(destructions.status, "completed"),
      ),
    )
    .orderBy(asc(destructions.id))
    .limit(1);
  return row?.id ?? null;
}

export async function listPeopleOf(access: Access) {
  return db.read
    .selectDistinct({ id: people.id, name: people.name })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .where(eq(roleAssignments.organisationId, access.organisation.id))
    .orderBy(asc(people.name));
}

/** The newest sessions, and the one that is chosen. */
async function listSessionsOf(access: Access, chosen: string | undefined) {
  const shown = { id: sessions.id, title: sessions.title, startsAt: sessions.startsAt };
  const rows = await db.read
    .select(shown)
    .from(sessions)
    .where(visibleSessions(access))
    .orderBy(desc(sessions.startsAt), desc(sessions.id))
    .limit(sessionsToChooseFrom);
  if (chosen === undefined || rows.some(({ id }) => id === chosen)) return rows;
  const ofChoice = and(visibleSessions(access), eq(sessions.id, chosen));
  return [...rows, ...(await db.read.select(shown).from(sessions).where(ofChoice))];
}
