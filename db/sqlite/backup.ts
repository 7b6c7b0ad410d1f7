/** Copying an SQLite database while others change it. */
import { closeSync, existsSync, fdatasyncSync, openSync, statfsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { beginAutomaticBackup } from "../automatic-backups.ts";
import type { Made } from "../backup-folder.ts";
import type { DocumentFile } from "../document-files.ts";
import { sync } from "../durable-files.ts";
import { differences, type Inventory } from "../inventory.ts";
import { integrityProblems } from "./check.ts";
import { databaseFile, type Client } from "./connection.ts";
import { inventoryOf } from "./inventory.ts";

/** Written and synced at a time: 2 MB, so that a change of somebody else never waits for more. */
const pagesPerStep = 500;
/** Where the catching up afterwards is cut, as parts of the whole. */
const cuts = [1 / 3, 2 / 3];

type Copying = { onProgress?: (done: number, all: number) => void };

/**
 * Copies a database as it is now to a new file, while other processes read and write it; gives what
 * was in it. For a process that has not opened the database otherwise: see `synced` below.
 */
export async function copyDatabase(
  file: string,
  target: string,
  { onProgress }: Copying = {},
): Promise<Inventory> {
  const source = openSnapshot(file);
  const cutsMade: Client[] = [];
  // Kept until the connections are closed: closing any handle on the file drops the locks of all.
  const synced = openSync(file, "r");
  try {
    const inventory = inventoryOf(source);
    let written: number | undefined;
    await source.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        written ??= openSync(target, "r");
        // Little by little: a disk that has gigabytes to write lets everybody else wait.
        fdatasyncSync(written);
        const done = totalPages - remainingPages;
        onProgress?.(done, totalPages);
        const cut = cuts[cutsMade.length];
        if (cut !== undefined && done >= totalPages * cut) cutsMade.push(openSnapshot(file));
        return pagesPerStep;
      },
    });
    if (written !== undefined) closeSync(written);
    cutsMade.push(openSnapshot(file));
    catchUp(file, { snapshots: [source, ...cutsMade], synced });
    return inventory;
  } finally {
    for (const client of [source, ...cutsMade]) client.close();
    closeSync(synced);
  }
}

/** A connection that goes on seeing the database as it is now, whatever others write. */
function openSnapshot(file: string): Client {
  const client = new Sqlite(file, { fileMustExist: true });
  client.pragma("busy_timeout = 5000");
  client.exec("begin");
  client.prepare("select count(*) from sqlite_master").get();
  return client;
}

/**
 * While a snapshot is held, what others write stays in the log beside the file, and grows. Whoever
 * writes next after its end would have to move all of it into the file, and wait for the disk. So it
 * is moved here, in parts, each on disk before the next; the last snapshot keeps others from it.
 */
function catchUp(file: string, held: { snapshots: Client[]; synced: number }): void {
  const client = new Sqlite(file);
  try {
    for (const snapshot of held.snapshots) {
      snapshot.exec("commit");
      client.pragma("wal_checkpoint(PASSIVE)");
      fdatasyncSync(held.synced);
    }
  } finally {
    client.close();
  }
}

type BackingUp = Copying & { onStage: (line: string) => void };

/** Copies the database of this address to a new file, and looks whether the copy is whole. */
export async function backUpSqlite(
  url: string,
  target: string,
  { onStage, ...copying }: BackingUp,
): Promise<Made> {
  const file = databaseFile(url);
  if (!existsSync(file)) throw new Error(`There is no database ${file}.`);
  assertRoom(file, dirname(target));
  const wanted = await copyDatabase(file, target, copying);
  onStage("checking the copy");
  const inventory = verifyCopy(target, wanted);
  return { inventory, documents: documentsOf(target) };
}

function assertRoom(file: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const [needed, free] = [statSync(file).size, bavail * bsize].map((size) => Math.ceil(size / 1e6));
  if (needed !== undefined && free !== undefined && needed > free) {
    throw new Error(`A backup takes ${needed} MB, and ${folder} has ${free} MB left.`);
  }
}

/** The documents that a database names, those taken out of sight too. */
export function documentsOf(file: string): DocumentFile[] {
  const client = new Sqlite(file, { readonly: true });
  try {
    return client
      .prepare<[], DocumentFile>(
        "select stored_name as storedName, sha256 from documents order by id",
      )
      .all();
  } finally {
    client.close();
  }
}

/**
 * Makes a file that was written into one that stands alone, and looks whether it is whole. Throws
 * when it is not. Gives what it holds.
 */
export function verifyCopy(file: string, wanted?: Inventory): Inventory {
  const client = new Sqlite(file, { fileMustExist: true });
  try {
    client.pragma("journal_mode = DELETE");
    const problems = integrityProblems(client);
    const found = inventoryOf(client);
    if (wanted) problems.push(...differences(wanted, found));
    if (problems.length > 0) {
      throw new Error(
        `This copy of the database is not whole:\n${problems.slice(0, 10).join("\n")}`,
      );
    }
    return found;
  } finally {
    client.close();
    sync(file);
  }
}

/** A copy of the database as it is before it is migrated, in the folder backups beside it. */
export function backUpBeforeMigrating(client: Client, file: string): void {
  const backup = beginAutomaticBackup(join(dirname(file), "backups"), "db");
  if (!backup) return;
  client.prepare("vacuum into ?").run(backup.unfinished);
  verifyCopy(backup.unfinished, inventoryOf(client));
  backup.finish();
}
