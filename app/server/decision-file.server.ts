/** The decision file that somebody takes along: made of what the log committed to, with its proof. */
import { eq } from "drizzle-orm";
import { db, leafFieldsOf, logCheckpoints, openContent, sha256, type AuditRow } from "#db";
import { toHex } from "#app/domain/bytes.ts";
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
import { committingEvent, sealDossier } from "./dossier-sealing.server.ts";
import { forbidden, notFound, redirectWithFlash, type Redirect } from "./http.server.ts";
import { currentSigner } from "./log-keys.server.ts";
import { blindSince } from "./log-search.server.ts";
import { decisionPdf } from "./pdf-decision.server.ts";

type Asked = { caseId: string; decisionId: string };

/**
 * The file as a download, which is put in the log. Back to the decision where nothing commits to it
 * yet and somebody scores blind.
 */
export async function downloadDecisionFile(
  access: Access<"case.read">,
  { caseId, decisionId }: Asked,
): Promise<Response | Redirect> {
  const page = await getDecisionPage(access, caseId, decisionId);
  const { caseFile, decision } = await getDecision(access, caseId, decisionId);
  if (!mayTakeAway(access, caseFile)) forbidden();
  const event = await eventToShow(access, decision);
  if (!event) {
    return redirectWithFlash(
      `/casussen/${caseId}/besluiten/${decisionId}`,
      "dossier_being_made",
      "warning",
    );
  }
  const zip = await decisionFileOf(access, page, event);
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

/** At a moment that somebody chooses, the place in the log of what is added would tell how a scoring under way goes. */
async function eventToShow(
  { actor }: Access<"case.read">,
  decision: ReadableDecision,
): Promise<AuditRow | null> {
  const event = await committingEvent(decision);
  if (event || (await blindSince()) !== null) return event;
  await sealDossier(actor, decision);
  return committingEvent(decision);
}

async function decisionFileOf(
  access: Access<"case.read">,
  page: DecisionPage,
  event: AuditRow,
): Promise<Uint8Array> {
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
