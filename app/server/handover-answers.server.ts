/** What becomes of a handover: taken on, sent back or withdrawn, each with a word to the other side. */
import { eq } from "drizzle-orm";
import { db, environment, handovers, systemActor, type Transaction } from "#db";
import { refuseDayAhead } from "#app/domain/day.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { HandoverAct } from "#app/schemas/handover.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { writeHandoverMails } from "./handover-mails.server.ts";
import { handoverRow, type HandoverRow } from "./handovers.server.ts";
import { notFound } from "./http.server.ts";

type Manager = Access<"handover.manage">;
type Act<Intent extends HandoverAct["intent"]> = Extract<HandoverAct, { intent: Intent }>;
type Sent<Intent extends HandoverAct["intent"]> = { handoverId: string; input: Act<Intent> };

/** The receiver takes it on or sends it back. */
export async function answerHandover(
  access: Manager,
  { handoverId, input }: Sent<"accept" | "return">,
  formKey?: string,
): Promise<void> {
  const { toOrganisationId } = await handoverRow(handoverId);
  if (toOrganisationId === null || toOrganisationId !== access.organisation.id) notFound();
  const status = input.intent === "accept" ? "accepted" : "returned";
  await db.write(
    access.actor,
    async (tx) => {
      const row = await openRow(tx, handoverId, input.version);
      const answer = { status, answer: input.answer, answeredBy: access.person.id } as const;
      await keepAnswer(tx, row, { ...answer, answeredAt: environment.now() });
      const subject = { type: "handover", id: handoverId };
      await tx.record({ kind: `handover.${status}`, subject, organisationId: toOrganisationId });
      await writeHandoverMails(tx, { handoverId, why: "answered" });
    },
    { formKey },
  );
}

/** What somebody of an organisation outside answered, written down by the sender. */
export async function recordAnswer(
  access: Manager,
  { handoverId, input }: Sent<"record-answer">,
  formKey?: string,
): Promise<void> {
  const { toOrganisationId } = await ownRow(access, handoverId);
  if (toOrganisationId !== null) throw new DomainError("handover_answers_itself");
  const { outcome: status, answer, answeredByName, answeredAt } = input;
  refuseDayAhead(answeredAt, environment.now(), "answeredAt");
  await db.write(
    access.actor,
    async (tx) => {
      const row = await openRow(tx, handoverId, input.version);
      await keepAnswer(tx, row, { status, answer, answeredByName, answeredAt });
    },
    { formKey },
  );
}

/** The sender takes it back while nobody has answered. */
export async function withdrawHandover(
  access: Manager,
  { handoverId, input }: Sent<"withdraw">,
  formKey?: string,
): Promise<void> {
  const { toOrganisationId } = await ownRow(access, handoverId);
  await db.write(
    access.actor,
    async (tx) => {
      const row = await openRow(tx, handoverId, input.version);
      const answer = { status: "withdrawn", answer: input.answer } as const;
      const answeredBy = access.person.id;
      await keepAnswer(tx, row, { ...answer, answeredBy, answeredAt: environment.now() });
      if (toOrganisationId === null) return;
      await tx.record({
        // In the receiver's log it must not stand under the name of a colleague of the sender.
        actor: systemActor,
        kind: "handover.withdrawn",
        subject: { type: "handover", id: handoverId },
        organisationId: toOrganisationId,
      });
    },
    { formKey },
  );
}

/** A handover of the own organisation, of a case this person may see. */
async function ownRow(access: Manager, handoverId: string): Promise<HandoverRow> {
  const row = await handoverRow(handoverId);
  if (row.organisationId !== access.organisation.id) notFound();
  await getCase(access, row.caseId);
  return row;
}

/** The handover as it is now, while it waits for an answer. */
async function openRow(tx: Transaction, id: string, version: number): Promise<HandoverRow> {
  const [row] = await tx.select().from(handovers).where(eq(handovers.id, id));
  if (!row) notFound();
  if (row.status !== "sent" || row.version !== version) throw new DomainError("handover_answered");
  return row;
}

type Answer = Partial<Pick<HandoverRow, "answeredBy" | "answeredByName">> &
  Pick<HandoverRow, "status" | "answer" | "answeredAt">;

/** In the log of the sender, under the case. */
async function keepAnswer(tx: Transaction, row: HandoverRow, answer: Answer): Promise<void> {
  await tx
    .update(handovers)
    .set({ ...answer, version: row.version + 1 })
    .where(eq(handovers.id, row.id));
  await tx.record({
    kind: `handover.${answer.status}`,
    subject: { type: "handover", id: row.id },
    organisationId: row.organisationId,
    caseId: row.caseId,
    content: answer,
  });
}
