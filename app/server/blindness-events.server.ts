import { and, asc, eq, inArray, isNotNull, lt, ne } from "drizzle-orm";
import {
  agendaItems,
  auditEvents,
  conflictsOfInterest,
  db,
  gateRatings,
  panelMembers,
  ratings,
  secondRoundCells,
  secondRounds,
} from "#db";
import { isAboutScoring } from "#app/domain/blind-events.ts";
import type {
  BlindnessEvent,
  BlindnessRecord,
  StandingAnswer,
} from "#app/domain/blindness-proof.ts";
import type { ReadableCase } from "./case-access.server.ts";
import type { ItemRow } from "./agenda-items.server.ts";

export type LoggedEvent = {
  sequence: number;
  at: number;
  kind: string;
  actorId: string | null;
  caseId: string | null;
  subjectId: string;
  details: Record<string, unknown>;
};

const logged = {
  sequence: auditEvents.sequence,
  at: auditEvents.at,
  kind: auditEvents.kind,
  actorId: auditEvents.actorId,
  caseId: auditEvents.caseId,
  subjectId: auditEvents.subjectId,
  details: auditEvents.details,
};

/** All that the log says of a session, also of what is blind: whoever calls this drops that first. */
export function listSessionEvents(sessionId: string): Promise<LoggedEvent[]> {
  return db.read
    .select(logged)
    .from(auditEvents)
    .where(eq(auditEvents.sessionId, sessionId))
    .orderBy(asc(auditEvents.sequence));
}

/** Who read a case, on which page. */
export function listReadings(caseId: string): Promise<LoggedEvent[]> {
  return db.read
    .select(logged)
    .from(auditEvents)
    .where(
      and(eq(auditEvents.caseId, caseId), inArray(auditEvents.kind, ["case.read", "scoring.read"])),
    )
    .orderBy(asc(auditEvents.sequence));
}

const openings = ["item.scoring-opened", "item.second-round-opened"];

/** The events of one case on the agenda, without those of a round that is not revealed. */
export function revealedEvents(events: LoggedEvent[], row: ItemRow): LoggedEvent[] {
  const own = events.filter(({ caseId }) => caseId === row.caseId);
  if (row.phase !== "scoring" && row.phase !== "prepare") return own;
  const opened = own.findLast(({ kind }) => openings.includes(kind))?.sequence ?? 0;
  return own.filter(({ kind, sequence }) => sequence < opened || !isAboutScoring(kind));
}

/** Pages on which answers of others stand. */
const resultPages: unknown[] = ["results", "weighing"];

/** In the words of the proof; what plays no part in it is left out. */
export function proofEvents(own: LoggedEvent[], readings: LoggedEvent[]): BlindnessEvent[] {
  const seen = readings.filter(({ details }) => resultPages.includes(details.page));
  return [
    ...own.flatMap(proofEvent),
    ...seen.map((event) => ({ ...placed(event), kind: "sawResults" as const })),
  ];
}

function placed({ sequence, at, actorId }: LoggedEvent) {
  return { place: sequence, at, person: actorId };
}

function proofEvent(event: LoggedEvent): BlindnessEvent[] {
  const { kind, details } = event;
  const here = placed(event);
  if (openings.includes(kind)) return [{ ...here, kind: "opened" }];
  if (kind === "item.revealed") return [{ ...here, kind: "revealed" }];
  if (kind === "panel.ready") return [{ ...here, kind: "ready" }];
  if (kind === "panel.ready-undone") return [{ ...here, kind: "notReady" }];
  if (kind === "rating.recorded" || kind === "gate.recorded") {
    return [
      { ...here, kind: "answered", cell: `${String(details.key)} ${String(details.optionId)}` },
    ];
  }
  if (kind === "item.panels-changed") {
    return idsIn(details.added).map((person) => ({ ...here, person, kind: "seated" }));
  }
  return [];
}

export function idsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** What else the proof goes by: the answers that stand, and who was asked in each round. */
export async function standingRecord(
  row: ItemRow,
  caseFile: ReadableCase,
  revealed: number,
): Promise<Omit<BlindnessRecord, "events">> {
  const [answers, members, second, interested] = await Promise.all([
    listAnswers(row.id, revealed),
    db.read.select().from(panelMembers).where(eq(panelMembers.agendaItemId, row.id)),
    findSecondRound(row.id),
    db.read
      .select({ id: conflictsOfInterest.personId })
      .from(conflictsOfInterest)
      .where(eq(conflictsOfInterest.caseId, row.caseId)),
  ]);
  const excused = [...interested.map(({ id }) => id), caseFile.submitterId];
  const askedIn = (round: number, perspectives?: string[]) =>
    members
      .filter(({ fromRound }) => fromRound <= round)
      .filter(({ perspective }) => perspectives?.includes(perspective) ?? true)
      .map(({ personId }) => personId);
  const presence = ({ missing, revealReason }: Pick<ItemRow, "missing" | "revealReason">) => ({
    excused,
    missing: missing.map(({ personId }) => personId),
    reasonGiven: revealReason.trim() !== "",
  });
  const rounds = [
    { round: 1, asked: askedIn(1), ...presence(row) },
    ...(second ? [{ round: 2, asked: askedIn(2, second.perspectives), ...presence(second) }] : []),
  ];
  return { answers, rounds, revealedBefore: await wasRevealedBefore(row) };
}

async function findSecondRound(agendaItemId: string) {
  const [row] = await db.read
    .select()
    .from(secondRounds)
    .where(eq(secondRounds.agendaItemId, agendaItemId));
  if (!row) return null;
  const cells = await db.read
    .selectDistinct({ perspective: secondRoundCells.perspective })
    .from(secondRoundCells)
    .where(eq(secondRoundCells.agendaItemId, agendaItemId));
  return { ...row, perspectives: cells.map(({ perspective }) => perspective) };
}

async function listAnswers(agendaItemId: string, revealed: number): Promise<StandingAnswer[]> {
  const scores = await db.read
    .select({
      person: ratings.personId,
      round: ratings.round,
      key: ratings.criterion,
      optionId: ratings.optionId,
      at: ratings.updatedAt,
    })
    .from(ratings)
    .where(eq(ratings.agendaItemId, agendaItemId))
    .orderBy(asc(ratings.updatedAt), asc(ratings.id));
  const gates = await db.read
    .select({
      person: gateRatings.personId,
      round: gateRatings.round,
      key: gateRatings.gate,
      optionId: gateRatings.optionId,
      at: gateRatings.updatedAt,
    })
    .from(gateRatings)
    .where(eq(gateRatings.agendaItemId, agendaItemId))
    .orderBy(asc(gateRatings.updatedAt), asc(gateRatings.id));
  return [...scores, ...gates]
    .filter(({ round }) => round <= revealed)
    .map(({ key, optionId, ...answer }) => ({ ...answer, cell: `${key} ${optionId}` }));
}

/** Whether the case had been revealed in another session before this one asked anything. */
async function wasRevealedBefore({ caseId, id, openedAt }: ItemRow): Promise<boolean> {
  const rows = await db.read
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.caseId, caseId),
        ne(agendaItems.id, id),
        isNotNull(agendaItems.revealedAt),
        lt(agendaItems.revealedAt, openedAt ?? 0),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
