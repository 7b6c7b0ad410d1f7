import { db, environment, type MissingPeople, type Transaction } from "#db";
import { isAsked } from "#app/domain/rounds.ts";
import { assertPhase, revealCheck } from "#app/domain/session.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Access } from "./access.server.ts";
import {
  advanceItem,
  currentItem,
  getItem,
  getLedItem,
  type ItemAddress,
  type ItemRow,
  type LedItem,
} from "./agenda-items.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import { moveCase } from "./case-status.server.ts";
import { listProgress } from "./panels-progress.server.ts";
import { recordReading } from "./readings.server.ts";
import { listReopened } from "./reopened-cells.server.ts";
import { recordSecondReveal } from "./second-round.server.ts";
import { sessionPosition } from "./session-events.server.ts";
import { latestTerms, listScoringMembers, makeWeighing } from "./weighings-snapshot.server.ts";

type Leader = Access<"session.lead">;

/** The last page before the reveal: who is not ready. */
export async function getRevealPage(access: Leader, address: ItemAddress) {
  // Before anything is read: what happens meanwhile is then heard of.
  const position = await sessionPosition(address.sessionId);
  const { row, session, caseFile, questionSet } = await getItem(access, address);
  await recordReading(access, caseFile, "session");
  const members = (await listProgress([row.id])).get(row.id) ?? [];
  return {
    session: { id: session.id, title: session.title },
    caseFile: { id: caseFile.id, number: caseFile.number, title: caseFile.title },
    phase: row.phase,
    round: row.round,
    position,
    leads: session.facilitatorId === access.person.id,
    members,
    missing: members.filter(
      ({ status, readsAlong, nothingToDo }) => status !== "ready" && !readsAlong && !nothingToDo,
    ),
    perspectives: questionSet.content.perspectives.map(({ key, name }) => ({ key, name })),
  };
}

/**
 * Shows all ratings of a round to everyone in the session: once, for good. Who was missing and why
 * it could not wait stays on record, and the weighing is made in the same change. `round` is the one
 * that was on the screen: a page left open at the first must not reveal the second.
 */
export async function revealItem(
  access: Leader,
  address: ItemAddress,
  reason: string,
  round?: number,
): Promise<void> {
  const item = await getLedItem(access, address);
  assertPhase(item.row.phase, ["scoring"]);
  await db.write(access.actor, async (tx) => {
    const row = await currentItem(tx, item.row.id);
    if (row.round !== (round ?? item.row.round)) throw new DomainError("phase_not_allowed");
    const missing = missingOf(await listAsked(tx, item, row), reason);
    const reveal = { at: environment.now(), by: access.person.id, missing, reason };
    await keepReveal(tx, item, row, { ...reveal, reason: missing.length > 0 ? reason : "" });
    await tx.record({
      ...recordedOn(item),
      kind: "item.revealed",
      details: {
        round: row.round,
        missing: missing.map(({ personId }) => personId),
        reasonGiven: missing.length > 0,
      },
      content: { missing, reason, revealedAt: reveal.at },
    });
    const terms = await latestTerms(tx, row);
    await makeWeighing(tx, { item, ...terms, personId: access.person.id });
  });
}

type Reveal = { at: number; by: string; reason: string; missing: MissingPeople };

async function keepReveal(
  tx: Transaction,
  item: LedItem,
  { id, round }: ItemRow,
  reveal: Reveal,
): Promise<void> {
  if (round > 1) {
    await advanceItem(tx, id, "scoring", { phase: "revealed" });
    return recordSecondReveal(tx, id, reveal);
  }
  await advanceItem(tx, id, "scoring", {
    phase: "revealed",
    revealedAt: reveal.at,
    revealedBy: reveal.by,
    revealReason: reveal.reason,
    missing: reveal.missing,
  });
  await moveCase(tx, item.caseFile, "deliberation", { personId: reveal.by });
}

/** The members whom this round asks something: nobody else can be missing. */
async function listAsked(tx: Transaction, item: LedItem, row: ItemRow) {
  const members = await listScoringMembers(tx, { ...item, row });
  const reopened = await listReopened(tx, row.id);
  const asked = members.filter((member) => isAsked(member, { round: row.round, reopened }));
  // Whoever sat on the reopened panel may have declared an interest: then there is nobody to wait for.
  if (row.round === 1 && asked.length === 0) throw new DomainError("reveal_no_members");
  return asked;
}

function missingOf(
  members: { id: string; perspective: string; readyAt: number | null }[],
  reason: string,
): MissingPeople {
  if (members.length === 0) return [];
  try {
    const missing = revealCheck({
      members: members.map(({ id, readyAt }) => ({ id, ready: readyAt !== null })),
      reason,
    });
    return members
      .filter(({ id }) => missing.includes(id))
      .map(({ id, perspective }) => ({ personId: id, perspective }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, { ...error.details, field: "reason" });
  }
}
