import {
  caseFiles,
  conflictsOfInterest,
  db,
  environment,
  options,
  organisations,
  people,
  questionSets,
  roleAssignments,
  systemActor,
} from "#db";
import { isNull } from "drizzle-orm";
import type { CaseStatus } from "../../app/domain/case-file.ts";
import type { Right, Role } from "../../app/domain/rights.ts";
import { requireRight, type Access } from "../../app/server/access.server.ts";
import { openLogin } from "../../app/server/logins.server.ts";
import { shipCatalogue } from "../../app/server/shipped-data.server.ts";
import { createSession } from "../../app/server/sessions-planning.server.ts";
import { updateMembers } from "../../app/server/panels-changes.server.ts";
import { openScoring } from "../../app/server/agenda-items-moves.server.ts";

/** A small organisation with two assessors per perspective, and a stranger in another one. */
const cast = {
  lead: ["coordinator"],
  deputy: ["coordinator"],
  submitter: ["submitter", "assessor"],
  legal1: ["assessor"],
  legal2: ["assessor"],
  financial1: ["assessor"],
  financial2: ["assessor"],
  societal1: ["assessor"],
  societal2: ["assessor"],
  late: ["assessor"],
  observer: ["submitter"],
  decider: ["decision_maker"],
  advisor: ["policy_advisor"],
  auditor: ["auditor"],
  administrator: ["administrator"],
} satisfies Record<string, Role[]>;
export type Name = keyof typeof cast;

export type World = {
  ids: Record<Name | "stranger", string>;
  questionSetId: string;
  caseId: string;
  optionIds: string[];
};

export async function makeWorld(status: CaseStatus = "facts_and_options"): Promise<World> {
  const organisationId = environment.newId();
  const elsewhereId = environment.newId();
  const caseId = environment.newId();
  const optionIds = [0, 1, 2].map(() => environment.newId());
  const names = [...(Object.keys(cast) as Name[]), "stranger" as const];
  const ids = Object.fromEntries(names.map((name) => [name, environment.newId()]));
  const now = environment.now();
  const questionSetId = await db.write(systemActor, async (tx) => {
    await shipCatalogue(tx);
    await tx.insert(organisations).values([
      { id: organisationId, name: "Dienst", createdAt: now },
      { id: elsewhereId, name: "Elders", createdAt: now },
    ]);
    for (const name of names) {
      const id = ids[name] ?? "";
      await tx.insert(people).values({ id, name, email: `${name}@test.nl`, createdAt: now });
      const roles: Role[] = name === "stranger" ? ["coordinator", "assessor"] : cast[name];
      for (const role of roles) {
        await tx.insert(roleAssignments).values({
          id: environment.newId(),
          personId: id,
          organisationId: name === "stranger" ? elsewhereId : organisationId,
          role,
        });
      }
    }
    await insertCase(tx, { caseId, organisationId, submitterId: ids.submitter ?? "", status });
    await tx.insert(options).values(
      optionIds.map((id, position) => ({
        id,
        caseId,
        position,
        title: `Oplossing ${position}`,
        level: position,
        ground: position === 0 ? null : ("hardship_clause" as const),
      })),
    );
    const [set] = await tx
      .select({ id: questionSets.id })
      .from(questionSets)
      .where(isNull(questionSets.organisationId))
      .limit(1);
    await tx.record({ kind: "test.prepared", subject: { type: "test", id: caseId } });
    return set?.id ?? "";
  });
  return { ids: ids as World["ids"], questionSetId, caseId, optionIds };
}

type Insert = Parameters<Parameters<typeof db.write>[1]>[0];

export async function insertCase(
  tx: Pick<Insert, "insert">,
  made: { caseId: string; organisationId: string; submitterId: string; status: CaseStatus },
): Promise<void> {
  const now = environment.now();
  await tx.insert(caseFiles).values({
    id: made.caseId,
    organisationId: made.organisationId,
    number: `2026-${made.caseId.slice(-4)}`,
    status: made.status,
    submitterId: made.submitterId,
    receivedAt: now,
    title: "Weduwe in het buitenland",
    lifeEvents: [],
    answers: {},
    savedSteps: [],
    createdAt: now,
    updatedAt: now,
  });
}

/** The proof of a right as a loader or action gets it. */
export async function accessOf<R extends Right>(personId: string, right: R): Promise<Access<R>> {
  const cookie = (await openLogin(personId)).split(";")[0] ?? "";
  return requireRight(new Request("http://127.0.0.1/", { headers: { Cookie: cookie } }), right);
}

export async function planSession(
  world: World,
  changes: Partial<Parameters<typeof createSession>[1]> = {},
): Promise<string> {
  return createSession(await accessOf(world.ids.lead, "session.lead"), {
    title: "Zitting",
    kind: "live",
    startsAt: environment.now() + 3_600_000,
    deadline: null,
    place: "",
    questionSetId: world.questionSetId,
    facilitatorId: world.ids.lead,
    deputyId: world.ids.deputy,
    observerIds: [world.ids.observer],
    caseIds: [world.caseId],
    ...changes,
  });
}

export const seats: [Name, string][] = [
  ["legal1", "legal"],
  ["legal2", "legal"],
  ["financial1", "financial"],
  ["financial2", "financial"],
  ["societal1", "societal"],
  ["societal2", "societal"],
];

export async function seat(
  world: World,
  sessionId: string,
  members: [Name, string][],
  version = 1,
): Promise<void> {
  await updateMembers(
    await accessOf(world.ids.lead, "session.lead"),
    { sessionId, caseId: world.caseId },
    {
      intent: "members",
      version,
      members: members.map(([name, perspective]) => ({ personId: world.ids[name], perspective })),
    },
  );
}

/** A session whose panels sit and whose scoring is open. */
export async function openedSession(world: World) {
  const sessionId = await planSession(world);
  await seat(world, sessionId, seats);
  const address = { sessionId, caseId: world.caseId };
  await openScoring(await accessOf(world.ids.lead, "session.lead"), address);
  return address;
}

export async function declareInterest(world: World, name: Name): Promise<void> {
  await db.write(systemActor, async (tx) => {
    await tx.insert(conflictsOfInterest).values({
      caseId: world.caseId,
      personId: world.ids[name],
      reason: "familie",
      declaredBy: world.ids[name],
      declaredAt: environment.now(),
    });
    await tx.record({ kind: "test.interest", subject: { type: "case", id: world.caseId } });
  });
}
