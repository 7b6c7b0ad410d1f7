import { and, eq } from "drizzle-orm";
import { agendaItems, db, panelMembers, type ItemWeights, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { assertWeights } from "#app/domain/question-set.ts";
import type { MembersInput, WeightsInput } from "#app/schemas/panel.ts";
import type { Access } from "./access.server.ts";
import {
  currentItem,
  getItem,
  type AgendaItem,
  type ItemAddress,
  type ItemRow,
} from "./agenda-items.server.ts";
import { hasBegun, hasScored } from "./panels-begun.server.ts";
import { listCandidates, seatsOpen, type Candidate } from "./panels.server.ts";

type Planner = Access<"session.lead">;
type Seat = { personId: string; perspective: string };
type SeatChanges = { added: Seat[]; moved: Seat[]; removed: string[] };

/**
 * Puts assessors on the panels of a case. Once somebody has scored, who joins reads along until
 * the next round, and who has scored keeps the seat.
 */
export async function updateMembers(
  access: Planner,
  address: ItemAddress,
  input: MembersInput,
): Promise<void> {
  const item = await getItem(access, address);
  await db.write(access.actor, async (tx) => {
    const row = await currentItem(tx, item.row.id);
    if (seatsOpen(row) === "none") throw new DomainError("panel_fixed");
    const candidates = await listCandidates(tx, item);
    const changes = seatChanges(candidates, input);
    if (seatsOpen(row) === "newcomers") assertNewcomers(candidates, changes);
    assertSeats(item, candidates, [...changes.added, ...changes.moved]);
    await saveSeats(tx, row, changes);
    if (row.phase === "scoring") await assertEveryPanelSits(tx, item);
    await bumpVersion(tx, row, input.version);
    await tx.record({
      kind: "item.panels-changed",
      subject: { type: "agenda_item", id: row.id },
      caseId: row.caseId,
      sessionId: row.sessionId,
      details: {
        added: changes.added.map(({ personId }) => personId),
        moved: changes.moved.map(({ personId }) => personId),
        removed: changes.removed,
      },
      content: changes,
    });
  });
}

/** Weights and pass marks stand from the first rating on; later ones make a new weighing. */
export async function updateWeights(
  access: Planner,
  address: ItemAddress,
  input: WeightsInput,
): Promise<void> {
  const item = await getItem(access, address);
  const { method, answers } = input;
  const weights = matchingWeights(item, input);
  await db.write(access.actor, async (tx) => {
    const row = await currentItem(tx, item.row.id);
    const fixed = !["prepare", "scoring"].includes(row.phase) || (await hasBegun(tx, row.id));
    if (fixed) throw new DomainError("weights_fixed");
    const changes = { weights, weightMethod: method, weightAnswers: answers };
    await bumpVersion(tx, row, input.version, changes);
    await tx.record({
      kind: "item.weights-changed",
      subject: { type: "agenda_item", id: row.id },
      caseId: row.caseId,
      sessionId: row.sessionId,
      details: { method },
      content: { weights, method, answers },
    });
  });
}

/**
 * One weight for every perspective of the question set, in its order; with the method
 * `question_set` the weights of the set itself.
 */
export function matchingWeights(
  item: AgendaItem,
  given: Pick<WeightsInput, "perspectives" | "method">,
): ItemWeights {
  const { perspectives } = item.questionSet.content;
  if (given.perspectives.length !== perspectives.length) throw new DomainError("weights");
  const weights = perspectives.map(({ key, weight }) => {
    const own = given.perspectives.find(({ perspective }) => perspective === key);
    if (!own) throw new DomainError("weights", { perspective: key });
    return given.method === "question_set" ? { ...own, weight } : own;
  });
  assertWeights(weights.map(({ weight }) => weight));
  return weights;
}

function seatChanges(candidates: Candidate[], { members }: MembersInput): SeatChanges {
  const changes: SeatChanges = { added: [], moved: [], removed: [] };
  for (const { personId, perspective } of members) {
    const before = candidates.find(({ id }) => id === personId)?.perspective ?? null;
    if (perspective === (before ?? "")) continue;
    if (perspective === "") changes.removed.push(personId);
    else if (before === null) changes.added.push({ personId, perspective });
    else changes.moved.push({ personId, perspective });
  }
  return changes;
}

function assertSeats(item: AgendaItem, candidates: Candidate[], seats: Seat[]): void {
  const known = item.questionSet.content.perspectives.map(({ key }) => key);
  for (const { personId, perspective } of seats) {
    const candidate = candidates.find(({ id }) => id === personId);
    if (!candidate || !known.includes(perspective)) throw new DomainError("unknown_option");
    if (candidate.blocked) throw new DomainError(`panel_${candidate.blocked}`);
  }
}

async function saveSeats(tx: Transaction, row: ItemRow, changes: SeatChanges): Promise<void> {
  const { added, moved, removed } = changes;
  const fromRound = await firstRoundOf(tx, row);
  for (const personId of [...removed, ...moved.map((seat) => seat.personId)]) {
    if (await hasScored(tx, row.id, personId)) throw new DomainError("has_ratings");
  }
  for (const personId of removed) {
    await tx.delete(panelMembers).where(seatOf(row.id, personId));
  }
  for (const { personId, perspective } of moved) {
    await tx
      .update(panelMembers)
      .set({ perspective, readyAt: null })
      .where(seatOf(row.id, personId));
  }
  for (const seat of added) {
    await tx.insert(panelMembers).values({ agendaItemId: row.id, ...seat, fromRound });
  }
}

/** Once somebody scored, and after the reveal, who joins scores from the next round on. */
async function firstRoundOf(tx: Transaction, row: ItemRow): Promise<number> {
  const late =
    row.phase === "revealed" || (row.phase === "scoring" && (await hasBegun(tx, row.id)));
  return late ? row.round + 1 : row.round;
}

/** Puts one person on a panel, by the rules for who joins late. */
export async function addSeat(tx: Transaction, row: ItemRow, seat: Seat): Promise<void> {
  const fromRound = await firstRoundOf(tx, row);
  await tx.insert(panelMembers).values({ agendaItemId: row.id, ...seat, fromRound });
  await bumpVersion(tx, row, row.version);
  await tx.record({
    kind: "item.panels-changed",
    subject: { type: "agenda_item", id: row.id },
    caseId: row.caseId,
    sessionId: row.sessionId,
    details: { added: [seat.personId], moved: [], removed: [] },
    content: seat,
  });
}

/** After the reveal the panel that scored stands; only who waits for the next round can go. */
function assertNewcomers(candidates: Candidate[], { moved, removed }: SeatChanges): void {
  const changed = [...removed, ...moved.map(({ personId }) => personId)];
  const scored = candidates.filter(({ id, readsAlong }) => changed.includes(id) && !readsAlong);
  if (scored.length > 0) throw new DomainError("panel_fixed");
}

function seatOf(agendaItemId: string, personId: string) {
  return and(eq(panelMembers.agendaItemId, agendaItemId), eq(panelMembers.personId, personId));
}

/** While people score, every perspective has somebody who does. */
export async function assertEveryPanelSits(tx: Transaction, item: AgendaItem): Promise<void> {
  const candidates = await listCandidates(tx, item);
  const scoring = candidates.filter(({ blocked, readsAlong }) => !blocked && !readsAlong);
  for (const { key } of item.questionSet.content.perspectives) {
    if (!scoring.some(({ perspective }) => perspective === key)) {
      throw new DomainError("panel_empty", { perspective: key });
    }
  }
}

async function bumpVersion(
  tx: Transaction,
  row: ItemRow,
  seen: number,
  changes: Partial<ItemRow> = {},
): Promise<void> {
  const changed = await tx
    .update(agendaItems)
    .set({ ...changes, version: seen + 1 })
    .where(and(eq(agendaItems.id, row.id), eq(agendaItems.version, seen)))
    .returning({ id: agendaItems.id });
  if (changed.length === 0) throw new DomainError("stale_version");
}
