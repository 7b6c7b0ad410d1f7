/**
 * A backup is a folder: the database, the documents and `backup.json`, which says what is in it. It
 * is written under another name and gets its own when it is whole.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Dialect } from "./dialect.ts";
import type { DocumentFile } from "./document-files.ts";
import { putInPlace, sync } from "./durable-files.ts";
import type { Inventory } from "./inventory.ts";

export type Manifest = {
  format: 1;
  /** Version of the program that made it. */
  version: string;
  engine: Dialect;
  madeAt: string;
  inventory: Inventory;
  /** How many documents, and the names of those that were gone or damaged; null without documents. */
  documents: { count: number; damaged: string[] } | null;
};

/** What was copied of a database: the documents are those it names. */
export type Made = { inventory: Inventory; documents: DocumentFile[] };

export const documentsIn = (folder: string) => join(folder, "documents");
export const databaseIn = (folder: string, engine: Dialect) =>
  join(folder, engine === "postgres" ? "database.dump" : "database.db");
const manifestIn = (folder: string) => join(folder, "backup.json");

/** Begins a backup under a name that nobody takes for a whole one; gives that folder. */
export function beginBackup(path: string): string {
  const folder = resolve(path);
  if (existsSync(folder)) throw new Error(`${folder} is there already: choose another name.`);
  const unfinished = `${folder}.part`;
  if (existsSync(unfinished)) {
    throw new Error(
      `${unfinished} is there: a backup of this name is being made, or was broken off. Remove it, or choose another name.`,
    );
  }
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(unfinished, { mode: 0o700 });
  return unfinished;
}

/** Gives a backup its name. From here on it is one. */
export function finishBackup(unfinished: string, manifest: Manifest): string {
  const folder = unfinished.replace(/\.part$/, "");
  writeFileSync(manifestIn(unfinished), `${JSON.stringify(manifest, null, 2)}\n`);
  sync(manifestIn(unfinished));
  sync(unfinished);
  putInPlace(unfinished, folder);
  return folder;
}

export type Backup = {
  engine: Dialect;
  database: string;
  /** Null for a copy of only the database, such as one made before a migration. */
  manifest: Manifest | null;
  documents: string | null;
};

/** Reads what a backup is. Throws when it is none, or not a whole one. */
export function readBackup(path: string): Backup {
  const place = resolve(path);
  if (!existsSync(place)) throw new Error(`There is no backup ${place}.`);
  if (basename(place).endsWith(".part")) {
    throw new Error(`${place} is not a whole backup: making it was broken off.`);
  }
  if (!statSync(place).isDirectory()) {
    return { engine: "sqlite", database: place, manifest: null, documents: null };
  }
  if (!existsSync(manifestIn(place))) {
    throw new Error(`${place} is not a backup: there is no backup.json in it.`);
  }
  const manifest = JSON.parse(readFileSync(manifestIn(place), "utf8")) as Manifest;
  if (manifest.format !== 1) {
    throw new Error("This backup was made by a newer version of Maatwerkplaats: use that version.");
  }
  const { engine } = manifest;
  const documents = manifest.documents === null ? null : documentsIn(place);
  return { engine, database: databaseIn(place, engine), manifest, documents };
}
