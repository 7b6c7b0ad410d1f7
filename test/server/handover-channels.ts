/** Every way in which the receiver of a handover could get to know of it, as bytes. */
import { desc, eq } from "drizzle-orm";
import { auditEvents, caseFiles, db, openContent, processingRecords, type Notice } from "#db";
import * as audit from "../../app/routes/audit.tsx";
import * as auditFile from "../../app/routes/audit/log-file.ts";
import * as processingFile from "../../app/routes/audit/processing-file.ts";
import * as readings from "../../app/routes/audit/readings.tsx";
import * as caseRoute from "../../app/routes/cases/case.tsx";
import * as casesFile from "../../app/routes/cases/cases-file.ts";
import * as editStep from "../../app/routes/cases/edit-step.tsx";
import * as history from "../../app/routes/cases/history.tsx";
import * as cases from "../../app/routes/cases/list.tsx";
import * as handOver from "../../app/routes/handovers/hand-over.tsx";
import * as handover from "../../app/routes/handovers/handover.tsx";
import * as received from "../../app/routes/handovers/received.tsx";
import * as sentList from "../../app/routes/handovers/sent.tsx";
import * as takeAlong from "../../app/routes/handovers/take-along.tsx";
import * as wrongDoorsFile from "../../app/routes/handovers/wrong-doors-file.ts";
import * as wrongDoorsRoute from "../../app/routes/handovers/wrong-doors.tsx";
import * as home from "../../app/routes/home.tsx";
import { mailText } from "../../app/server/mail-texts.server.ts";
import { claimMail, mailContent } from "../../app/server/mails.server.ts";
import type { Marks } from "../support/marks.ts";
import type { Browser } from "./handover-world.ts";

export type Looking = {
  receiver: Browser;
  receiverId: string;
  /** The case of the sender, which the receiver asks for as well. */
  caseId: string;
  marks: Marks;
  /** What the stream of events was told. */
  heard: Notice[];
};

/** Everything that the receiver can ask for, as the bytes that come back. */
export async function everythingFor(
  path: string,
  { receiver, caseId, receiverId, marks, heard }: Looking,
): Promise<string[]> {
  const handoverId = path.split("/").at(-1) ?? "";
  const made = await db.read
    .select()
    .from(caseFiles)
    .where(eq(caseFiles.organisationId, receiverId))
    .orderBy(desc(caseFiles.createdAt));
  const asked = [
    receiver.get(received.loader, "/overdrachten"),
    receiver.get(received.loader, "/overdrachten?toon=beantwoord"),
    receiver.get(sentList.loader, "/overdrachten/verstuurd"),
    receiver.get(handover.loader, path, { handoverId }),
    receiver.get(takeAlong.loader, `${path}/meenemen`, { handoverId }),
    receiver.get(home.loader, "/"),
    receiver.get(cases.loader, "/casussen"),
    receiver.get(casesFile.loader, "/casussen/bestand?vorm=csv"),
    receiver.get(audit.loader, "/audit"),
    receiver.get(auditFile.loader, "/audit/bestand?vorm=csv"),
    receiver.get(readings.loader, "/audit/inzage"),
    receiver.get(processingFile.loader, "/audit/verwerkingen/bestand"),
    receiver.get(wrongDoorsRoute.loader, "/verkeerde-deur"),
    receiver.get(wrongDoorsFile.loader, "/verkeerde-deur/bestand"),
    receiver.get(caseRoute.loader, `/casussen/${caseId}`, { caseId }),
    receiver.get(handOver.loader, `/casussen/${caseId}/overdracht`, { caseId }),
    ...made
      .slice(0, 1)
      .flatMap(({ id }) => [
        receiver.get(caseRoute.loader, `/casussen/${id}`, { caseId: id }),
        receiver.get(history.loader, `/casussen/${id}/geschiedenis`, { caseId: id }),
        ...["situatie", "wet", "omstandigheden", "oplossingen", "mensen", "controle"].map((step) =>
          receiver.get(editStep.loader, `/casussen/${id}/bewerken/${step}`, { caseId: id, step }),
        ),
      ]),
  ];
  const bytes = (await Promise.all(asked)).map((answer) => answer.bytes);
  return [
    ...bytes,
    ...(await searched(receiver, marks)),
    ...(await mailed(receiverId)),
    await kept(receiverId, heard),
  ];
}

/** What searching for any of the marks finds; the words that were searched come back as well and tell nothing. */
async function searched(receiver: Browser, marks: Marks): Promise<string[]> {
  const found: string[] = [];
  for (const [text, what] of marks) {
    if (!/^(case_files|options|note|source)/.test(what)) continue;
    const fields = { text };
    const { value } = await receiver.post(cases.action, "/casussen", { fields });
    const { search } = value as { search: Record<string, unknown> };
    found.push(JSON.stringify({ ...search, text: "", terms: [] }));
  }
  return found;
}

async function mailed(receiverId: string): Promise<string[]> {
  const texts: string[] = [];
  for (let mail = await claimMail(); mail; mail = await claimMail()) {
    const said = await mailContent(mail);
    if (mail.organisationId !== receiverId || !said) continue;
    texts.push(JSON.stringify([mail, said, mailText(said, "https://maatwerk.example.nl")]));
  }
  return texts;
}

/** What is kept of it in the name of the receiver: events with what they seal, and records of processing. */
async function kept(receiverId: string, heard: Notice[]): Promise<string> {
  const events = await db.read
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.organisationId, receiverId));
  const records = await db.read
    .select()
    .from(processingRecords)
    .where(eq(processingRecords.organisationId, receiverId));
  const opened = events.map((row) => openContent(row)?.content ?? null);
  const plain = events.map(({ sealed: _sealed, leafHash: _leaf, rows: _rows, ...row }) => row);
  const streamed = heard.filter(({ organisationId }) => organisationId === receiverId);
  if (streamed.length === 0) throw new Error("The stream was not heard");
  return JSON.stringify([plain, opened, records, streamed]);
}
