import { and, desc, eq } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  decisions,
  environment,
  people,
  ruleSettlements,
  statusChanges,
  type Queries,
  type Transaction,
} from "#db";
import {
  caseRoad,
  changeStatus,
  hasEnded,
  nextStatuses,
  type CaseStatus,
} from "#app/domain/case-file.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { StatusPage } from "#app/schemas/case-step-view.ts";
import type { Access } from "./access.server.ts";
import { getCase, type CaseRow } from "./case-access.server.ts";
import { forbidden, notFound } from "./http.server.ts";
import { assertNoProceeding } from "./proceeding-rows.server.ts";
import { recordReading } from "./readings.server.ts";

type Move = { personId: string; reason?: string };

/**
 * Brings a case to a status within the change that calls it. Forward over several statuses is one
 * step after the other, each with its own row; an ended case is reopened first. A step back, a side
 * exit and reopening need a reason. Nothing happens when the case is there already.
 */
export async function moveCase(
  tx: Transaction,
  caseFile: Pick<CaseRow, "id">,
  to: CaseStatus,
  move: Move,
): Promise<void> {
  for (const step of stepsBetween(await currentStatus(tx, caseFile.id), to)) {
    await recordMove(tx, { caseId: caseFile.id, ...step, ...move });
  }
}

type Step = { from: CaseStatus; to: CaseStatus };

function stepsBetween(from: CaseStatus, to: CaseStatus): Step[] {
  if (from === to) return [];
  if (hasEnded(from) && to !== "intake") {
    return [{ from, to: "intake" }, ...stepsBetween("intake", to)];
  }
  const road: readonly CaseStatus[] = caseRoad;
  const [start, end] = [road.indexOf(from), road.indexOf(to)];
  if (start < 0 || end <= start) return [{ from, to }];
  const passed = road.slice(start, end + 1);
  return passed.slice(1).map((status, place) => ({ from: passed[place] ?? from, to: status }));
}

async function currentStatus(tx: Transaction, caseId: string): Promise<CaseStatus> {
  const [row] = await tx
    .select({ status: caseFiles.status })
    .from(caseFiles)
    .where(eq(caseFiles.id, caseId));
  return row?.status ?? notFound();
}

async function recordMove(tx: Transaction, move: Step & Move & { caseId: string }): Promise<void> {
  const { caseId, from, to, personId, reason = "" } = move;
  const kind = changeStatus({ from, to, reason });
  if (hasEnded(to)) await assertNoProceeding(tx, caseId);
  const at = environment.now();
  const id = environment.newId();
  await tx.update(caseFiles).set({ status: to, updatedAt: at }).where(eq(caseFiles.id, caseId));
  const row = { id, caseId, fromStatus: from, toStatus: to, reason, personId, at };
  await tx.insert(statusChanges).values(row);
  const rule = kind === "reopen" ? await takeSettlementBack(tx, caseId) : null;
  await tx.record({
    kind: "case.status_changed",
    subject: { type: "case", id: caseId },
    caseId,
    details: { from, to, move: kind, ...(rule ? { rule } : {}) },
    content: row,
  });
}

/** A case that is reopened is settled by no rule any more; gives the rule that did. */
async function takeSettlementBack(tx: Transaction, caseId: string): Promise<string | null> {
  const [row] = await tx
    .delete(ruleSettlements)
    .where(eq(ruleSettlements.caseId, caseId))
    .returning({ rule: ruleSettlements.policyRuleId });
  return row?.rule ?? null;
}

