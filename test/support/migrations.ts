/** Folders of migrations as they were, or as they may be one day. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dialect } from "#db";

type Journal = { entries: { idx: number; when: number; tag: string }[] };

/** The migrations that are shipped, or only the first so many. */
export function migrationsCopy(dialect: Dialect, first?: number): string {
  const folder = mkdtempSync(join(tmpdir(), "maatwerkplaats-migrations-"));
  cpSync(join("drizzle", dialect), folder, { recursive: true });
  if (first !== undefined) changeJournal(folder, ({ entries }) => entries.slice(0, first));
  return folder;
}

/** Adds one more migration, the last. */
export function addMigration(folder: string, statements: string[]): void {
  writeFileSync(join(folder, "9999_next.sql"), statements.join("\n--> statement-breakpoint\n"));
  changeJournal(folder, ({ entries }) => {
    const last = entries.at(-1);
    if (!last) throw new Error("There are no migrations");
    return [...entries, { ...last, idx: last.idx + 1, when: last.when + 1, tag: "9999_next" }];
  });
}

function changeJournal(folder: string, change: (journal: Journal) => Journal["entries"]): void {
  const file = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as Journal;
  writeFileSync(file, JSON.stringify({ ...journal, entries: change(journal) }));
}
