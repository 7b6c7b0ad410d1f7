import { asc } from "drizzle-orm";
import { auditEvents, db, environment, leafFieldsOf, sha256 } from "#db";
import { currentSigner, type LogSigner } from "#app/server/log-keys.server.ts";
import { consistencyOf, proofOf, publishCheckpoint } from "#app/server/checkpoints.server.ts";
import { serveTile } from "#app/server/log-serving.server.ts";
import { leafBytes } from "../../app/domain/log-leaf.ts";
import { formatVerifierKey } from "../../app/domain/signed-note.ts";
import { formatTlogProof } from "../../app/domain/tlog-proof.ts";
import { newCase, newWorld } from "../server/case-world.ts";
import { sizeOf, type LogSource } from "./log-folder.ts";

export type FilledLog = { source: LogSource; leaves: Uint8Array[]; signer: LogSigner };

/** The log of the product, of a database in which much happened and of which the head was often published. */
export async function filledLog(): Promise<FilledLog> {
  const checkpoints = await fill();
  const size = sizeOf(checkpoints.at(-1) ?? "");
  const events = await db.read.select().from(auditEvents).orderBy(asc(auditEvents.sequence));
  const leaves = events.slice(0, size).map((event) => leafBytes(leafFieldsOf(event), sha256));
  const signer = await db.maintain((tx) => currentSigner(tx));
  const source: LogSource = {
    verifierKey: formatVerifierKey(signer.key),
    checkpoints,
    tile: tileAt,
    proof: async (index) => {
      const hashes = await proofOf(index + 1, size);
      return formatTlogProof({ index, hashes, checkpoint: checkpoints.at(-1) ?? "", extra: null });
    },
    consistency: (oldSize) => consistencyOf(oldSize, size),
  };
  return { source, leaves, signer };
}

/** Lets things happen of every sort a leaf knows: with a case, with content, and about scoring. */
async function fill(): Promise<string[]> {
  const world = await newWorld();
  const notes = [(await publishCheckpoint("first")).note];
  const submitter = await world.person("submitter");
  const caseId = await newCase(submitter);
  const subject = { type: "case", id: caseId };
  const about = { subject, caseId, organisationId: submitter.organisation.id };
  for (let round = 0; round < 20; round += 1) {
    await db.write(submitter.actor, async (tx) => {
      for (let n = 0; n < 10; n += 1) {
        await tx.record({ ...about, kind: "case.read", details: { part: `${round} é 😀` } });
        await tx.record({ ...about, kind: "case.noted", content: { text: `Notitie ${n}` } });
        const content = { option: environment.newId() };
        await tx.record({ ...about, kind: "rating.saved", content });
      }
    });
    if (round % 5 === 4) notes.push((await publishCheckpoint("more")).note);
  }
  return notes;
}

async function tileAt(path: string): Promise<Uint8Array> {
  const response = await serveTile(path);
  if (!response.ok) throw new Error(`${response.status} at ${path}`);
  return new Uint8Array(await response.arrayBuffer());
}
