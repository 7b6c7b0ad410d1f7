/** The copies of the database that this program knows of: what was destroyed later is still in them. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readBackup } from "./backup-folder.ts";
import { currentEngine } from "./database.ts";
import { dialect } from "./dialect.ts";
import { databaseFile } from "./sqlite/connection.ts";

export type KeptBackup = { name: string; madeAt: number };

/** Those in the folder of backups, and what restoring set aside, oldest first. */
export function keptBackups(): KeptBackup[] {
  const file = dialect === "sqlite" ? databaseFile(currentEngine().url) : null;
  const folder = file ? join(dirname(file), "backups") : process.env.BACKUPS_DIR || "data/backups";
  const aside = file
    ? filesIn(dirname(file), new RegExp(`^${escaped(basename(file))}\\.before-`))
    : [];
  const kept = [...filesIn(folder, /\.(db|dump)$/), ...backupFolders(folder), ...aside];
  return kept.sort((a, b) => a.madeAt - b.madeAt || (a.name < b.name ? -1 : 1));
}

function filesIn(folder: string, wanted: RegExp): KeptBackup[] {
  return entries(folder)
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map(({ name }) => ({ name, madeAt: statSync(join(folder, name)).mtimeMs }));
}

function backupFolders(folder: string): KeptBackup[] {
  return entries(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() || !existsSync(join(path, "backup.json"))) return [];
    const { manifest } = readBackup(path);
    return manifest ? [{ name: entry.name, madeAt: Date.parse(manifest.madeAt) }] : [];
  });
}

function entries(folder: string) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
