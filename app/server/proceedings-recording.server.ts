import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db, environment, proceedings, type Transaction } from "#db";
import { refuseDayAhead } from "#app/domain/day.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { answerDue, mendedDue, postponedDue } from "#app/domain/proceeding.ts";
import type { ProceedingAct, ProceedingInput } from "#app/schemas/proceeding.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { listDecisionOwners } from "./decision-owners.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { findCurrent } from "./decisions.server.ts";
import { ownsOrCoordinates } from "./follow-up.server.ts";
import { forbidden, notFound } from "./http.server.ts";
import {
  decisionAfter,
  listProceedings,
  madeKnown,
  termStart,
  type ProceedingRow,
} from "./proceeding-rows.server.ts";
import { refuseStale } from "./stale-version.server.ts";

type Recorder = Access<"follow-up.record">;
type Change<Intent extends ProceedingInput["intent"]> = {
  caseId: string;
  input: ProceedingAct<Intent>;
  formKey?: string | undefined;
};

/** Records one thing that happened in a proceeding. */
export async function recordProceeding(
  access: Recorder,
  caseId: string,
  input: Exclude<ProceedingInput, { intent: "new-decision" }>,
  formKey?: string,
): Promise<void> {
  switch (input.intent) {
    case "received":
      return receive(access, { caseId, input, formKey });
    case "changed":
      return change(access, { caseId, input, formKey });
    case "postponed":
      return postpone(access, { caseId, input, formKey });
    case "concluded":
      return conclude(access, { caseId, input, formKey });
    case "reopened":
      return reopen(access, { caseId, input, formKey });
  }
}

/** It came in, against the decision in force. Too late is no reason to refuse it: that is for its outcome. */
async function receive(access: Recorder, { caseId, input, formKey }: Change<"received">) {
  await getCase(access, caseId);
  await assertOwner(access, caseId, input.ownerId);
  const { kind, receivedAt, grounds, ownerId, committee } = input;
  const now = environment.now();
  refuseDayAhead(receivedAt, now, "receivedAt");
  await db.write(
    access.actor,
    async (tx) => {
      const { taken } = await findCurrent(tx, caseId);
      if (!taken) return notFound();
      const others = await listProceedings(tx, caseId);
      const known = (await madeKnown(tx, [taken.id])).get(taken.id)?.at ?? now;
      const madeKnownAt = termStart(input, { madeKnownAt: known, others });
      const row = {
        ...{ id: environment.newId(), caseId, decisionId: taken.id, kind, receivedAt },
        dueDate: answerDue({ kind, madeKnownAt, receivedAt, committee }),
        ...{ ownerId, grounds, createdBy: access.person.id, createdAt: now },
      };
      await tx.insert(proceedings).values(row);
      await tx.record({
        kind: "proceeding.received",
        subject: { type: "proceeding", id: row.id },
        caseId,
        details: { decision: taken.id, kind, committee },
        content: { ...row, madeKnownAt },
      });
    },
    { formKey },
  );
}

async function change(access: Recorder, { caseId, input, formKey }: Change<"changed">) {
  const stored = await recordable(access, caseId, input.proceedingId);
  const { proceedingId, receivedAt, ownerId, grounds, version } = input;
  refuseDayAhead(receivedAt, environment.now(), "receivedAt");
  if (stored.ownerId !== ownerId) await assertOwner(access, caseId, ownerId);
  await db.write(
    access.actor,
    async (tx) => {
      const dueDate = await dueAfterMending(tx, stored, receivedAt);
      const set = { receivedAt, dueDate, ownerId, grounds };
      const [row] = await tx
        .update(proceedings)
        .set({ ...set, version: sql`${proceedings.version} + 1` })
        .where(and(eq(proceedings.id, proceedingId), eq(proceedings.version, version)))
        .returning();
      if (!row) return refuseChanged(tx, input);
      await record(tx, row, { kind: "proceeding.changed", content: set });
    },
    { formKey },
  );
}

async function dueAfterMending(
  tx: Transaction,
  stored: ProceedingRow,
  receivedAt: number,
): Promise<number> {
  if (receivedAt === stored.receivedAt) return stored.dueDate;
  const known = (await madeKnown(tx, [stored.decisionId])).get(stored.decisionId)?.at ?? 0;
  return mendedDue({ ...stored, madeKnownAt: known, before: stored.receivedAt, receivedAt });
}

