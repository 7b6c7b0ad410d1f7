/**
 * Fills a new database, that of DATABASE_URL, with one session that many people follow: cases that
 * everybody has scored and one that is still being scored. Tells who they are, signed in.
 */
import {
  agendaItems,
  caseFiles,
  db,
  environment,
  openDatabase,
  options,
  organisations,
  panelMembers,
  people,
  questionSets,
  ratings,
  roleAssignments,
  stopDatabase,
  systemActor,
  type Transaction,
} from "#db";
import { and, eq, isNull } from "drizzle-orm";
import type { QuestionSetContent } from "../../app/domain/question-set.ts";
import { requireRight } from "../../app/server/access.server.ts";
import { openScoring } from "../../app/server/agenda-items-moves.server.ts";
import { openLogin } from "../../app/server/logins.server.ts";
import { updateMembers } from "../../app/server/panels-changes.server.ts";
import { createSession } from "../../app/server/sessions-planning.server.ts";
import { shipCatalogue } from "../../app/server/shipped-data.server.ts";
import { chance } from "../../db/seed/bulk/chance.ts";
import { tell } from "./outcome.ts";

export type LiveSession = {
  sessionId: string;
  organisationId: string;
  /** Everyone who follows the session; the first leads it. */
  cookies: string[];
  /** Scored by all, in the order of the agenda. */
  scoredCaseIds: string[];
  /** Of the case that is still being scored. */
  scoring: {
    caseId: string;
    agendaItemId: string;
    cookie: string;
    criteria: string[];
    optionIds: string[];
  };
};

export type LiveSize = { people: number; scoredCases: number };

const perPerspective = 4;
const optionCount = 5;
const random = chance(3);

type Place = { organisationId: string; personIds: string[]; set: { id: string } & Content };
type Content = { content: QuestionSetContent };

async function seed({ people: count, scoredCases }: LiveSize): Promise<LiveSession> {
  const place = await db.write(systemActor, (tx) => writePlace(tx, count));
  const cookies: string[] = [];
  for (const id of place.personIds) cookies.push((await openLogin(id)).split(";")[0] ?? "");
  const caseIds = Array.from({ length: scoredCases + 1 }, () => environment.newId());
  await db.write(systemActor, (tx) => writeCases(tx, place, caseIds));
  const leader = new Request("http://127.0.0.1/", { headers: { Cookie: cookies[0] ?? "" } });
  const access = await requireRight(leader, "session.lead");
  const [facilitatorId = "", deputyId = "", ...others] = place.personIds;
  const perspectives = place.set.content.perspectives.map(({ key }) => key);
  const seats = perspectives.flatMap((perspective, row) =>
    others
      .slice(row * perPerspective, (row + 1) * perPerspective)
      .map((personId) => ({ personId, perspective })),
  );
  const sessionId = await createSession(access, {
    title: "Zitting met veel volgers",
    kind: "live",
    startsAt: environment.now(),
    deadline: null,
    place: "",
    questionSetId: place.set.id,
    facilitatorId,
    deputyId,
    observerIds: others.slice(seats.length),
    caseIds,
  });
  for (const caseId of caseIds) {
    const members = { intent: "members" as const, version: 1, members: seats };
    await updateMembers(access, { sessionId, caseId }, members);
    await openScoring(access, { sessionId, caseId });
  }
  const [openCaseId = "", ...scoredCaseIds] = caseIds;
  for (const caseId of scoredCaseIds) await writeRatings({ sessionId, caseId }, place);
  const seat = seats[0] ?? { personId: "", perspective: "" };
  const scoring = await openSeat({ sessionId, caseId: openCaseId }, place, seat.perspective);
  const cookie = cookies[place.personIds.indexOf(seat.personId)] ?? "";
  const { organisationId } = place;
  return { sessionId, organisationId, cookies, scoredCaseIds, scoring: { ...scoring, cookie } };
}

