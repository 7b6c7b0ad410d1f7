/** Putting a copy of an SQLite database in the place of the present one. */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { putInPlace, sync } from "../durable-files.ts";
import type { Inventory } from "../inventory.ts";
import { mayReplace, restoreStamp, type Restore, type Restored } from "../restore.ts";
import { documentsOf, verifyCopy } from "./backup.ts";
import { databaseFile, openWriter, type Client } from "./connection.ts";
import { migrate, statusOf } from "./migrate.ts";

/** Puts a backup in the place of the database of this address. */
export async function restoreSqlite(url: string, restore: Restore): Promise<Restored> {
  const file = databaseFile(url);
  if (existsSync(file)) {
    if (!restore.replace) throw mayReplace(file);
    holdAlone(file)?.close();
  }
  restore.onStage("copying and checking the backup");
  const prepared = await prepareRestore(restore.backup, file, restore.wanted);
  try {
    await restore.beforeReplacing(documentsOf(prepared));
    return { aside: replaceDatabase(prepared, file, restoreStamp()) };
  } catch (error) {
    removeDatabase(prepared);
    throw error;
  }
}

/**
 * Copies a backup beside the database, checks it there and brings it up to date; gives its file.
 * Nothing else has changed yet. Throws when it is damaged or made by a newer version.
 */
export async function prepareRestore(
  backup: string,
  file: string,
  wanted: Inventory | undefined,
): Promise<string> {
  if (existsSync(`${backup}-wal`) && statSync(`${backup}-wal`).size > 0) {
    throw new Error(`${backup} has changes in ${backup}-wal: it is in use, or was copied by hand.`);
  }
  const unfinished = `${file}.restoring`;
  mkdirSync(dirname(file), { recursive: true });
  removeDatabase(unfinished);
  try {
    copyFileSync(backup, unfinished);
    verifyCopy(unfinished, wanted);
    await bringUpToDate(unfinished);
    return unfinished;
  } catch (error) {
    removeDatabase(unfinished);
    throw error;
  }
}

async function bringUpToDate(file: string): Promise<void> {
  const client = openWriter(file);
  try {
    if (statusOf(client) === "new") {
      throw new Error("This is not a backup of Maatwerkplaats: there are none of its tables.");
    }
    await migrate(client, file);
    client.pragma("journal_mode = DELETE");
  } finally {
    client.close();
  }
  sync(file);
}

/**
 * Puts a prepared database in place at once. The present one keeps its content under the name that
 * is given back; null when there was none. Throws when another process has it open.
 */
export function replaceDatabase(prepared: string, file: string, stamp: string): string | null {
  if (!existsSync(file)) {
    setAsideLog(file, stamp);
    putInPlace(prepared, file);
    return null;
  }
  const held = holdAlone(file);
  try {
    setAsideLog(file, stamp);
    const aside = `${file}.before-restore-${stamp}`;
    keepUnder(file, aside);
    putInPlace(prepared, file);
    return aside;
  } finally {
    held?.close();
  }
}

/** At every moment there is a whole database under the name, where the file system can do that. */
function keepUnder(file: string, aside: string): void {
  try {
    linkSync(file, aside);
  } catch {
    renameSync(file, aside);
  }
}

/**
 * Nobody else can open the database while this connection is held. What is in the log beside the
 * file is brought into it first. Null when the database is too damaged to say who has it open.
 */
function holdAlone(file: string): Client | null {
  const client = new Sqlite(file, { timeout: 0 });
  try {
    client.pragma("journal_mode = DELETE");
    client.pragma("locking_mode = EXCLUSIVE");
    client.exec("begin exclusive");
    return client;
  } catch (error) {
    client.close();
    const code = String((error as { code?: unknown }).code);
    if (!/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return null;
    throw new Error(`${file} is in use. Stop the server first; nothing has changed.`);
  }
}

/** The log of one database must never meet another one: SQLite would write it into that. */
function setAsideLog(file: string, stamp: string): void {
  if (existsSync(`${file}-wal`)) {
    renameSync(`${file}-wal`, `${file}.before-restore-${stamp}-wal`);
  }
  rmSync(`${file}-shm`, { force: true });
}

export function removeDatabase(file: string): void {
  for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(file + ending, { force: true });
}