async function refuseChanged(tx: Transaction, yours: ProceedingAct<"changed">): Promise<never> {
  const [stored] = await tx
    .select()
    .from(proceedings)
    .where(eq(proceedings.id, yours.proceedingId));
  if (!stored) return notFound();
  const names = await namesOf([stored.ownerId, yours.ownerId]);
  type Shown = { receivedAt: number; ownerId: string; grounds: string };
  const texts = ({ receivedAt, ownerId, grounds }: Shown) => ({
    receivedAt: new Date(receivedAt).toISOString().slice(0, 10),
    ...{ ownerId: names.get(ownerId) ?? "", grounds },
  });
  return refuseStale({ theirs: texts(stored), yours: texts(yours) });
}

/** Only while there is no outcome, and without another ground once. */
async function postpone(access: Recorder, { caseId, input, formKey }: Change<"postponed">) {
  const { id, kind } = await recordable(access, caseId, input.proceedingId);
  const { until, note } = input;
  const ground = kind === "objection" ? (input.ground ?? "extension") : null;
  const isOnce = ground === null || ground === "extension";
  await db.write(
    access.actor,
    async (tx) => {
      const [stored] = await tx.select().from(proceedings).where(eq(proceedings.id, id));
      if (!stored) return notFound();
      if (stored.closedAt !== null) throw new DomainError("already_done");
      if (stored.extended && isOnce) throw new DomainError("proceeding_extended");
      const dueDate = postponedDue({ ...stored, until, ground });
      const extended = stored.extended || isOnce;
      await tx
        .update(proceedings)
        .set({ extended, dueDate, version: stored.version + 1 })
        .where(eq(proceedings.id, id));
      const content = { dueDate, note };
      await record(tx, stored, { kind: "proceeding.postponed", details: { ground }, content });
    },
    { formKey },
  );
}

async function conclude(access: Recorder, { caseId, input, formKey }: Change<"concluded">) {
  const stored = await recordable(access, caseId, input.proceedingId);
  const { outcome, note } = input;
  const closed = { outcome, outcomeNote: note, closedAt: environment.now() };
  await db.write(
    access.actor,
    async (tx) => {
      const newDecisionId = await decisionAfter(tx, stored, outcome);
      const [row] = await tx
        .update(proceedings)
        .set({
          ...closed,
          newDecisionId,
          closedBy: access.person.id,
          version: sql`${proceedings.version} + 1`,
        })
        .where(and(eq(proceedings.id, stored.id), isNull(proceedings.closedAt)))
        .returning();
      if (!row) throw new DomainError("already_done");
      const details = { outcome, newDecision: newDecisionId };
      await record(tx, row, { kind: "proceeding.concluded", details, content: closed });
    },
    { formKey },
  );
}

/** Takes back an outcome that nothing followed from yet; the note says why. */
async function reopen(access: Recorder, { caseId, input, formKey }: Change<"reopened">) {
  const stored = await recordable(access, caseId, input.proceedingId);
  const { note } = input;
  const open = { outcome: null, outcomeNote: "", closedAt: null, closedBy: null };
  await db.write(
    access.actor,
    async (tx) => {
      const [row] = await tx
        .update(proceedings)
        .set({ ...open, version: sql`${proceedings.version} + 1` })
        .where(
          and(
            eq(proceedings.id, stored.id),
            isNotNull(proceedings.closedAt),
            isNull(proceedings.newDecisionId),
          ),
        )
        .returning();
      if (!row) throw new DomainError("already_done");
      await record(tx, row, { kind: "proceeding.reopened", content: { note } });
    },
    { formKey },
  );
}

type Event = {
  kind: string;
  details?: Record<string, string | null>;
  content: Record<string, string | number | null>;
};

async function record(tx: Transaction, row: ProceedingRow, { kind, details, content }: Event) {
  await tx.record({
    kind,
    subject: { type: "proceeding", id: row.id },
    caseId: row.caseId,
    details: { decision: row.decisionId, ...details },
    content,
  });
}

/** The proceeding of this case, when this person owns it or coordinates. */
async function recordable(access: Recorder, caseId: string, id: string): Promise<ProceedingRow> {
  await getCase(access, caseId);
  const [row] = await db.read.select().from(proceedings).where(eq(proceedings.id, id));
  if (row?.caseId !== caseId) return notFound();
  if (!ownsOrCoordinates(access, row)) forbidden();
  return row;
}

async function assertOwner(access: Recorder, caseId: string, ownerId: string): Promise<void> {
  const owners = await listDecisionOwners(access, caseId);
  if (!owners.some(({ id }) => id === ownerId)) {
    throw new DomainError("unknown_option", { field: "ownerId" });
  }
}
