/** The backups that are made before a migration: where they are, and how many stay. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { putInPlace } from "./durable-files.ts";
import { environment } from "./environment.ts";

const name = /^before-migration-.*\.(db|dump)$/;
const unfinishedName = /^before-migration-.*\.part(-journal)?$/;

export type AutomaticBackup = {
  /** Where to write it. */
  unfinished: string;
  /** Gives it its name, once it was found whole, and lets go of the oldest ones. */
  finish: () => string;
};

/** Begins one in this folder; null where the operator wants none (BACKUPS_KEPT=0). */
export function beginAutomaticBackup(
  folder: string,
  ending: "db" | "dump",
): AutomaticBackup | null {
  const kept = backupsKept();
  if (kept === 0) return null;
  mkdirSync(folder, { recursive: true });
  // What an earlier start that was broken off left.
  for (const left of readdirSync(folder).filter((file) => unfinishedName.test(file))) {
    rmSync(join(folder, left), { force: true });
  }
  const stamp = new Date(environment.now()).toISOString().replaceAll(":", "-");
  const target = join(folder, `before-migration-${stamp}.${ending}`);
  const unfinished = `${target}.part`;
  const finish = () => {
    putInPlace(unfinished, target);
    const backups = readdirSync(folder).filter((file) => name.test(file));
    for (const old of backups.sort().slice(0, -kept)) rmSync(join(folder, old));
    return target;
  };
  return { unfinished, finish };
}

function backupsKept(): number {
  const kept = Number(process.env.BACKUPS_KEPT || 10);
  if (Number.isInteger(kept) && kept >= 0) return kept;
  throw new Error("Wrong settings:\n  BACKUPS_KEPT: must be a number of backups, 0 for none");
}
