/** Time stamps by somebody else over heads of the log (RFC 3161): that a head was there at a moment. */
import { X509Certificate } from "node:crypto";
import { ASN1Obj, RFC3161Timestamp } from "@sigstore/core";
import { and, desc, eq, isNotNull, lte } from "drizzle-orm";
import { db, logCheckpoints, sha256 } from "#db";
import { utf8 } from "#app/domain/bytes.ts";
import { checkpointRow } from "./checkpoints.server.ts";
import { knownSize } from "./log-known.server.ts";
import { log } from "./log.server.ts";

const answerWithinMs = 20_000;
const mostBytes = 100_000;

/** A request for SHA-256, with the certificate in the answer. Everything but the hash is the same each time. */
const beforeHash = Buffer.from("3039020101" + "3031300d060960864801650304020105000420", "hex");
const afterHash = Buffer.from("0101ff", "hex");

/** Has the newest head stamped, when it is not. */
export async function stampNewest(url: string): Promise<void> {
  const [row] = await db.read
    .select()
    .from(logCheckpoints)
    .orderBy(desc(logCheckpoints.size), desc(logCheckpoints.at))
    .limit(1);
  if (!row || row.timestamp !== null) return;
  const { id, ...rest } = row;
  const timestamp = await requestTimestamp(url, row.note);
  const stamped = checkpointRow({ ...rest, timestamp });
  await db.maintain((tx) =>
    tx.update(logCheckpoints).set(stamped).where(eq(logCheckpoints.id, id)),
  );
  log().info({ size: row.size }, "checkpoint of the log was time-stamped");
}

/** The whole answer of the service. Throws when it is no time stamp of this note. */
async function requestTimestamp(url: string, note: string): Promise<Buffer> {
  const body = Buffer.concat([beforeHash, sha256(utf8(note)), afterHash]);
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/timestamp-query" },
    body,
    redirect: "error",
    signal: AbortSignal.timeout(answerWithinMs),
  });
  if (!response.ok) throw new Error(`The time-stamping service answered ${response.status}`);
  const answer = Buffer.from(await response.arrayBuffer());
  if (answer.length > mostBytes || !isTimestampOf(answer, note)) {
    throw new Error("The time-stamping service gave no sound time stamp");
  }
  return answer;
}

/** Whether it is a stamp of this note, signed by the certificate that is in it. */
export function isTimestampOf(stored: Uint8Array, note: string): boolean {
  return momentOf(stored, note) !== null;
}

/** The moment in a stamp of this note; null when it is none. */
export function momentOf(stored: Uint8Array, note: string): number | null {
  try {
    const bytes = Buffer.from(stored);
    const stamp = RFC3161Timestamp.parse(bytes);
    const certificate = certificatesIn(bytes).find(
      ({ serialNumber }) =>
        BigInt(`0x${serialNumber}`) === BigInt(`0x${stamp.signerSerialNumber.toString("hex")}`),
    );
    if (!certificate) return null;
    stamp.verify(Buffer.from(note), certificate.publicKey);
    return stamp.tstInfo.genTime.getTime();
  } catch {
    return null;
  }
}

/** The certificates beside the signature: the part of SignedData with tag [0]. */
function certificatesIn(answer: Buffer<ArrayBuffer>): X509Certificate[] {
  const signed = ASN1Obj.parseBuffer(answer).subs[1]?.subs[1]?.subs[0];
  const [certificates] = signed?.subs.filter(({ tag }) => tag.isContextSpecific(0x00)) ?? [];
  return certificates?.subs.map((one) => new X509Certificate(one.toDER())) ?? [];
}

/** The newest stamp of a head that may be shown now. */
export async function newestTimestamp(): Promise<{ size: number; at: number } | null> {
  const [row] = await db.read
    .select()
    .from(logCheckpoints)
    .where(and(isNotNull(logCheckpoints.timestamp), lte(logCheckpoints.size, await knownSize())))
    .orderBy(desc(logCheckpoints.size), desc(logCheckpoints.at))
    .limit(1);
  const at = row?.timestamp ? momentOf(row.timestamp, row.note) : null;
  return row && at !== null ? { size: row.size, at } : null;
}
