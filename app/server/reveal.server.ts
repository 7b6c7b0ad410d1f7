import { db, environment } from "#db";
import { assertPhase, revealCheck } from "#app/domain/session.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Access } from "./access.server.ts";
import {
  advanceItem,
  currentItem,
  getItem,
  getLedItem,
  type ItemAddress,
} from "./agenda-items.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import { moveCase } from "./case-status.server.ts";
import { listProgress } from "./panels-progress.server.ts";
import { listScoringMembers, makeWeighing } from "./weighings-snapshot.server.ts";

type Leader = Access<"session.lead">;

/** The last page before the reveal: who is not ready. */
export async function getRevealPage(access: Leader, address: ItemAddress) {
  const { row, session, caseFile, questionSet } = await getItem(access, address);
  const members = (await listProgress([row.id])).get(row.id) ?? [];
  return {
    session: { id: session.id, title: session.title },
    caseFile: { id: caseFile.id, number: caseFile.number, title: caseFile.title },
    phase: row.phase,
    leads: session.facilitatorId === access.person.id,
    members,
    missing: members.filter(({ status, readsAlong }) => status !== "ready" && !readsAlong),
    perspectives: questionSet.content.perspectives.map(({ key, name }) => ({ key, name })),
  };
}

/**
 * Shows all ratings to everyone in the session: once, for good. Who was missing and why it could
 * not wait stays on record, and the first weighing is made in the same change.
 */
export async function revealItem(
  access: Leader,
  address: ItemAddress,
  reason: string,
): Promise<void> {
  const item = await getLedItem(access, address);
  assertPhase(item.row.phase, ["scoring"]);
  await db.write(access.actor, async (tx) => {
    const missing = missingOf(await listScoringMembers(tx, item), reason);
    const weights = (await currentItem(tx, item.row.id)).weights;
    const now = environment.now();
    await advanceItem(tx, item.row.id, "scoring", {
      phase: "revealed",
      revealedAt: now,
      revealedBy: access.person.id,
      revealReason: missing.length > 0 ? reason : "",
      missing,
    });
    await moveCase(tx, item.caseFile, "deliberation", { personId: access.person.id });
    await tx.record({
      ...recordedOn(item),
      kind: "item.revealed",
      details: {
        round: item.row.round,
        missing: missing.map(({ personId }) => personId),
        reasonGiven: missing.length > 0,
      },
      content: { missing, reason, revealedAt: now },
    });
    await makeWeighing(tx, { item, weights, reason: "", personId: access.person.id });
  });
}

function missingOf(
  members: { id: string; perspective: string; readyAt: number | null }[],
  reason: string,
) {
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
