/** Which cases belong to a signal: added, taken away, or moved along into another signal. */
import { and, eq, inArray } from "drizzle-orm";
import {
  caseFiles,
  db,
  environment,
  signalCases,
  signalPrecedents,
  signals,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { isOpen } from "#app/domain/signal.ts";
import type { SignalInputOf } from "#app/schemas/signal.ts";
import { visibleCases } from "./case-access.server.ts";
import { editableSignal, type Editor } from "./signal-changes.server.ts";
import { insertCases, refreshCost } from "./signal-raising.server.ts";
import {
  addStep,
  changeSignal,
  currentSignal,
  listSignalCases,
  listSignalPrecedents,
  recordOn,
  type SignalRow,
} from "./signals.server.ts";

type Done = { id: string; formKey?: string | undefined };

/** Adds a case by the number people know it by, when this person may see that case. */
export async function addCase(
  access: Editor,
  { id, formKey }: Done,
  { number, note }: SignalInputOf<"add_case">,
): Promise<void> {
  const [found] = await db.read
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(eq(caseFiles.number, number), visibleCases(access)));
  if (!found) throw new DomainError("signal_case_unknown", { field: "number" });
  await db.write(
    access.actor,
    async (tx) => {
      const row = await editableSignal(tx, access, id);
      const known = await listSignalCases(id, tx);
      if (known.some(({ caseId }) => caseId === found.id)) {
        throw new DomainError("signal_case_there", { field: "number" });
      }
      await insertCases(tx, row, { caseIds: [found.id], addedBy: access.person.id, note });
      await afterCases(tx, row, { text: `+ ${number}`, personId: access.person.id });
    },
    { formKey },
  );
}

/** Takes a case away. The product does not put it back: it adds what was decided later only. */
export async function removeCase(
  access: Editor,
  { id, formKey }: Done,
  { caseId }: SignalInputOf<"remove_case">,
): Promise<void> {
  const [found] = await db.read
    .select({ number: caseFiles.number })
    .from(caseFiles)
    .where(and(eq(caseFiles.id, caseId), visibleCases(access)));
  await db.write(
    access.actor,
    async (tx) => {
      const row = await editableSignal(tx, access, id);
      const gone = await tx
        .delete(signalCases)
        .where(and(eq(signalCases.signalId, id), eq(signalCases.caseId, caseId)))
        .returning({ id: signalCases.caseId });
      if (gone.length === 0 || !found) throw new DomainError("already_done");
      await recordOn(tx, row, { what: "case-removed", caseId });
      await afterCases(tx, row, { text: `− ${found.number}`, personId: access.person.id });
    },
    { formKey },
  );
}

type By = { text: string; personId: string };

async function afterCases(tx: Transaction, row: SignalRow, { text, personId }: By): Promise<void> {
  await changeSignal(tx, row, {});
  await addStep(tx, row, { kind: "cases", text, personId });
  await refreshCost(tx, row);
}

/** Lets a signal go on as another one: cases and precedents move along, and it points there from then on. */
export async function mergeSignal(
  access: Editor,
  { id, formKey }: Done,
  { version, into }: SignalInputOf<"merge">,
): Promise<void> {
  await db.write(
    access.actor,
    async (tx) => {
      const row = await editableSignal(tx, access, id);
      if (row.version !== version) throw new DomainError("stale_version");
      const target = await currentSignal(tx, into);
      const isOther = target?.organisationId === row.organisationId && target.id !== row.id;
      if (!target || !isOther || !isOpen(target.status)) {
        throw new DomainError("signal_merge_closed", { field: "into" });
      }
      await moveAlong(tx, { row, target });
      const now = environment.now();
      await changeSignal(tx, row, { status: "merged", mergedIntoId: target.id, closedAt: now });
      await changeSignal(tx, target, {});
      // What was merged into this one before follows it.
      await tx
        .update(signals)
        .set({ mergedIntoId: target.id })
        .where(eq(signals.mergedIntoId, row.id));
      await refreshCost(tx, target);
      const personId = access.person.id;
      const step = { kind: "merged" as const, personId };
      await addStep(tx, row, { ...step, status: "merged", text: target.number });
      await addStep(tx, target, { ...step, text: row.number });
      await recordOn(tx, row, { what: "merged", details: { into: target.id } });
    },
    { formKey },
  );
}

type Merging = { row: SignalRow; target: SignalRow };

async function moveAlong(tx: Transaction, { row, target }: Merging): Promise<void> {
  const held = new Set((await listSignalCases(target.id, tx)).map(({ caseId }) => caseId));
  const moving = (await listSignalCases(row.id, tx)).filter(({ caseId }) => !held.has(caseId));
  await tx.delete(signalCases).where(eq(signalCases.signalId, row.id));
  if (moving.length > 0) {
    await tx.insert(signalCases).values(moving.map((one) => ({ ...one, signalId: target.id })));
  }
  const known = await listSignalPrecedents(target.id, tx);
  const precedents = (await listSignalPrecedents(row.id, tx)).filter((id) => !known.includes(id));
  if (precedents.length > 0) {
    await tx
      .update(signalPrecedents)
      .set({ signalId: target.id })
      .where(
        and(
          eq(signalPrecedents.signalId, row.id),
          inArray(signalPrecedents.precedentId, precedents),
        ),
      );
  }
  await tx.delete(signalPrecedents).where(eq(signalPrecedents.signalId, row.id));
}
