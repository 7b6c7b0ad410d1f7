import { agendaItems, panelMembers, sessionObservers, sessions } from "#db";
import type { ItemPhase } from "../../app/domain/session.ts";
import { dayInMs, dayNumber, startOfDay } from "../../app/domain/day.ts";
import { exampleSessions, type ExampleSession } from "./example-extras.ts";
import { exampleId } from "./example-id.ts";
import type { ExampleAssessment, PerspectiveKey } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import { seedRatings } from "./seed-ratings.ts";
import type { SeededCase } from "./seed-cases.ts";
import { happened, known, type SeededPerson, type Seeding } from "./seeding.ts";

const hourInMs = 3_600_000;
const planDays = 7;

export type PanelSeat = {
  person: SeededPerson;
  perspective: PerspectiveKey;
  readyAt: number | null;
};

export type SeededItem = {
  id: string;
  sessionId: string;
  caseFile: SeededCase;
  facilitator: SeededPerson;
  phase: ItemPhase;
  openedAt: number | null;
  revealedAt: number | null;
  concludedAt: number | null;
  seats: PanelSeat[];
  assessment: ExampleAssessment | undefined;
};

/** Puts the meetings in the database, with their agendas, panels and all that was scored. */
export async function seedSessions(
  seeding: Seeding,
  cases: ReadonlyMap<string, SeededCase>,
): Promise<SeededItem[]> {
  const items: SeededItem[] = [];
  for (const session of exampleSessions) {
    items.push(...(await seedSession(seeding, session, cases)));
  }
  const met = new Set(items.map(({ caseFile }) => caseFile.caseFile.key));
  for (const { assessment, caseFile } of cases.values()) {
    if (assessment && !met.has(caseFile.key)) {
      throw new Error(`The example round on "${caseFile.key}" is on no agenda`);
    }
  }
  return items;
}

async function seedSession(
  seeding: Seeding,
  session: ExampleSession,
  cases: ReadonlyMap<string, SeededCase>,
): Promise<SeededItem[]> {
  const { tx, people } = seeding;
  const agenda = session.caseKeys.map((key) => known(cases, key));
  const createdAt = plannedAt(seeding, session, agenda);
  const id = exampleId(createdAt, `session ${session.key}`);
  const facilitator = known(people, session.facilitator);
  const items = agenda.map((caseFile) =>
    seededItem(seeding, { session, sessionId: id, caseFile, facilitator }),
  );
  await tx.insert(sessions).values({ id, ...sessionRow(seeding, session, items), createdAt });
  const observers = session.observers.map((key) => ({
    sessionId: id,
    personId: known(people, key).id,
  }));
  await insertAll(tx, sessionObservers, observers);
  const { organisationId } = facilitator;
  const subject = { type: "session", id };
  const event = { subject, organisationId, sessionId: id, kind: "session.planned" };
  happened(seeding, { ...event, at: createdAt, by: facilitator });
  for (const [position, item] of items.entries()) await seedItem(seeding, item, position + 1);
  return items;
}

function sessionRow(seeding: Seeding, session: ExampleSession, items: SeededItem[]) {
  const { title, kind, place, deputy } = session;
  const startsAt = startOf(
    seeding,
    session,
    items.map(({ caseFile }) => caseFile),
  );
  return {
    organisationId: known(seeding.organisationIds, session.organisation),
    title,
    kind,
    place,
    status: statusOf(items),
    questionSetId: seeding.questionSet.id,
    facilitatorId: known(seeding.people, session.facilitator).id,
    deputyId: deputy === null ? null : known(seeding.people, deputy).id,
    startsAt,
    deadline: kind === "spread" ? deadlineOf(seeding, startsAt, items) : null,
  };
}

/** A week before the meeting or the first scoring. */
function plannedAt({ clock }: Seeding, session: ExampleSession, agenda: SeededCase[]): number {
  const opened = agenda.flatMap(({ assessment }) =>
    assessment ? [clock.ago(assessment.openedAgoDays, 8)] : [],
  );
  const planned = clock.day(session.inDays ?? planDays);
  return Math.min(Math.min(planned, ...opened) - planDays * dayInMs, clock.ago(1));
}

/** A meeting starts before its first reveal, scoring spread over days when it opens. */
function startOf({ clock }: Seeding, session: ExampleSession, agenda: SeededCase[]): number {
  const starts = agenda.flatMap(({ assessment }) => {
    if (!assessment) return [];
    const { openedAgoDays, revealedAgoDays } = assessment;
    const isMeeting = session.kind === "live" && revealedAgoDays !== null;
    return [isMeeting ? clock.ago(revealedAgoDays, 10) : clock.ago(openedAgoDays, 8)];
  });
  if (starts.length > 0) return Math.min(...starts);
  return clock.day(session.inDays ?? planDays) + 9 * hourInMs;
}

