/** A backup of a PostgreSQL database, by pg_dump. */
import { beginAutomaticBackup } from "../automatic-backups.ts";
import type { Made } from "../backup-folder.ts";
import { sync } from "../durable-files.ts";
import { differences, type Inventory } from "../inventory.ts";
import { connectForCommand } from "./command-connection.ts";
import { historySchema, readDump } from "./dump.ts";
import { inventoryOf } from "./inventory.ts";
import { call, programFor, reaching } from "./programs.ts";

/** Dumps the database to a new file, and looks whether the dump is whole. */
export async function dumpPostgres(
  url: string,
  target: string,
  onStage: (line: string) => void,
): Promise<Made> {
  const client = await connectForCommand(url);
  try {
    const [dump, restore] = [
      await programFor(client, "pg_dump"),
      await programFor(client, "pg_restore"),
    ];
    // What is counted here is what pg_dump sees, whatever is changed meanwhile.
    await client.query("begin isolation level repeatable read read only");
    const { rows } = await client.query<{ id: string; schema: string }>(
      "select pg_export_snapshot() as id, current_schema() as schema",
    );
    const [snapshot] = rows;
    if (!snapshot) throw new Error("PostgreSQL gave no snapshot");
    const inventory = await inventoryOf(client);
    onStage("pg_dump");
    const { address, env } = reaching(url);
    const what = [`--schema=${snapshot.schema}`, `--schema=${historySchema}`];
    const form = ["--format=custom", "--no-owner", "--no-privileges", `--file=${target}`];
    const args = [...form, ...what, `--snapshot=${snapshot.id}`, `--dbname=${address}`];
    await call(dump, { args, env });
    sync(target);
    onStage("checking the dump");
    const found = await readDump(restore, target);
    assertWhole(inventory, found.inventory);
    return found;
  } finally {
    await client.end();
  }
}

/** A dump of the database as it is before it is migrated, in the folder BACKUPS_DIR. */
export async function backUpBeforeMigrating(url: string): Promise<void> {
  const backup = beginAutomaticBackup(process.env.BACKUPS_DIR || "data/backups", "dump");
  if (!backup) return;
  try {
    await dumpPostgres(url, backup.unfinished, () => undefined);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `No backup could be made before the migration. ${reason}\nMade one yourself? Start once with BACKUPS_KEPT=0.`,
    );
  }
  backup.finish();
}

/** Throws when a dump does not hold what it should. */
export function assertWhole(wanted: Inventory, found: Inventory): void {
  const problems = differences(wanted, found);
  if (problems.length === 0) return;
  throw new Error(`This dump is not whole:\n${problems.slice(0, 10).join("\n")}`);
}
