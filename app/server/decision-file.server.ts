/** The decision file that somebody takes along: made of what the log committed to, with its proof. */
import { and, desc, eq, inArray } from "drizzle-orm";
import {
  auditEvents,
  db,
  environment,
  leafFieldsOf,
  logCheckpoints,
  openContent,
  sha256,
  type AuditRow,
} from "#db";
import { toHex } from "#app/domain/bytes.ts";
import { dossierEventKinds } from "#app/domain/decision-file.ts";
import type { FileLeaf } from "#app/domain/decision-file-log.ts";
import { leafBytes } from "#app/domain/log-leaf.ts";
import { formatNote, signText } from "#app/domain/signed-note.ts";
import { formatTlogProof } from "#app/domain/tlog-proof.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import type { Access } from "./access.server.ts";
import { mayTakeAway } from "./case-access.server.ts";
import { checkpointCovering, proofOf } from "./checkpoints.server.ts";
import { decisionFiles, zipOf } from "./decision-file-package.server.ts";
import { getDecisionPage } from "./decision-page.server.ts";
import { getDecision, type ReadableDecision } from "./decisions.server.ts";
import { dossierOf } from "./dossier.server.ts";
import { forbidden, notFound } from "./http.server.ts";
import { currentSigner } from "./log-keys.server.ts";
import { decisionPdf } from "./pdf-decision.server.ts";

type Asked = { caseId: string; decisionId: string };

/** The file as a download, which is put in the log. */
export async function downloadDecisionFile(
  access: Access<"case.read">,
  { caseId, decisionId }: Asked,
): Promise<Response> {
  const page = await getDecisionPage(access, caseId, decisionId);
  const { caseFile, decision } = await getDecision(access, caseId, decisionId);
  if (!mayTakeAway(access, caseFile)) forbidden();
  const zip = await decisionFileOf(access, page, decision);
  await db.write(access.actor, async (tx) => {
    await tx.record({
      kind: "decision.file_downloaded",
      subject: { type: "decision", id: decision.id },
      caseId,
      details: { number: decision.number, sha256: toHex(sha256(zip)) },
    });
  });
  return new Response(new Uint8Array(zip), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="besluit-${caseFile.number}-${decision.number}.zip"`,
      "Content-Length": String(zip.length),
      "Cache-Control": "no-store",
    },
  });
}

async function decisionFileOf(
  access: Access<"case.read">,
  page: DecisionPage,
  decision: ReadableDecision,
): Promise<Uint8Array> {
  const event = (await committingEvent(decision)) ?? (await sealDossier(access, decision));
  const opened = openContent(event);
  if (!opened) notFound();
  const head = await headOver(event.sequence);
  const hashes = await proofOf(event.sequence, head.size);
  const index = event.sequence - 1;
  const { language } = access.person;
  // Drafts of a next version are of who works on them.
  const versions = page.versions.filter(({ status }) => status !== "draft");
  const files = decisionFiles({
    dossier: opened.content,
    leaf: { index, leaf: leafOf(event), contentSalt: opened.salt },
    proof: formatTlogProof({ index, hashes, checkpoint: head.note, extra: null }),
    checkpoint: head.note,
    timestamp: head.timestamp,
    pdf: await decisionPdf({ ...page, versions }, { language, checkpoint: head.note }),
    readme: readme(),
    key: head.signer.key,
    sign: (text) => {
      const signature = signText({ text, key: head.signer.key }, head.signer.sign);
      return formatNote({ text, signatures: [signature] });
    },
  });
  return zipOf(files);
}

/** The event by which the log commits to the dossier; none where the decision is older than that. */
async function committingEvent({ id, caseId }: ReadableDecision): Promise<AuditRow | null> {
  const rows = await db.read
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        eq(auditEvents.subjectId, id),
        inArray(auditEvents.kind, [...dossierEventKinds]),
      ),
    )
    .orderBy(desc(auditEvents.sequence));
  return rows.find(({ sealed }) => sealed !== null) ?? null;
}

/** Commits to the dossier of an older decision, as it is found now. */
async function sealDossier(
  access: Access<"case.read">,
  decision: ReadableDecision,
): Promise<AuditRow> {
  const takenRoles = await rolesOfTaker(decision);
  await db.write(access.actor, async (tx) => {
    const at = environment.now();
    await tx.record({
      kind: "decision.dossier_sealed",
      subject: { type: "decision", id: decision.id },
      caseId: decision.caseId,
      details: { number: decision.number },
      content: await dossierOf(tx, decision.id, { at, moment: "afterwards", takenRoles }),
    });
  });
  const sealed = await committingEvent(decision);
  if (!sealed) throw new Error("The dossier was sealed and is not in the log");
  return sealed;
}

async function rolesOfTaker({ id, caseId }: ReadableDecision): Promise<string[]> {
  const [event] = await db.read
    .select({ roles: auditEvents.actorRoles })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        eq(auditEvents.subjectId, id),
        eq(auditEvents.kind, "decision.taken"),
      ),
    )
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  return event?.roles ?? [];
}

/** What is handed out has one key. */
async function headOver(sequence: number) {
  const head = await checkpointCovering(sequence);
  const signer = await currentSigner(db.read);
  const [row] = await db.read
    .select({ timestamp: logCheckpoints.timestamp })
    .from(logCheckpoints)
    .where(eq(logCheckpoints.id, head.id));
  return { size: head.size, note: head.note, timestamp: row?.timestamp ?? null, signer };
}

function leafOf(event: AuditRow): FileLeaf["leaf"] {
  const bytes = leafBytes(leafFieldsOf(event), sha256);
  return JSON.parse(new TextDecoder().decode(bytes)) as FileLeaf["leaf"];
}

function readme(): string {
  const texts = (["nl", "en"] as const).map((language) =>
    getTexts(language, "decision-file")("readme"),
  );
  return `${texts.join("\n\n\n")}\n`;
}