/** The end of the working day of the reveal; while scoring is open, of the day after tomorrow. */
function deadlineOf({ clock }: Seeding, startsAt: number, items: SeededItem[]): number {
  const revealed = items.flatMap(({ revealedAt }) => revealedAt ?? []);
  const isOpen = revealed.length < items.length;
  const day = isOpen ? clock.day(2) : startOfDay(dayNumber(Math.max(startsAt, ...revealed)));
  return day + 16 * hourInMs;
}

function statusOf(items: SeededItem[]): "planned" | "open" | "closed" {
  if (items.every(({ phase }) => phase === "prepare")) return "planned";
  return items.every(({ phase }) => phase === "concluded") ? "closed" : "open";
}

function seededItem(
  seeding: Seeding,
  about: {
    session: ExampleSession;
    sessionId: string;
    caseFile: SeededCase;
    facilitator: SeededPerson;
  },
): SeededItem {
  const { session, sessionId, caseFile, facilitator } = about;
  const { assessment } = caseFile;
  const moved = (to: string) => caseFile.timeline.find((step) => step.to === to)?.at ?? null;
  const openedAt = assessment ? moved("scoring") : null;
  const revealedAt = assessment?.revealedAgoDays === null ? null : moved("deliberation");
  const concludedAt = revealedAt === null ? null : moved("decision");
  return {
    id: exampleId(caseFile.timeline[0]?.at ?? 0, `item ${session.key} ${caseFile.caseFile.key}`),
    sessionId,
    caseFile,
    facilitator,
    phase: phaseOf({ openedAt, revealedAt, concludedAt }),
    openedAt,
    revealedAt,
    concludedAt,
    seats: seatsOf(seeding, { session, assessment, openedAt, revealedAt }),
    assessment,
  };
}

function phaseOf(item: Pick<SeededItem, "openedAt" | "revealedAt" | "concludedAt">): ItemPhase {
  if (item.concludedAt !== null) return "concluded";
  if (item.revealedAt !== null) return "revealed";
  return item.openedAt === null ? "prepare" : "scoring";
}

function seatsOf(
  seeding: Seeding,
  about: {
    session: ExampleSession;
    assessment: ExampleAssessment | undefined;
    openedAt: number | null;
    revealedAt: number | null;
  },
): PanelSeat[] {
  const { assessment, openedAt, revealedAt } = about;
  const panels = assessment?.panels ??
    about.session.panels ?? { legal: [], financial: [], societal: [] };
  const perspectives = ["legal", "financial", "societal"] as const;
  const end = revealedAt ?? seeding.clock.now;
  const seats = perspectives.flatMap((perspective) =>
    panels[perspective].map((key) => ({ person: known(seeding.people, key), perspective })),
  );
  return seats.map(({ person, perspective }, place) => {
    const isReady = openedAt !== null && (assessment?.ready.includes(person.key) ?? false);
    // One after the other, the last of them somewhat before the reveal.
    const share = (place + 2) / (seats.length + 3);
    const readyAt = isReady ? Math.floor(openedAt + (end - openedAt) * share) : null;
    return { person, perspective, readyAt };
  });
}

async function seedItem(seeding: Seeding, item: SeededItem, position: number): Promise<void> {
  const missing = item.seats
    .filter(({ readyAt }) => item.revealedAt !== null && readyAt === null)
    .map(({ person, perspective }) => ({ personId: person.id, perspective }));
  await seeding.tx.insert(agendaItems).values({
    id: item.id,
    sessionId: item.sessionId,
    caseId: item.caseFile.id,
    position,
    phase: item.phase,
    weights: seeding.questionSet.content.perspectives.map(({ key, weight, passMark }) => ({
      perspective: key,
      weight,
      passMark,
    })),
    openedAt: item.openedAt,
    revealedAt: item.revealedAt,
    revealedBy: item.revealedAt === null ? null : item.facilitator.id,
    revealReason:
      missing.length === 0
        ? ""
        : "Was ziek en vond het goed dat de groep zonder dit oordeel verderging.",
    missing,
    concludedAt: item.concludedAt,
  });
  const seats = item.seats.map(({ person, perspective, readyAt }) => ({
    agendaItemId: item.id,
    personId: person.id,
    perspective,
    readyAt,
  }));
  await insertAll(seeding.tx, panelMembers, seats);
  noteMoves(seeding, item);
  await seedRatings(seeding, item);
}

function noteMoves(seeding: Seeding, item: SeededItem): void {
  const moves = [
    { kind: "item.scoring-opened", at: item.openedAt, by: item.facilitator },
    ...item.seats.map(({ person, readyAt }) => ({ kind: "panel.ready", at: readyAt, by: person })),
    { kind: "item.revealed", at: item.revealedAt, by: item.facilitator },
    { kind: "item.concluded", at: item.concludedAt, by: item.facilitator },
  ];
  for (const { kind, at, by } of moves) {
    if (at === null) continue;
    happened(seeding, {
      at,
      by,
      kind,
      subject: { type: "agenda_item", id: item.id },
      organisationId: item.caseFile.organisationId,
      caseId: item.caseFile.id,
      sessionId: item.sessionId,
    });
  }
}
