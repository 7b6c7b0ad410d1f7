/** Asking again for an answer that is late: by hand, and by the product once a week. */
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import {
  db,
  environment,
  mails,
  people,
  roleAssignments,
  signals,
  systemActor,
  type Queries,
  type Transaction,
} from "#db";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import type { Language } from "#app/domain/local-text.ts";
import { isOpen, maySignalRemind, openStatuses, signalPauseMs } from "#app/domain/signal.ts";
import type { Editor } from "./signal-changes.server.ts";
import { editableSignal } from "./signal-changes.server.ts";
import { overdueNow } from "./signal-lists.server.ts";
import { answering } from "./signal-owners.server.ts";
import { addStep, recordOn, type SignalRow } from "./signals.server.ts";
import { settings } from "./settings.server.ts";

type Done = { id: string; formKey?: string | undefined };

/** Reminds the owner of the rule; of one signal at most once a week. */
export async function remindOwner(access: Editor, { id, formKey }: Done): Promise<void> {
  await db.write(
    access.actor,
    async (tx) => {
      const row = await editableSignal(tx, access, id);
      if (row.ownerId === null && row.ownerOrganisation === "") {
        throw new DomainError("signal_without_owner");
      }
      if (!isOpen(row.status) || row.answeredAt !== null) {
        throw new DomainError("signal_not_waiting");
      }
      if (!maySignalRemind(row.remindedAt, environment.now())) {
        throw new DomainError("signal_reminded_recently");
      }
      await remind(tx, [row], access.person.id);
    },
    { formKey },
  );
}

/**
 * Reminds of answers that are late, each once a week. Safe to call in several processes: each looks again inside its
 * change. Gives back of how many signals.
 */
export async function remindOfSignals(): Promise<number> {
  if ((await listLate(db.read)).length === 0) return 0;
  try {
    return await db.write(systemActor, async (tx) => {
      const rows = await listLate(tx);
      if (rows.length === 0) throw new DomainError("already_done");
      await remind(tx, rows, null);
      return rows.length;
    });
  } catch (error) {
    // Another process was first.
    if (isDomainError(error) && error.code === "already_done") return 0;
    throw error;
  }
}

async function listLate(read: Queries): Promise<SignalRow[]> {
  const now = environment.now();
  const paused = or(isNull(signals.remindedAt), lte(signals.remindedAt, now - signalPauseMs));
  return read
    .select()
    .from(signals)
    .where(and(overdueNow(now), paused))
    .orderBy(asc(signals.answerBy), asc(signals.id))
    .limit(100);
}

async function remind(tx: Transaction, rows: SignalRow[], personId: string | null): Promise<void> {
  const remindedAt = environment.now();
  for (const row of rows) {
    await tx.update(signals).set({ remindedAt }).where(eq(signals.id, row.id));
    await addStep(tx, row, { kind: "reminded", personId });
    await recordOn(tx, row, { what: "reminded", details: { byHand: personId !== null } });
    await writeMails(tx, row);
  }
}

/** To the owner here, or to the coordinators where the owner is outside; nobody gets two in a week. */
async function writeMails(tx: Transaction, row: SignalRow): Promise<void> {
  if (settings().mail === null) return;
  const now = environment.now();
  for (const { personId, organisationId } of await receiversOf(tx, row)) {
    const [recent] = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(
        and(
          eq(mails.personId, personId),
          eq(mails.kind, "signal"),
          gt(mails.createdAt, now - signalPauseMs),
        ),
      )
      .limit(1);
    if (recent) continue;
    await tx.insert(mails).values({
      ...{ id: environment.newId(), organisationId, personId, kind: "signal" },
      ...{ about: { signalId: row.id }, createdAt: now, nextTryAt: now },
    });
  }
}

type Receiver = { personId: string; organisationId: string };

async function receiversOf(tx: Queries, row: SignalRow): Promise<Receiver[]> {
  const { ownerId, ownerOrganisationId, organisationId } = row;
  if (ownerId && ownerOrganisationId) {
    return [{ personId: ownerId, organisationId: ownerOrganisationId }];
  }
  const rows = await tx
    .selectDistinct({ personId: roleAssignments.personId })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .where(
      and(
        eq(roleAssignments.organisationId, organisationId),
        eq(roleAssignments.role, "coordinator"),
        eq(people.active, true),
      ),
    )
    .orderBy(asc(roleAssignments.personId));
  return rows.map(({ personId }) => ({ personId, organisationId }));
}

export type SignalMailContent = { address: string; language: Language; signals: number };

/** What a mail about signals says now: how many wait. Null when nothing waits, or nobody may read it any more. */
export async function signalMailContent(mail: {
  personId: string;
  organisationId: string;
}): Promise<SignalMailContent | null> {
  const { personId, organisationId } = mail;
  const [person] = await db.read
    .select({ address: people.email, language: people.language })
    .from(people)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, people.id))
    .where(
      and(
        eq(people.id, personId),
        eq(people.active, true),
        eq(roleAssignments.organisationId, organisationId),
        inArray(roleAssignments.role, answering),
      ),
    )
    .limit(1);
  if (!person) return null;
  const waiting = await db.read
    .select({ id: signals.id })
    .from(signals)
    .where(and(waitsForAnswer, concerning(mail)));
  return waiting.length === 0 ? null : { ...person, signals: waiting.length };
}

const waitsForAnswer = and(
  inArray(signals.status, [...openStatuses]),
  isNotNull(signals.answerBy),
  isNull(signals.answeredAt),
);

/** Signals this person owns, and of the organisation those of which the owner is outside. */
function concerning(mail: { personId: string; organisationId: string }): SQL | undefined {
  const { personId, organisationId } = mail;
  return or(
    and(eq(signals.ownerId, personId), eq(signals.ownerOrganisationId, organisationId)),
    and(eq(signals.organisationId, organisationId), isNull(signals.ownerId)),
  );
}
