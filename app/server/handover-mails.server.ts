/** Mail about handovers: that something waits, was answered, or is late. Ids only. */
import { and, asc, eq, exists, lt, not, sql } from "drizzle-orm";
import {
  auditEvents,
  db,
  environment,
  handovers,
  mails,
  people,
  roleAssignments,
  systemActor,
  type Queries,
  type Transaction,
} from "#db";
import { dayNumber, startOfDay } from "#app/domain/day.ts";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import type { Language } from "#app/domain/local-text.ts";
import { settings } from "./settings.server.ts";

export const handoverMailReasons = ["received", "answered", "overdue"] as const;
export type HandoverMailReason = (typeof handoverMailReasons)[number];
type About = { handoverId: string; why: HandoverMailReason };

const atOnce = 50;

/** To the coordinators of the receiver, or to who sent it, when mail is configured. */
export async function writeHandoverMails(tx: Transaction, about: About): Promise<void> {
  if (settings().mail === null) return;
  const [row] = await tx.select().from(handovers).where(eq(handovers.id, about.handoverId));
  if (!row) return;
  const organisationId = about.why === "received" ? row.toOrganisationId : row.organisationId;
  if (organisationId === null) return;
  const coordinators = await coordinatorsOf(tx, organisationId);
  const sender = coordinators.filter(({ id }) => id === row.sentBy);
  // Who sent it may work elsewhere by now: then whoever is there.
  const to = about.why === "received" || sender.length === 0 ? coordinators : sender;
  const now = environment.now();
  for (const { id: personId } of to) {
    await tx.insert(mails).values({
      id: environment.newId(),
      ...{ organisationId, personId, kind: "handover", about },
      ...{ createdAt: now, nextTryAt: now },
    });
  }
}

async function coordinatorsOf(read: Queries, organisationId: string, personId?: string) {
  return read
    .selectDistinct({ id: people.id, address: people.email, language: people.language })
    .from(people)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, people.id))
    .where(
      and(
        eq(roleAssignments.organisationId, organisationId),
        eq(roleAssignments.role, "coordinator"),
        eq(people.active, true),
        personId === undefined ? undefined : eq(people.id, personId),
      ),
    )
    .orderBy(asc(people.id));
}

export type HandoverMail = { address: string; language: Language; why: HandoverMailReason };

/** What a mail says now; null when it is answered meanwhile, or no longer for this person. */
export async function handoverMailContent(mail: {
  personId: string;
  organisationId: string;
  about: Record<string, unknown>;
}): Promise<HandoverMail | null> {
  const { personId, organisationId, about } = mail;
  const why = handoverMailReasons.find((reason) => reason === about.why);
  const [row] = await db.read
    .select({ status: handovers.status })
    .from(handovers)
    .where(eq(handovers.id, String(about.handoverId)));
  const [person] = await coordinatorsOf(db.read, organisationId, personId);
  if (!why || !row || !person) return null;
  if (why !== "answered" && row.status !== "sent") return null;
  return { address: person.address, language: person.language, why };
}

/** Tells the senders, once, of what was not answered in time. Several processes may; gives how many there were. */
export async function mailOverdueHandovers(): Promise<number> {
  if (settings().mail === null) return 0;
  const found = await listOverdue(db.read);
  let told = 0;
  for (const { id } of found) told += await tellOverdue(id);
  return told;
}

async function tellOverdue(id: string): Promise<number> {
  try {
    await db.write(systemActor, async (tx) => {
      const [row] = await listOverdue(tx, id);
      if (!row) throw new DomainError("already_done");
      await writeHandoverMails(tx, { handoverId: id, why: "overdue" });
      const { organisationId, caseId } = row;
      const subject = { type: "handover", id };
      await tx.record({ kind: "handover.overdue", subject, organisationId, caseId });
    });
    return 1;
  } catch (error) {
    // Another process was first.
    if (isDomainError(error) && error.code === "already_done") return 0;
    throw error;
  }
}

/** Waiting since before today, and not told yet. */
async function listOverdue(read: Queries, id?: string) {
  const told = read
    .select({ one: sql`1` })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, handovers.id), eq(auditEvents.kind, "handover.overdue")));
  return read
    .select({
      id: handovers.id,
      organisationId: handovers.organisationId,
      caseId: handovers.caseId,
    })
    .from(handovers)
    .where(
      and(
        eq(handovers.status, "sent"),
        lt(handovers.answerBy, startOfDay(dayNumber(environment.now()))),
        not(exists(told)),
        id === undefined ? undefined : eq(handovers.id, id),
      ),
    )
    .orderBy(asc(handovers.answerBy), asc(handovers.id))
    .limit(atOnce);
}
