import { and, asc, desc, eq, lte } from "drizzle-orm";
import { db, panelMembers, people, weighings, type Queries, type WeighingSnapshot } from "#db";
import { perspectiveRankings } from "#app/domain/discussion.ts";
import { outcomeAndReasons } from "#app/domain/outcome-and-reasons.ts";
import { lastRound } from "#app/domain/session.ts";
import type { ArgumentView, DiscussionView, WeighingView } from "#app/schemas/weighing-view.ts";
import type { Access } from "./access.server.ts";
import { getItem, type ItemAddress, type ReadableItem } from "./agenda-items.server.ts";
import { conflict } from "./http.server.ts";
import { listMinorityViews } from "./minority-views.server.ts";
import { listDiscussion } from "./results-agenda.server.ts";
import { recordReading } from "./readings.server.ts";
import {
  carriedKey,
  listArguments,
  listReasons,
  type ArgumentRow,
} from "./results-reasons.server.ts";
import { listShifts } from "./results-shifts.server.ts";
import { revealOf } from "./second-round.server.ts";
import { robustnessView } from "./robustness.server.ts";
import { sessionPosition } from "./session-events.server.ts";
import { timerOf } from "./session-timer.server.ts";
import { isInsideSession } from "./session-access.server.ts";
import { callersOf, weighingView, type Callers } from "./weighings-view.server.ts";
import { listWeighings } from "./weighings.server.ts";

/** Everything that was revealed and what comes out of it; while a second round is blind, of the first. */
export async function getResults(access: Access<"session.read">, address: ItemAddress) {
  const position = await sessionPosition(address.sessionId);
  const item = await getItem(access, address);
  const { row, session, caseFile } = item;
  const round = revealedRound(item);
  await recordReading(access, caseFile, "results");
  const inside = await isInsideSession(session, row.id, access.person.id);
  const { id, number, snapshot } = await getLatest(row.id, round);
  const members = await listMembers(db.read, row.id);
  const who = callersOf(snapshot, inside, othersThan(snapshot, members));
  const view = weighingView(snapshot, who);
  const said = await getSaid({ item, round, snapshot, view, who });
  return {
    session: { id: session.id, title: session.title },
    position,
    timer: timerOf(session),
    caseFile: { id: caseFile.id, number: caseFile.number, title: caseFile.title },
    phase: row.phase,
    ...(await getRounds(item, round, who)),
    inside,
    leads: session.facilitatorId === access.person.id && access.roles.includes("coordinator"),
    sits: row.phase === "revealed" && members.some((member) => member.id === access.person.id),
    weighing: { id, number },
    weighings: await listWeighings(row.id),
    view,
    robustness: robustnessView(snapshot, who),
    ...said,
    rankings: perspectiveRankings(snapshot.result),
    reopens: reopensOf(item, said.discussion),
    shifts: round === lastRound ? await listShifts(item, view, who) : null,
    minorityViews: await listMinorityViews({ agendaItemId: row.id, who, reader: access.person.id }),
  };
}

export type Results = Awaited<ReturnType<typeof getResults>>;

/** The last round that was revealed; until the first reveal there is nothing to see, for nobody. */
export function revealedRound({ row }: ReadableItem): number {
  const { phase, round } = row;
  if (phase === "prepare" || (phase === "scoring" && round === 1)) conflict("not_revealed");
  return phase === "scoring" ? round - 1 : round;
}

/** The round these figures are of, and how it was revealed. */
async function getRounds(item: ReadableItem, round: number, who: Callers) {
  const { revealedAt, revealReason, missing } = await revealOf(item.row, round);
  return {
    round,
    /** Whether there are two rounds to tell apart; the second may still be blind. */
    secondRound: item.row.round > 1,
    ...{ revealedAt, revealReason },
    missing: missing.map(({ personId }) => who(personId)),
  };
}

/** What people wrote, what carries of it, and what there is to talk about. */
async function getSaid(about: {
  item: ReadableItem;
  round: number;
  snapshot: WeighingSnapshot;
  view: WeighingView;
  who: Callers;
}) {
  const { item, round, snapshot, view, who } = about;
  const personIds = snapshot.people.map((person) => person.id);
  const revealed = { agendaItemId: item.row.id, round, personIds, who };
  const given = await listArguments(revealed);
  const carried = new Set(given.filter(({ carrying }) => carrying).map(carriedKey));
  const reasons = await listReasons(revealed, carried);
  return {
    reasons,
    arguments: given.map(({ personId: _, ...argument }): ArgumentView => argument),
    agreement: agreementOf(snapshot, given, who),
    discussion: await listDiscussion({ item, snapshot, view, reasons }),
  };
}

/** How many cells a second round would ask again; null when there can be none (more). */
function reopensOf({ row }: ReadableItem, discussion: DiscussionView[]): number | null {
  if (row.phase !== "revealed" || row.round >= lastRound) return null;
  return discussion.filter(({ flagged, byHand }) => flagged || byHand !== null).length;
}

async function getLatest(agendaItemId: string, round: number) {
  const [latest] = await db.read
    .select({ id: weighings.id, number: weighings.number, snapshot: weighings.snapshot })
    .from(weighings)
    .where(and(eq(weighings.agendaItemId, agendaItemId), lte(weighings.round, round)))
    .orderBy(desc(weighings.number))
    .limit(1);
  return latest ?? conflict("not_revealed");
}

type Member = WeighingSnapshot["people"][number];

async function listMembers(read: Queries, agendaItemId: string): Promise<Member[]> {
  return read
    .select({ id: people.id, name: people.name, perspective: panelMembers.perspective })
    .from(panelMembers)
    .innerJoin(people, eq(people.id, panelMembers.personId))
    .where(eq(panelMembers.agendaItemId, agendaItemId))
    .orderBy(asc(people.name), asc(people.id));
}

/** Who sits on the panel and was not weighed, such as who joined late. */
function othersThan(snapshot: WeighingSnapshot, members: Member[]): Member[] {
  return members.filter(({ id }) => !snapshot.people.some((person) => person.id === id));
}

/** Agreement on the outcome and on the reasons, with people as this reader may know them. */
function agreementOf({ input, result }: WeighingSnapshot, given: ArgumentRow[], who: Callers) {
  const carrying = given
    .filter((argument) => argument.carrying)
    .map(({ perspective, optionId, side, personId }) => ({
      ...{ perspective, option: optionId, side, assessor: personId },
    }));
  const { outcome, ...rest } = outcomeAndReasons({ input, result, carrying });
  const first = outcome.first.map((choice) => ({ ...choice, people: choice.people.map(who) }));
  return { ...rest, outcome: { ...outcome, first } };
}
