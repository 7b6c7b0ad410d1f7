import {
  agendaItems,
  db,
  environment,
  options,
  organisations,
  people,
  questionSets,
  ratings,
  roleAssignments,
  sessions,
  systemActor,
  panelMembers,
} from "#db";
import { eq } from "drizzle-orm";
import type { Role } from "#app/domain/rights.ts";
import type { ItemPhase } from "#app/domain/session.ts";
import type { Access } from "#app/server/access.server.ts";
import { createCase } from "#app/server/case-files.server.ts";
import { shipCatalogue } from "#app/server/shipped-data.server.ts";

/** An organisation with its catalogue, and people who can act in it. */
export async function newWorld() {
  const organisationId = environment.newId();
  const otherId = environment.newId();
  await db.write(systemActor, async (tx) => {
    await shipCatalogue(tx);
    for (const id of [organisationId, otherId]) {
      await tx.insert(organisations).values({ id, name: id, createdAt: environment.now() });
    }
    await tx.record({
      kind: "organisation.created",
      subject: { type: "organisation", id: otherId },
    });
  });
  return {
    organisationId,
    person: (...roles: Role[]) => newPerson(organisationId, roles),
    outsider: (...roles: Role[]) => newPerson(otherId, roles),
  };
}

async function newPerson(organisationId: string, roles: Role[]) {
  const id = environment.newId();
  await db.write(systemActor, async (tx) => {
    const email = `${id}@example.nl`;
    await tx.insert(people).values({ id, name: `Persoon ${id}`, email, createdAt: 1 });
    for (const role of roles) {
      const row = { id: environment.newId(), personId: id, organisationId, role };
      await tx.insert(roleAssignments).values(row);
    }
    await tx.record({ kind: "person.created", subject: { type: "person", id } });
  });
  return accessOf(id, organisationId, roles);
}

export function accessOf(id: string, organisationId: string, roles: Role[]): Someone {
  const access = {
    person: { id, name: `Persoon ${id}`, language: "nl" },
    organisation: { id: organisationId, name: organisationId },
    roles,
    actor: { personId: id, roles, organisationId },
  };
  // The proof of a right is a type only; these tests are about the rules behind the right.
  return access as unknown as Someone;
}
export type Someone = Access<never>;

export function newCase(submitter: Someone, title = "Te laat aangevraagd", formKey?: string) {
  return createCase(submitter, { title, story: "", scopeId: null, receivedAt: null }, formKey);
}

/** Puts a case on an agenda in a phase, with one rating by the assessor. */
export async function putOnAgenda(
  caseId: string,
  { leader, assessor, phase }: { leader: Someone; assessor: Someone; phase: ItemPhase },
) {
  const [set] = await db.read.select({ id: questionSets.id }).from(questionSets).limit(1);
  const [option] = await db.read.select().from(options).where(eq(options.caseId, caseId));
  const [sessionId, itemId] = [environment.newId(), environment.newId()];
  await db.write(leader.actor, async (tx) => {
    await tx.insert(sessions).values({
      id: sessionId,
      organisationId: leader.organisation.id,
      title: "Zitting",
      kind: "live",
      status: "open",
      questionSetId: set?.id ?? "",
      facilitatorId: leader.person.id,
      startsAt: 1,
      createdAt: 1,
    });
    const item = { id: itemId, sessionId, caseId, position: 1, phase, weights: [], missing: [] };
    await tx.insert(agendaItems).values(item);
    const member = { agendaItemId: itemId, personId: assessor.person.id, perspective: "legal" };
    await tx.insert(panelMembers).values(member);
    if (phase !== "prepare") {
      await tx.insert(ratings).values({
        id: environment.newId(),
        ...member,
        round: 1,
        criterion: "J1",
        optionId: option?.id ?? "",
        kind: "score",
        value: 4,
        updatedAt: environment.now(),
      });
    }
    const subject = { type: "item", id: itemId };
    await tx.record({ kind: "item.scoring-opened", subject, caseId, sessionId });
    await tx.record({ kind: "rating.saved", subject, caseId, sessionId });
    await tx.record({ kind: "panel.ready", subject, caseId, sessionId });
  });
  return { sessionId, itemId };
}
