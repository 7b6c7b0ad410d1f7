/** Gives as many people as the argument says a password and work, in the database of DATABASE_URL. */
import { and, asc, count, desc, eq, inArray, isNull } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  openDatabase,
  options,
  panelMembers,
  people,
  questionSets,
  roleAssignments,
  sessions,
  stopDatabase,
  systemActor,
} from "#db";
import type { CaseStatus } from "../../app/domain/case-file.ts";
import type { Role } from "../../app/domain/rights.ts";
import { hashPassword } from "../../app/server/passwords.server.ts";
import { tell } from "../bench/outcome.ts";
import { staff, type SoakPerson } from "./people.ts";

const password = "een lang wachtwoord voor de duurproef";
const mostOwnCases = 8;
const mostSeats = 3;

/** While a case is in one of these, its file is being written. */
const changing: Partial<Record<Role, CaseStatus[]>> = {
  coordinator: ["intake", "facts_and_options"],
  submitter: ["registered", "intake"],
};

async function chosen(users: number): Promise<SoakPerson[]> {
  const organisationId = await largestOrganisation();
  const found: SoakPerson[] = [];
  for (const role of new Set(staff)) {
    const wanted = Array.from({ length: users }, (_, place) => staff[place % staff.length]);
    const amount = wanted.filter((one) => one === role).length;
    const able: SoakPerson[] = [];
    for (const person of await peopleWith(organisationId, role)) {
      if (able.length === amount) break;
      const work = { ...person, password, role, ...(await workOf(person.id, role)) };
      if (hasWork(work)) able.push(work);
    }
    if (able.length < amount) {
      throw new Error(`Only ${able.length} people have work as ${role}: take more cases`);
    }
    found.push(...able);
  }
  return found;
}

function hasWork({ role, ownCases, seats }: SoakPerson): boolean {
  if (role === "assessor") return seats.length > 0;
  return changing[role] === undefined || ownCases.length > 0;
}

async function largestOrganisation(): Promise<string> {
  const [largest] = await db.read
    .select({ id: caseFiles.organisationId })
    .from(caseFiles)
    .groupBy(caseFiles.organisationId)
    .orderBy(desc(count()))
    .limit(1);
  return largest?.id ?? "";
}

function peopleWith(organisationId: string, role: Role) {
  return db.read
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, people.id))
    .where(and(eq(roleAssignments.organisationId, organisationId), eq(roleAssignments.role, role)))
    .orderBy(asc(people.id));
}

async function workOf(
  personId: string,
  role: Role,
): Promise<Pick<SoakPerson, "ownCases" | "seats">> {
  const ownCases = await casesOf(personId, role);
  return { ownCases, seats: role === "assessor" ? await seatsOf(personId) : [] };
}

async function casesOf(personId: string, role: Role): Promise<string[]> {
  const statuses = changing[role] ?? [];
  if (statuses.length === 0) return [];
  const whose = role === "coordinator" ? caseFiles.coordinatorId : caseFiles.submitterId;
  const rows = await db.read
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(eq(whose, personId), inArray(caseFiles.status, statuses)))
    .orderBy(asc(caseFiles.id))
    .limit(mostOwnCases);
  return rows.map(({ id }) => id);
}

async function seatsOf(personId: string): Promise<SoakPerson["seats"]> {
  const rows = await db.read
    .select({
      caseId: agendaItems.caseId,
      sessionId: agendaItems.sessionId,
      perspective: panelMembers.perspective,
      content: questionSets.content,
    })
    .from(panelMembers)
    .innerJoin(agendaItems, eq(agendaItems.id, panelMembers.agendaItemId))
    .innerJoin(sessions, eq(sessions.id, agendaItems.sessionId))
    .innerJoin(questionSets, eq(questionSets.id, sessions.questionSetId))
    .where(
      and(
        eq(panelMembers.personId, personId),
        isNull(panelMembers.readyAt),
        eq(agendaItems.phase, "scoring"),
      ),
    )
    .orderBy(asc(agendaItems.id))
    .limit(mostSeats);
  return Promise.all(
    rows.map(async ({ caseId, sessionId, perspective, content }) => {
      const asked = content.perspectives.find(({ key }) => key === perspective);
      const own = await db.read
        .select({ id: options.id })
        .from(options)
        .where(eq(options.caseId, caseId));
      return {
        path: `/zittingen/${sessionId}/casussen/${caseId}`,
        criteria: asked?.criteria.map(({ key }) => key) ?? [],
        optionIds: own.map(({ id }) => id),
      };
    }),
  );
}

/** The same for all: a hash takes a while. */
async function givePasswords(to: SoakPerson[]): Promise<void> {
  const passwordHash = await hashPassword(password);
  const ids = to.map(({ id }) => id);
  await db.write(systemActor, async (tx) => {
    await tx.update(people).set({ passwordHash }).where(inArray(people.id, ids));
    await tx.record({ kind: "soak.prepared", subject: { type: "organisation", id: "soak" } });
  });
}

await tell(async () => {
  await openDatabase(process.env.DATABASE_URL ?? "");
  const found = await chosen(Number(process.argv[2]));
  await givePasswords(found);
  await stopDatabase();
  return found;
});
