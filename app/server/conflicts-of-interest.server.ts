import { and, asc, eq, inArray, notExists, sql } from "drizzle-orm";
import {
  agendaItems,
  conflictsOfInterest,
  db,
  environment,
  gateRatings,
  panelMembers,
  people,
  ratings,
  roleAssignments,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { ConflictInput } from "#app/schemas/case-file.ts";
import type { ConflictItem } from "#app/schemas/case-list-view.ts";
import type { Access } from "./access.server.ts";
import { getCase, visibleCaseIds } from "./case-access.server.ts";
import { forbidden } from "./http.server.ts";
import { recordReading } from "./readings.server.ts";

/** Who must not judge this case. Assessors see and declare their own, the coordinator everybody's. */
export async function getConflictsPage(access: Access<"case.read">, caseId: string) {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "interests");
  const { id, number, title } = caseFile;
  const all = await listConflicts(access, caseId);
  const seesAll = access.roles.some((role) => role === "coordinator" || role === "auditor");
  const conflicts = seesAll ? all : all.filter(({ personId }) => personId === access.person.id);
  const declared = new Set(all.map(({ personId }) => personId));
  const candidates = await listCandidates(access);
  return {
    caseFile: { id, number, title },
    conflicts,
    people: candidates.filter((person) => !declared.has(person.id)),
  };
}

async function listConflicts(access: Access, caseId: string): Promise<ConflictItem[]> {
  const rows = await db.read
    .select({
      personId: conflictsOfInterest.personId,
      name: people.name,
      reason: conflictsOfInterest.reason,
      declaredAt: conflictsOfInterest.declaredAt,
    })
    .from(conflictsOfInterest)
    .innerJoin(people, eq(people.id, conflictsOfInterest.personId))
    .where(eq(conflictsOfInterest.caseId, caseId))
    .orderBy(asc(people.name));
  return rows.map((row) => ({ ...row, mayWithdraw: mayDeclareFor(access, row.personId) }));
}

/** For whom this person may declare: the assessors for a coordinator, herself for an assessor. */
async function listCandidates(access: Access) {
  const assessors = await db.read
    .select({ id: people.id, name: people.name })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .where(
      and(
        eq(roleAssignments.organisationId, access.organisation.id),
        eq(roleAssignments.role, "assessor"),
        eq(people.active, true),
      ),
    )
    .orderBy(asc(people.name));
  return assessors.filter(({ id }) => mayDeclareFor(access, id));
}

/** Does what the form asks; gives where to go on and the message there. */
export async function changeConflict(
  access: Access<"case.read">,
  caseId: string,
  input: ConflictInput,
): Promise<{ address: string; flash: string }> {
  if (input.intent === "declare") {
    const address = await declareConflict(access, { caseId, ...input });
    return { address, flash: "interest_declared" };
  }
  await withdrawConflict(access, { caseId, personId: input.personId });
  return { address: `/casussen/${caseId}/belangenconflict`, flash: "interest_withdrawn" };
}

type Declaration = { caseId: string; personId: string; reason: string };

/**
 * Records that someone has an interest in a case, and takes that person off its panels. Gives the
 * address to go on to: an assessor without a panel has no more business with the case.
 */
export async function declareConflict(
  access: Access<"case.read">,
  { caseId, personId, reason }: Declaration,
): Promise<string> {
  await getCase(access, caseId);
  if (!mayDeclareFor(access, personId)) forbidden();
  const candidates = await listCandidates(access);
  if (!candidates.some(({ id }) => id === personId)) {
    throw new DomainError("unknown_option", { field: "personId" });
  }
  await db.write(access.actor, async (tx) => {
    const row = { caseId, personId, reason };
    const declaredAt = environment.now();
    await tx
      .insert(conflictsOfInterest)
      .values({ ...row, declaredBy: access.person.id, declaredAt })
      .onConflictDoUpdate({
        target: [conflictsOfInterest.caseId, conflictsOfInterest.personId],
        set: { reason, declaredBy: access.person.id, declaredAt },
      });
    await leavePanels(tx, caseId, personId);
    await tx.record({
      kind: "case.conflict_of_interest_declared",
      subject: { type: "case", id: caseId },
      caseId,
      details: { personId },
      content: row,
    });
  });
  const [visible] = await visibleCaseIds(access, [caseId]);
  return visible ? `/casussen/${caseId}/belangenconflict` : "/casussen";
}

/**
 * Off the panels of this case where the person gave nothing yet. Who has rated already stays in the
 * record; scoring itself refuses anything more.
 */
async function leavePanels(tx: Transaction, caseId: string, personId: string): Promise<void> {
  const open = tx
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.caseId, caseId), inArray(agendaItems.phase, ["prepare", "scoring"])));
  const given = (table: typeof ratings | typeof gateRatings) =>
    tx
      .select({ one: sql`1` })
      .from(table)
      .where(and(eq(table.agendaItemId, panelMembers.agendaItemId), eq(table.personId, personId)));
  await tx
    .delete(panelMembers)
    .where(
      and(
        eq(panelMembers.personId, personId),
        inArray(panelMembers.agendaItemId, open),
        notExists(given(ratings)),
        notExists(given(gateRatings)),
      ),
    );
}

/** Takes a declaration back; a place on a panel has to be given again. */
export async function withdrawConflict(
  access: Access<"case.read">,
  { caseId, personId }: { caseId: string; personId: string },
): Promise<void> {
  await getCase(access, caseId);
  if (!mayDeclareFor(access, personId)) forbidden();
  await db.write(access.actor, async (tx) => {
    const gone = await tx
      .delete(conflictsOfInterest)
      .where(
        and(eq(conflictsOfInterest.caseId, caseId), eq(conflictsOfInterest.personId, personId)),
      )
      .returning();
    if (gone.length === 0) throw new DomainError("already_done");
    await tx.record({
      kind: "case.conflict_of_interest_withdrawn",
      subject: { type: "case", id: caseId },
      caseId,
      details: { personId },
      content: gone,
    });
  });
}

function mayDeclareFor(access: Access, personId: string): boolean {
  if (access.roles.includes("coordinator")) return true;
  return access.roles.includes("assessor") && access.person.id === personId;
}
