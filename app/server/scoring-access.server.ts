import { and, asc, eq } from "drizzle-orm";
import {
  conflictsOfInterest,
  db,
  options,
  panelMembers,
  type Queries,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { PerspectiveTemplate } from "#app/domain/question-set.ts";
import { scoringObstacle, type ItemPhase } from "#app/domain/session.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { currentItem, getItem, type AgendaItem, type ItemAddress } from "./agenda-items.server.ts";
import { forbidden, notFound } from "./http.server.ts";
import { cellKey, listReopened } from "./reopened-cells.server.ts";

export type MemberRow = typeof panelMembers.$inferSelect;
export type ScoredOption = {
  id: string;
  position: number;
  title: string;
  description: string;
  level: number;
};

export type Scorer = {
  item: AgendaItem;
  member: MemberRow;
  perspective: PerspectiveTemplate;
  options: ScoredOption[];
  /** Cells of the own perspective (see `cellKey`) that the second round asks; null in the first, which asks all. */
  reopened: ReadonlySet<string> | null;
};
/** Proof that this person sits on the panel and may judge this case; the phase is another matter. */
export type PanelScorer = Authorized<Scorer, "score">;

/** The own seat on the panel, with what is asked there; refused to everybody else. */
export async function getScorer(
  access: Access<"session.score">,
  address: ItemAddress,
): Promise<PanelScorer> {
  const item = await getItem(access, address);
  const personId = access.person.id;
  const member = await findMember(db.read, item.row.id, personId);
  const obstacle = scoringObstacle({
    personId,
    submitterId: item.caseFile.submitterId,
    isMember: member !== undefined,
    conflictOfInterest: await isInterested(db.read, item.row.caseId, personId),
    phase: "scoring",
  });
  if (obstacle) forbidden(obstacle);
  const perspective = item.questionSet.content.perspectives.find(
    ({ key }) => key === member?.perspective,
  );
  if (!member || !perspective) notFound();
  return authorized<Scorer, "score">({
    ...{ item, member, perspective },
    options: await listOptions(item.row.caseId),
    reopened: item.row.round === 1 ? null : await ownReopened(item, perspective),
  });
}

async function ownReopened({ row }: AgendaItem, { key: own }: PerspectiveTemplate) {
  const cells = await listReopened(db.read, row.id);
  return new Set(
    cells
      .filter(({ perspective }) => perspective === own)
      .map(({ key, option }) => cellKey(key, option)),
  );
}

/** Whether this round asks this question about this option. */
export function isAskedCell({ reopened }: PanelScorer, key: string, optionId: string): boolean {
  return reopened === null || reopened.has(cellKey(key, optionId));
}

/**
 * What was meant for a round that is over is refused and given back: a browser that was away for a
 * while must not answer a round nobody saw there.
 */
export function assertRound({ item }: PanelScorer, round: number | undefined): void {
  if (round !== undefined && round !== item.row.round) throw new DomainError("rating_closed");
}

/**
 * Refuses unless this person can score at this moment. To be called inside the change: a reveal
 * that came first wins.
 */
export async function assertScoringOpen(tx: Transaction, scorer: PanelScorer): Promise<number> {
  const { phase, round } = await currentItem(tx, scorer.item.row.id);
  assertScoringPhase(phase);
  assertRound(scorer, round);
  const seat = await currentSeat(tx, scorer);
  if (seat.fromRound > round) throw new DomainError("reads_along");
  return round;
}

/** The seat as it stands within a change; refused to who lost it or declared an interest meanwhile. */
export async function currentSeat(tx: Transaction, scorer: PanelScorer): Promise<MemberRow> {
  const { item, member } = scorer;
  const seat = await findMember(tx, item.row.id, member.personId);
  if (seat?.perspective !== member.perspective) throw new DomainError("not_a_member");
  if (await isInterested(tx, item.row.caseId, member.personId)) {
    throw new DomainError("conflict_of_interest");
  }
  return seat;
}

/** Too early and too late are told apart: what was typed too late is given back. */
export function assertScoringPhase(phase: ItemPhase): void {
  if (phase === "prepare") throw new DomainError("phase_not_allowed");
  if (phase !== "scoring") throw new DomainError("rating_closed");
}

/** The same, and not while someone stands on ready: that has to be taken back first. */
export async function assertScoring(tx: Transaction, scorer: PanelScorer): Promise<number> {
  const round = await assertScoringOpen(tx, scorer);
  const seat = await findMember(tx, scorer.item.row.id, scorer.member.personId);
  if (seat?.readyAt) throw new DomainError("is_ready");
  return round;
}

async function findMember(
  read: Queries,
  agendaItemId: string,
  personId: string,
): Promise<MemberRow | undefined> {
  const [row] = await read
    .select()
    .from(panelMembers)
    .where(and(eq(panelMembers.agendaItemId, agendaItemId), eq(panelMembers.personId, personId)));
  return row;
}

async function isInterested(read: Queries, caseId: string, personId: string): Promise<boolean> {
  const rows = await read
    .select({ personId: conflictsOfInterest.personId })
    .from(conflictsOfInterest)
    .where(and(eq(conflictsOfInterest.caseId, caseId), eq(conflictsOfInterest.personId, personId)));
  return rows.length > 0;
}

async function listOptions(caseId: string): Promise<ScoredOption[]> {
  return db.read
    .select({
      id: options.id,
      position: options.position,
      title: options.title,
      description: options.description,
      level: options.level,
    })
    .from(options)
    .where(eq(options.caseId, caseId))
    .orderBy(asc(options.position));
}
