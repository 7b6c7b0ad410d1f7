/** What the migrations of a database must look like next to those this version ships. */
import { readMigrationFiles } from "drizzle-orm/migrator";
import { join } from "node:path";
import type { Dialect } from "./dialect.ts";

export type Recorded = { hash: string; createdAt: number };
export type MigrationStatus = "new" | "behind" | "current";

export function migrationsFolder(dialect: Dialect): string {
  return join(import.meta.dirname, "..", "drizzle", dialect);
}

/** How far a database is. Throws when a newer version or other files made it. */
export function migrationStatus(recorded: Recorded[], folder: string): MigrationStatus {
  const known = readMigrationFiles({ migrationsFolder: folder });
  const newest = known.at(-1)?.folderMillis ?? 0;
  for (const [place, migration] of recorded.entries()) {
    if (migration.createdAt > newest) {
      throw new Error(
        "This database was made by a newer version of Maatwerkplaats. Start that version, or restore a backup from before the upgrade.",
      );
    }
    if (known[place]?.hash !== migration.hash) {
      throw new Error(
        `Migration ${place + 1} of this database is not the one this version ships. Check that program and database belong together.`,
      );
    }
  }
  if (recorded.length === known.length) return "current";
  return recorded.length === 0 ? "new" : "behind";
}

/** Tables of before the migration that hold another number of rows after it. */
export function assertSameCounts(before: Map<string, number>, after: Map<string, number>): void {
  for (const [name, count] of before) {
    if (after.has(name) && after.get(name) !== count) {
      throw new Error(
        `After migrating, table ${name} has ${after.get(name)} rows instead of ${count}.`,
      );
    }
  }
}
