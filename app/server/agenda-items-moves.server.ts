import { count, eq } from "drizzle-orm";
import { db, environment, options, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Access } from "./access.server.ts";
import {
  advanceItem,
  getLedItem,
  type AgendaItem,
  type ItemAddress,
  type LedItem,
} from "./agenda-items.server.ts";
import { moveCase } from "./case-status.server.ts";
import { assertEveryPanelSits } from "./panels-changes.server.ts";
import { settleStatus } from "./sessions-agenda.server.ts";
import { openableStatuses } from "./sessions-form.server.ts";

type Leader = Access<"session.lead">;

/** From here on the assessors score, and everyone is blind for the others. */
export async function openScoring(access: Leader, address: ItemAddress): Promise<void> {
  const item = await getLedItem(access, address);
  await db.write(access.actor, async (tx) => {
    await advanceItem(tx, item.row.id, "prepare", {
      phase: "scoring",
      openedAt: environment.now(),
    });
    await assertReadyToScore(tx, item);
    await moveCase(tx, item.caseFile, "scoring", { personId: access.person.id });
    await settleStatus(tx, item.session.id);
    await tx.record({ kind: "item.scoring-opened", ...recordedOn(item) });
  });
}

/** The discussion is over: the case goes to whoever decides. */
export async function concludeItem(access: Leader, address: ItemAddress): Promise<void> {
  const item = await getLedItem(access, address);
  await db.write(access.actor, async (tx) => {
    await advanceItem(tx, item.row.id, "revealed", {
      phase: "concluded",
      concludedAt: environment.now(),
    });
    await moveCase(tx, item.caseFile, "decision", { personId: access.person.id });
    await settleStatus(tx, item.session.id);
    await tx.record({ kind: "item.concluded", ...recordedOn(item) });
  });
}

/** Where in the log an event about an item belongs. */
export function recordedOn(item: AgendaItem) {
  return {
    subject: { type: "agenda_item", id: item.row.id },
    caseId: item.row.caseId,
    sessionId: item.row.sessionId,
  };
}

async function assertReadyToScore(tx: Transaction, item: LedItem): Promise<void> {
  const statuses: readonly string[] = openableStatuses;
  if (!statuses.includes(item.caseFile.status)) throw new DomainError("case_not_ready");
  await assertEveryPanelSits(tx, item);
  const [found] = await tx
    .select({ options: count().mapWith(Number) })
    .from(options)
    .where(eq(options.caseId, item.row.caseId));
  if ((found?.options ?? 0) < 2) throw new DomainError("options_too_few");
}
