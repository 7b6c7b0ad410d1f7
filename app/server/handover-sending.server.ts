/** Handing a case, or a question about it, over to another organisation. */
import { createHash } from "node:crypto";
import { data } from "@remix-run/node";
import { and, asc, eq, ne } from "drizzle-orm";
import { db, environment, handovers, organisations, type Transaction } from "#db";
import { refuseDayAhead } from "#app/domain/day.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { answerDay, sharedContent } from "#app/domain/handover.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { HandoverSending } from "#app/schemas/handover.ts";
import type { HandoverForm, HandoverPreview, HandoverShown } from "#app/schemas/handover-view.ts";
import type { Access } from "./access.server.ts";
import { getCase, type ReadableCase } from "./case-access.server.ts";
import { describeCase } from "./handover-description.server.ts";
import { writeHandoverMails } from "./handover-mails.server.ts";
import { referCase } from "./handover-referring.server.ts";
import { listHandoversOfCase, mayRefer, senderOf } from "./handovers.server.ts";
import { recordReading } from "./readings.server.ts";

type Manager = Access<"handover.manage">;

/** What can be shared of the case, and what was handed over already. */
export async function getHandoverForm(access: Manager, caseId: string): Promise<HandoverForm> {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "handover");
  const { id, number, title, sharingConsent } = caseFile;
  return {
    caseFile: { id, number, title },
    now: environment.now(),
    organisations: await otherOrganisations(access),
    ...(await describeCase(caseFile, access.person.language)),
    consent: sharingConsent,
    handovers: await listHandoversOfCase(caseId),
    mayRefer: mayRefer(caseFile),
  };
}

async function otherOrganisations(access: Manager) {
  return db.read
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(ne(organisations.id, access.organisation.id))
    .orderBy(asc(organisations.name), asc(organisations.id));
}

type Asked = { caseId: string; input: HandoverSending; values: FormResult["values"] };

/** What the receiver would read, before anything is sent. */
export async function previewHandover(
  access: Manager,
  { caseId, input, values }: Asked,
): Promise<HandoverPreview> {
  const prepared = await prepare(access, await getCase(access, caseId), input);
  return previewOf(prepared, values);
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

function previewOf({ shown, seen }: Prepared, values: FormResult["values"]): HandoverPreview {
  return { errors: {}, values, preview: shown, seen, changed: false };
}

/** Everything that is kept when it is sent, as it is now. */
async function prepare(access: Manager, caseFile: ReadableCase, input: HandoverSending) {
  const now = environment.now();
  refuseDayAhead(input.consentAt, now, "consentAt");
  const { contactName, question, consent, consentAt } = input;
  const description = await describeCase(caseFile, access.person.language);
  const facts = input.facts.map((id) => `fact.${id}`);
  const { parts, content } = sharedContent(description, { parts: input.parts, facts });
  const shown: HandoverShown = {
    from: access.organisation.name,
    sender: await senderOf(access.person.id),
    to: await receiverName(access, input),
    ...{ contactName, question, consent, consentAt, content },
    ...{ sentAt: now, answerBy: answerDay(now, input.days) },
  };
  const read = JSON.stringify({ ...shown, sentAt: 0 });
  const seen = createHash("sha256").update(read).digest("hex");
  return { shown, parts, seen };
}

async function receiverName(
  access: Manager,
  { toOrganisationId, toName }: HandoverSending,
): Promise<string> {
  if (toOrganisationId === null) return toName;
  const [row] = await db.read
    .select({ name: organisations.name })
    .from(organisations)
    .where(
      and(eq(organisations.id, toOrganisationId), ne(organisations.id, access.organisation.id)),
    );
  if (!row) throw new DomainError("unknown_option", { field: "toOrganisationId" });
  return row.name;
}

/**
 * Sends exactly what the preview showed; gives its id. When something changed since, nothing is sent and the preview
 * comes back as it would be now.
 */
export async function sendHandover(
  access: Manager,
  { caseId, input, values }: Asked,
  formKey?: string,
) {
  const caseFile = await getCase(access, caseId);
  const prepared = await prepare(access, caseFile, input);
  if (prepared.seen !== input.seen) {
    return data({ ...previewOf(prepared, values), changed: true }, 409);
  }
  const id = await db.write(
    access.actor,
    async (tx) => {
      const row = rowOf(access, { caseId, input, prepared });
      await tx.insert(handovers).values(row);
      await recordSending(tx, row);
      if (row.toOrganisationId !== null) {
        await writeHandoverMails(tx, { handoverId: row.id, why: "received" });
      }
      if (input.refer) await referCase(tx, caseFile, { access, to: row.toName });
      return row.id;
    },
    { formKey },
  );
  return { id };
}

type Sending = { caseId: string; input: HandoverSending; prepared: Prepared };

function rowOf(access: Manager, { caseId, input, prepared: { shown, parts } }: Sending) {
  return {
    id: environment.newId(),
    caseId,
    organisationId: access.organisation.id,
    toOrganisationId: input.toOrganisationId,
    toName: shown.to,
    contactName: input.contactName,
    contactReach: input.contactReach,
    question: input.question,
    consent: input.consent,
    consentAt: input.consentAt,
    parts,
    content: shown.content,
    status: "sent",
    answerBy: shown.answerBy,
    sentBy: access.person.id,
    sentAt: environment.now(),
  } satisfies typeof handovers.$inferInsert;
}

/** The receiver's log knows of the handover only; what was in it stays with the case. */
async function recordSending(tx: Transaction, row: ReturnType<typeof rowOf>): Promise<void> {
  const subject = { type: "handover", id: row.id };
  await tx.record({
    ...{ kind: "handover.sent", subject, caseId: row.caseId },
    details: { parts: row.parts },
    content: row,
  });
  if (row.toOrganisationId === null) return;
  await tx.record({ kind: "handover.sent", subject, organisationId: row.toOrganisationId });
}