async function writePlace(tx: Transaction, count: number): Promise<Place> {
  await shipCatalogue(tx);
  const createdAt = environment.now();
  const organisationId = environment.newId();
  await tx.insert(organisations).values({ id: organisationId, name: "Dienst", createdAt });
  const personIds = Array.from({ length: count }, () => environment.newId());
  for (const [number, id] of personIds.entries()) {
    const name = `Persoon ${number + 1}`;
    await tx.insert(people).values({ id, name, email: `p${number}@test.nl`, createdAt });
    const role = number < 2 ? ("coordinator" as const) : ("assessor" as const);
    const roleId = environment.newId();
    await tx.insert(roleAssignments).values({ id: roleId, personId: id, organisationId, role });
  }
  const sets = await tx
    .select({ id: questionSets.id, content: questionSets.content })
    .from(questionSets)
    .where(isNull(questionSets.organisationId))
    .orderBy(questionSets.key);
  const set = sets.find(({ content }) => content.perspectives.length === 3);
  if (!set) throw new Error("No question set with three perspectives");
  await tx.record({ kind: "installation.set-up", subject: { type: "organisation", id: "bench" } });
  return { organisationId, personIds, set };
}

async function writeCases(tx: Transaction, place: Place, caseIds: string[]): Promise<void> {
  const now = environment.now();
  const { organisationId, personIds } = place;
  for (const [number, id] of caseIds.entries()) {
    await tx.insert(caseFiles).values({
      id,
      organisationId,
      number: `2026-${String(number + 1).padStart(4, "0")}`,
      status: "facts_and_options",
      submitterId: personIds[0] ?? "",
      receivedAt: now,
      title: `Casus ${number + 1}`,
      lifeEvents: [],
      answers: {},
      savedSteps: [],
      createdAt: now,
      updatedAt: now,
    });
    await tx.insert(options).values(
      Array.from({ length: optionCount }, (_, position) => ({
        id: environment.newId(),
        caseId: id,
        position,
        title: `Oplossing ${position + 1}`,
        level: Math.min(position, 3),
        ground: position === 0 ? null : ("hardship_clause" as const),
      })),
    );
  }
  await tx.record({ kind: "test.prepared", subject: { type: "test", id: "bench" } });
}

type Address = { sessionId: string; caseId: string };

async function itemAt({ sessionId, caseId }: Address) {
  const here = and(eq(agendaItems.sessionId, sessionId), eq(agendaItems.caseId, caseId));
  const [item] = await db.read.select({ id: agendaItems.id }).from(agendaItems).where(here);
  const own = await db.read
    .select({ id: options.id })
    .from(options)
    .where(eq(options.caseId, caseId))
    .orderBy(options.position);
  return { id: item?.id ?? "", optionIds: own.map(({ id }) => id) };
}

/** Everybody on the panels has answered every question and is ready. */
async function writeRatings(address: Address, { set }: Place): Promise<void> {
  const item = await itemAt(address);
  const seats = await db.read
    .select()
    .from(panelMembers)
    .where(eq(panelMembers.agendaItemId, item.id))
    .orderBy(panelMembers.personId);
  const updatedAt = environment.now();
  const rows = seats.flatMap(({ personId, perspective }) => {
    const own = set.content.perspectives.find(({ key }) => key === perspective);
    return (own?.criteria ?? []).flatMap(({ key: criterion }) =>
      item.optionIds.map((optionId) => {
        const place = { agendaItemId: item.id, round: 1, personId, perspective, criterion };
        const answer = {
          kind: "score" as const,
          value: 1 + random.below(5),
          reason: "Om deze reden",
        };
        return { id: environment.newId(), ...place, optionId, ...answer, updatedAt };
      }),
    );
  });
  await db.write(systemActor, async (tx) => {
    await tx.insert(ratings).values(rows);
    const here = eq(panelMembers.agendaItemId, item.id);
    await tx.update(panelMembers).set({ readyAt: updatedAt }).where(here);
    await tx.record({ kind: "test.prepared", subject: { type: "agenda_item", id: item.id } });
  });
}

async function openSeat(address: Address, { set }: Place, perspective: string) {
  const { id: agendaItemId, optionIds } = await itemAt(address);
  const own = set.content.perspectives.find(({ key }) => key === perspective);
  const criteria = (own?.criteria ?? []).map(({ key }) => key);
  return { caseId: address.caseId, agendaItemId, criteria, optionIds };
}

await tell(async () => {
  const [, , people, scoredCases] = process.argv.map(Number);
  await openDatabase(process.env.DATABASE_URL ?? "");
  const made = await seed({ people: people ?? 0, scoredCases: scoredCases ?? 0 });
  await stopDatabase();
  return made;
});