/** The status of a case, where it may go by this person's hand, and how it came there. */
export async function getStatusPage(
  access: Access<"case.edit">,
  caseId: string,
): Promise<StatusPage> {
  const caseFile = await getCase(access, caseId);
  const next = await movesFor(access, caseFile);
  if (next.length === 0 && !isOwnCase(access, caseFile)) forbidden();
  await recordReading(access, caseFile, "status");
  const changes = await db.read
    .select({
      id: statusChanges.id,
      from: statusChanges.fromStatus,
      to: statusChanges.toStatus,
      reason: statusChanges.reason,
      person: people.name,
      at: statusChanges.at,
    })
    .from(statusChanges)
    .innerJoin(people, eq(people.id, statusChanges.personId))
    .where(eq(statusChanges.caseId, caseId))
    .orderBy(desc(statusChanges.at), desc(statusChanges.id));
  const { id, number, title, status } = caseFile;
  const moves = next.map((to) => ({ to, move: changeStatus({ from: status, to, reason: "-" }) }));
  return { caseFile: { id, number, title, status }, next: moves, changes };
}

/** Moves a case by hand. `from` is the status that was on the screen. */
export async function changeCaseStatus(
  access: Access<"case.edit">,
  change: { caseId: string; from: CaseStatus; to: CaseStatus; reason: string },
  formKey?: string,
): Promise<void> {
  const caseFile = await getCase(access, change.caseId);
  if (!(await movesFor(access, caseFile)).includes(change.to)) {
    if (!isOwnCase(access, caseFile) && !access.roles.includes("coordinator")) forbidden();
    throw new DomainError("status_move_not_allowed", { from: caseFile.status, to: change.to });
  }
  const { from, to, reason } = change;
  if (reason === "" && changeStatus({ from, to, reason: "-" }) !== "forward") {
    throw new DomainError("status_reason_required", { field: "reason" });
  }
  await db.write(
    access.actor,
    async (tx) => {
      if ((await currentStatus(tx, change.caseId)) !== change.from) {
        throw new DomainError("status_move_not_allowed", { to });
      }
      // A second round may have opened since the page was made.
      if (nextStatuses(from)[0] === to && !(await isPrepared(tx, change))) {
        throw new DomainError("status_move_not_allowed", { to });
      }
      await recordMove(tx, { caseId: change.caseId, from, to, reason, personId: access.person.id });
      await takeIn(tx, access, caseFile);
    },
    { formKey },
  );
}

/** The coordinator who first moves a case on becomes the one who looks after it. */
async function takeIn(tx: Transaction, access: Access, caseFile: CaseRow): Promise<void> {
  if (caseFile.coordinatorId || !access.roles.includes("coordinator")) return;
  await tx
    .update(caseFiles)
    .set({ coordinatorId: access.person.id })
    .where(eq(caseFiles.id, caseFile.id));
}

/** A submitter may only withdraw the own case; a coordinator makes the moves whose work is done. */
async function movesFor(access: Access, caseFile: CaseRow): Promise<CaseStatus[]> {
  const next = nextStatuses(caseFile.status);
  if (!access.roles.includes("coordinator")) {
    return isOwnCase(access, caseFile) ? next.filter((status) => status === "withdrawn") : [];
  }
  const [forward] = next;
  const ready =
    forward === undefined || (await isPrepared(db.read, { caseId: caseFile.id, to: forward }));
  return ready ? next : next.slice(1);
}

/**
 * Whether the work is there that a status stands for: an agenda, a reveal, a decision. While a panel
 * is blind, for the second time too, nobody decides.
 */
async function isPrepared(
  read: Queries,
  { caseId, to }: { caseId: string; to: CaseStatus },
): Promise<boolean> {
  if (to === "scoring" || to === "deliberation" || to === "decision") {
    const items = await read
      .select({ phase: agendaItems.phase })
      .from(agendaItems)
      .where(eq(agendaItems.caseId, caseId));
    const blind = ["prepare", "scoring"];
    if (to === "decision") return !items.some(({ phase }) => phase === "scoring");
    return items.some(({ phase }) => to === "scoring" || !blind.includes(phase));
  }
  if (to !== "follow_up") return true;
  const taken = await read
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), eq(decisions.status, "taken")));
  return taken.length > 0;
}

function isOwnCase(access: Access, caseFile: CaseRow): boolean {
  return caseFile.submitterId === access.person.id;
}
