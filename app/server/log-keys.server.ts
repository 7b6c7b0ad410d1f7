/**
 * The keys that sign the heads of the log. The private one is a file outside the database; beside it
 * stays, also after rotation, the public one, so that who has only the database can bring in no key.
 */
import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import {
  db,
  environment,
  installationKeys,
  keysFolder,
  logCheckpoints,
  logKeys,
  makeFolder,
  sealOf,
  sha256,
  systemActor,
  writeWhole,
  type Queries,
} from "#db";
import {
  formatVerifierKey,
  parseVerifierKey,
  verifierKey,
  type VerifierKey,
} from "#app/domain/signed-note.ts";
import { publicBytes } from "./ed25519.server.ts";
import { settings } from "./settings.server.ts";

export type LogKeyRow = typeof logKeys.$inferSelect;
export type LogSigner = { key: VerifierKey; sign: (message: Uint8Array) => Uint8Array };

/** The key of this log that signs now; made at its first use, with the name of the log. */
export async function currentSigner(tx: Queries): Promise<LogSigner> {
  const row = (await currentKey(tx)) ?? (await makeFirst(tx));
  const signer = signerOf(row);
  if (signer) return signer;
  throw new Error(
    `The key that signs the log is not in ${signingFolder()}. Put it back, or make another one: npm run mw -- log rotate-key`,
  );
}

/** The key before this one, as long as its private part is there: until it has handed over. */
export async function formerSigner(tx: Queries): Promise<LogSigner | null> {
  const [row] = await tx
    .select()
    .from(logKeys)
    .where(isNotNull(logKeys.until))
    .orderBy(desc(logKeys.until), desc(logKeys.since))
    .limit(1);
  return row ? signerOf(row) : null;
}

/** The name of this log, once it has one. */
export async function logOrigin(): Promise<string | null> {
  return (await currentKey(db.read))?.origin ?? null;
}

async function currentKey(read: Queries): Promise<LogKeyRow | undefined> {
  const rows = read.select().from(logKeys).where(isNull(logKeys.until));
  const [row] = await rows.orderBy(desc(logKeys.since), asc(logKeys.id)).limit(1);
  return row;
}

/** All keys of the log as they stand in the database, the present one first. */
export function listKeys(): Promise<LogKeyRow[]> {
  return db.read.select().from(logKeys).orderBy(desc(logKeys.since), asc(logKeys.id));
}

/** The keys of which the public part lies outside the database: only these are believed. */
export function trustedKeys(origin: string): VerifierKey[] {
  const folder = signingFolder();
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".vkey"))
    .sort()
    .map((name) => parseVerifierKey(readFileSync(join(folder, name), "utf8").trim(), sha256))
    .filter(({ name }) => name === origin);
}

async function makeFirst(tx: Queries): Promise<LogKeyRow> {
  const [checkpoint] = await tx.select({ id: logCheckpoints.id }).from(logCheckpoints).limit(1);
  if (checkpoint) throw new Error("The keys of the log were taken out of the database");
  const origin = settings().log.origin ?? `maatwerkplaats-${randomBytes(4).toString("hex")}`;
  const row = keyRow({
    origin,
    verifierKey: makeKey(origin),
    since: environment.now(),
    until: null,
  });
  await tx.insert(logKeys).values(row);
  return row;
}

/**
 * Another key from now on. The next head is signed by both keys and names the new one; then the
 * private part of the old one is destroyed.
 */
export async function rotateKey(): Promise<{ before: string; after: string }> {
  const origin = (await logOrigin()) ?? (await db.maintain(makeFirst)).origin;
  const after = makeKey(origin);
  return db.write(systemActor, async (tx) => {
    const old = await currentKey(tx);
    if (!old) throw new Error("The log has no key");
    const now = environment.now();
    const { origin: name, verifierKey: before, since } = old;
    const ended = keyRow({ origin: name, verifierKey: before, since, until: now });
    await tx.update(logKeys).set(ended).where(eq(logKeys.id, old.id));
    await tx
      .insert(logKeys)
      .values(keyRow({ origin, verifierKey: after, since: now, until: null }));
    await tx.record({
      kind: "log.key_rotated",
      subject: { type: "log", id: "log" },
      details: { before, after },
    });
    return { before, after };
  });
}

/** The id of a row vouches for the rest of it. */
export function keyRow(row: Omit<LogKeyRow, "id">): LogKeyRow {
  return { id: sealOf("log_keys", row, installationKeys().seal), ...row };
}

/** Makes a key and gives its public part. */
function makeKey(origin: string): string {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const key = verifierKey({ name: origin, publicKey: publicBytes(publicKey) }, sha256);
  makeFolder(signingFolder());
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  writeWhole(privateFile(key.keyId), Buffer.from(pem));
  const line = formatVerifierKey(key);
  writeWhole(join(signingFolder(), `${key.keyId}.vkey`), Buffer.from(`${line}\n`));
  return line;
}

function signerOf(row: LogKeyRow): LogSigner | null {
  const key = parseVerifierKey(row.verifierKey, sha256);
  const file = privateFile(key.keyId);
  if (!existsSync(file)) return null;
  const secret = createPrivateKey(readFileSync(file));
  return { key, sign: (message) => sign(null, message, secret) };
}

export function forgetPrivatePart({ keyId }: VerifierKey): void {
  rmSync(privateFile(keyId), { force: true });
}

function signingFolder(): string {
  return join(keysFolder(), "signing");
}

function privateFile(keyId: string): string {
  return join(signingFolder(), `${keyId}.pem`);
}
