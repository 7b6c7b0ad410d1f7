/**
 * The keys of the installation: files in a folder outside the database, so that a key that is
 * destroyed is in no backup of the database, and no reader of the database has what the keys hide.
 */
import { createHmac, createSecretKey, hash, randomBytes, type KeyObject } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  closeSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
  fsyncSync,
  ftruncateSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { dialectOf } from "./dialect.ts";
import { sync } from "./durable-files.ts";
import { databaseFile } from "./sqlite/connection.ts";

/**
 * The keys made from one secret: one to encrypt with, one to seal rows with. As key objects: from bytes
 * Node makes one at every use, which takes four times as long as the work itself.
 */
export type Keys = { content: KeyObject; seal: KeyObject };

const secretBytes = 32;
/** Keys of cases kept in memory, the oldest forgotten first, and at most so many pseudonyms. */
const mostInMemory = 5_000;

type Store = {
  folder: string;
  installation: { secret: KeyObject; keys: Keys } | null;
  cases: Map<string, Keys>;
  pseudonyms: Map<string | null, string>;
};
let store: Store | null = null;

/** Where the keys are: KEYS_DIR, or a folder beside the file of a SQLite database. */
export function keysFolderOf(url: string): string {
  const given = process.env.KEYS_DIR;
  if (given !== undefined && given !== "") return given;
  return dialectOf(url) === "sqlite"
    ? join(dirname(databaseFile(url)), "keys")
    : join("data", "keys");
}

/** Brings the keys of one database to where those of another are looked for; false when they share them. */
export function copyKeys(from: string, to: string): boolean {
  const [source, target] = [keysFolderOf(from), keysFolderOf(to)];
  if (resolve(source) === resolve(target) || !existsSync(source)) return false;
  cpSync(source, target, { recursive: true, errorOnExist: true, force: false });
  return true;
}

/** Uses the keys in this folder from now on. Makes nothing yet. */
export function openKeys(folder: string): void {
  store = { folder, installation: null, cases: new Map(), pseudonyms: new Map() };
}

/** The folder of the keys that are in use. */
export function keysFolder(): string {
  return current().folder;
}

function current(): Store {
  if (!store) throw new Error("The keys are not open: call openDatabase first");
  return store;
}

export function hasInstallationKey(): boolean {
  return existsSync(installationFile());
}

function installationFile(): string {
  return join(current().folder, "installation.key");
}

function installation(): { secret: KeyObject; keys: Keys } {
  const known = current().installation;
  if (known) return known;
  const secret = readOrMake(installationFile());
  const made = { secret, keys: keysFrom(secret) };
  current().installation = made;
  return made;
}

/** How outsiders see a person, a case or the system (null): always the same, and only so here. */
export function pseudonym(id: string | null): string {
  const { pseudonyms } = current();
  const known = pseudonyms.get(id);
  if (known !== undefined) return known;
  const text = `pseudonym\0${id ?? "system"}`;
  const digest = createHmac("sha256", installation().secret).update(text).digest("hex");
  const made = digest.slice(0, 32);
  if (pseudonyms.size >= mostInMemory) pseudonyms.clear();
  pseudonyms.set(id, made);
  return made;
}

export function installationKeys(): Keys {
  return installation().keys;
}

/** The keys of a case, made at its first use; null when they were destroyed. */
export function caseKeys(caseId: string): Keys | null {
  const { cases } = current();
  // Looked up each time: another process may have destroyed them.
  if (existsSync(tombstone(caseId))) {
    cases.delete(caseId);
    return null;
  }
  const known = cases.get(caseId);
  if (known) return known;
  const keys = keysFrom(readOrMake(caseFile(caseId)));
  const [oldest] = cases.size >= mostInMemory ? cases.keys() : [];
  if (oldest !== undefined) cases.delete(oldest);
  cases.set(caseId, keys);
  return keys;
}

/** The keys of a case for who only reads: nothing is made when there are none. */
export function existingCaseKeys(caseId: string): Keys | "destroyed" | null {
  if (!isCaseId(caseId)) return null;
  if (existsSync(tombstone(caseId))) return "destroyed";
  if (!current().cases.has(caseId) && !existsSync(caseFile(caseId))) return null;
  return caseKeys(caseId);
}

/**
 * Destroys the key of a case: what was encrypted with it can never be read again. A mark stays, so
 * that no new key is made and a backup that is put back can be told what must go again.
 */
export function destroyCaseKey(caseId: string): void {
  current().cases.delete(caseId);
  const mark = tombstone(caseId);
  makeFolder(dirname(mark));
  writeWhole(mark, Buffer.alloc(0));
  const file = caseFile(caseId);
  if (existsSync(file)) {
    overwrite(file);
    unlinkSync(file);
  }
  sync(dirname(file));
}

/** The cases whose key was destroyed. */
export function destroyedCases(): string[] {
  const folder = join(current().folder, "cases");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".destroyed"))
    .map((name) => name.slice(name.lastIndexOf("/") + 1, -".destroyed".length))
    .sort();
}

function caseFile(caseId: string): string {
  return `${placeOf(caseId)}.key`;
}

function tombstone(caseId: string): string {
  return `${placeOf(caseId)}.destroyed`;
}

function placeOf(caseId: string): string {
  if (!isCaseId(caseId)) throw new Error("This is not the id of a case");
  // Spread over 256 folders by hash: ids made in the same week begin alike.
  return join(current().folder, "cases", hash("sha256", caseId).slice(0, 2), caseId);
}

function isCaseId(text: string): boolean {
  return /^[\w-]+$/.test(text);
}

function keysFrom(secret: KeyObject): Keys {
  const derive = (purpose: string) =>
    createSecretKey(createHmac("sha256", secret).update(purpose).digest());
  return { content: derive("content"), seal: derive("seal") };
}

function readOrMake(file: string): KeyObject {
  if (!existsSync(file)) {
    makeFolder(dirname(file));
    writeWhole(file, randomBytes(secretBytes));
  }
  const secret = readFileSync(file);
  if (secret.length !== secretBytes) throw new Error(`${file} is not a key: put it back`);
  return createSecretKey(secret);
}

/** A folder that is there after a power cut as well: a key that is lost can never be made again. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(resolve(folder), { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = resolve(folder); made !== dirname(first); made = dirname(made)) {
    sync(dirname(made));
  }
}

/** The file is there with all its bytes, or not at all; whoever was first wins. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const unfinished = `${file}.${process.pid}-${randomBytes(4).toString("hex")}.part`;
  const made = openSync(unfinished, "wx", 0o600);
  try {
    writeSync(made, bytes);
    fsyncSync(made);
  } finally {
    closeSync(made);
  }
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(unfinished);
  }
  sync(dirname(file));
}

function overwrite(file: string): void {
  const opened = openSync(file, "r+");
  try {
    writeSync(opened, randomBytes(statSync(file).size));
    fsyncSync(opened);
    ftruncateSync(opened);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
