import { asc, eq } from "drizzle-orm";
import { agendaItems, db, panelMembers, sessionObservers } from "#db";
import { blindnessFindings, type RoundFindings } from "#app/domain/blindness-proof.ts";
import { textIn } from "#app/domain/local-text.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { ReadPage } from "#app/domain/reading.ts";
import type {
  BlindItemView,
  BlindnessPage,
  RoundView,
  SightView,
} from "#app/schemas/blindness-view.ts";
import type { Access } from "./access.server.ts";
import { getUsedQuestionSet, type ItemRow } from "./agenda-items.server.ts";
import {
  listReadings,
  listSessionEvents,
  proofEvents,
  revealedEvents,
  standingRecord,
  type LoggedEvent,
} from "./blindness-events.server.ts";
import { arrivalsIn, observersIn } from "./blindness-arrivals.server.ts";
import { findCase, type ReadableCase } from "./case-access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { getSession, type ReadableSession } from "./session-access.server.ts";

type Auditor = Access<"audit.read">;

/** Whether the scoring of a session was blind, with all from which one can tell. */
export async function getBlindnessPage(access: Auditor, sessionId: string): Promise<BlindnessPage> {
  const session = await getSession(access, sessionId);
  const events = await listSessionEvents(session.id);
  const rows = await db.read
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, session.id))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
  const cases = await Promise.all(rows.map(({ caseId }) => findCase(access, caseId)));
  const seen = rows.flatMap((row, index) => {
    const caseFile = cases[index];
    return caseFile ? [{ row, caseFile }] : [];
  });
  const { id, title, startsAt } = session;
  return {
    session: { id, title, startsAt },
    items: await Promise.all(seen.map((item) => itemView(access, { ...item, session, events }))),
    hidden: rows.length - seen.length,
    arrivals: await arrivalsIn(events),
  };
}

type Item = {
  row: ItemRow;
  caseFile: ReadableCase;
  session: ReadableSession;
  events: LoggedEvent[];
};

async function itemView(access: Auditor, item: Item): Promise<BlindItemView> {
  const { row, caseFile } = item;
  const own = revealedEvents(item.events, row);
  const readings = await listReadings(row.caseId);
  const blind = row.phase === "scoring" ? row.round : 0;
  const revealed = row.phase === "scoring" || row.phase === "prepare" ? row.round - 1 : row.round;
  const arrivals = observersIn(item.events);
  const record = await standingRecord(row, caseFile, revealed);
  const found = blindnessFindings({
    ...record,
    events: [...proofEvents(own, readings), ...arrivals],
  });
  const seats = await seatsOf(access, item);
  const rounds = found.map((round) =>
    roundView(access, { round, seats, readings, answers: record.answers }),
  );
  const names = await namesOf([
    ...rounds.flatMap(({ findings }) => findings.flatMap(({ people }) => people)),
    ...rounds.flatMap((round) => round.readings?.map(({ name }) => name) ?? []),
  ]);
  const named = rounds.map((round) => withNames(round, names));
  const { id, number, title } = caseFile;
  return {
    id: row.id,
    caseFile: { id, number, title },
    phase: row.phase,
    rounds: blind > 0 ? [...named, blindRound(own, seats, blind)] : named,
  };
}

type Seat = Omit<SightView, "own" | "others" | "answered"> & { fromRound: number };

/** A round in which people score now: who will see what, and nothing of what they do. */
function blindRound(own: LoggedEvent[], seats: Seat[], round: number): RoundView {
  const kind = round === 1 ? "item.scoring-opened" : "item.second-round-opened";
  const openedAt = own.findLast((event) => event.kind === kind)?.at ?? 0;
  return {
    ...{ round, openedAt, revealedAt: null, verdict: null, findings: [], readings: null },
    sight: seats.map((seat) => sightOf(seat, { round, openedAt, revealedAt: null })),
  };
}

type Revealed = {
  round: RoundFindings;
  seats: Seat[];
  readings: LoggedEvent[];
  answers: readonly { person: string; round: number; at: number }[];
};

function roundView(access: Auditor, { round, seats, readings, answers }: Revealed): RoundView {
  const { openedAt, revealedAt } = round;
  const within = readings.filter(({ at }) => at >= openedAt && at <= revealedAt);
  const given = (personId: string) =>
    answers
      .filter((answer) => answer.person === personId && answer.round === round.round)
      .map(({ at }) => at);
  return {
    ...round,
    sight: seats.map((seat) => {
      const times = given(seat.personId);
      const answered =
        times.length === 0 ? null : { first: Math.min(...times), last: Math.max(...times) };
      return { ...sightOf(seat, round), answered };
    }),
    readings: hasRight(access.roles, "processing.read")
      ? within.map(({ sequence, at, actorId, details }) => ({
          ...{ key: String(sequence), at, name: actorId ?? "", page: details.page as ReadPage },
        }))
      : null,
  };
}

type Shown = { round: number; openedAt: number; revealedAt: number | null };

function sightOf({ fromRound, ...seat }: Seat, { round, openedAt, revealedAt }: Shown): SightView {
  const scores = seat.part === "assessor" && fromRound <= round;
  return { ...seat, own: scores ? openedAt : null, others: revealedAt, answered: null };
}

function withNames(round: RoundView, names: Map<string, string>): RoundView {
  const name = (id: string) => names.get(id) ?? id;
  return {
    ...round,
    findings: round.findings.map(({ people, ...finding }) => ({
      ...finding,
      people: people.map(name),
    })),
    readings:
      round.readings?.map((reading, index) => ({
        ...{ ...reading, key: String(index), name: name(reading.name) },
      })) ?? null,
  };
}

/** Everybody at the table of this case: the panels first, then who leads and who observes. */
async function seatsOf(access: Auditor, { row, session }: Item): Promise<Seat[]> {
  const [members, observers, { content }] = await Promise.all([
    db.read.select().from(panelMembers).where(eq(panelMembers.agendaItemId, row.id)),
    db.read.select().from(sessionObservers).where(eq(sessionObservers.sessionId, session.id)),
    getUsedQuestionSet(session.questionSetId),
  ]);
  const { facilitatorId, deputyId } = session;
  const seats = [
    ...members.map(({ personId, perspective, fromRound }) => ({
      ...{ personId, fromRound, part: "assessor" as const },
      perspective: perspectiveName(content.perspectives, perspective, access.person.language),
    })),
    { personId: facilitatorId, part: "facilitator" as const, ...nothingToScore },
    ...(deputyId ? [{ personId: deputyId, part: "deputy" as const, ...nothingToScore }] : []),
    ...observers.map(({ personId }) => ({
      ...{ personId, part: "observer" as const, ...nothingToScore },
    })),
  ];
  const names = await namesOf(seats.map(({ personId }) => personId));
  return seats
    .map((seat) => ({ ...seat, name: names.get(seat.personId) ?? seat.personId }))
    .sort((a, b) => (a.perspective ?? "~").localeCompare(b.perspective ?? "~"));
}

const nothingToScore = { perspective: null, fromRound: 1 };

function perspectiveName(
  perspectives: readonly { key: string; name: { nl: string; en: string } }[],
  key: string,
  language: Access["person"]["language"],
): string {
  const found = perspectives.find((perspective) => perspective.key === key);
  return found ? textIn(found.name, language) : key;
}
