import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { dialect, openDatabase, stopDatabase } from "#db";
import { exampleContent } from "../support/example.ts";
import { addMigration, migrationsCopy } from "../support/migrations.ts";
import { rawRows, tableNames } from "../support/raw.ts";

/** Takes about two seconds between its first and its last statement. */
const slow =
  dialect === "sqlite"
    ? "create table halfway as with recursive n(i) as (select 1 union all select i + 1 from n where i < 6000000) select i from n"
    : "create table halfway as select i from generate_series(1, 500000) i, pg_sleep(1.5)";
const folder = migrationsCopy(dialect);
const backups = mkdtempSync(join(tmpdir(), "maatwerkplaats-backups-"));
addMigration(folder, ["alter table organisations add column later integer", slow]);

async function migrated(url: string, killAfterMs?: number): Promise<string> {
  const child = spawn(process.execPath, ["test/db/migrate-child.ts", url, folder], {
    env: { ...process.env, DATABASE_URL: url, BACKUPS_DIR: backups },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  await once(child.stdout, "data");
  if (killAfterMs !== undefined) {
    await wait(killAfterMs);
    child.kill("SIGKILL");
  }
  await once(child, "close");
  return said;
}

async function counts(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const name of await tableNames()) {
    const [row] = await rawRows(`select count(*) from "${name}"`);
    found[name] = row?.[0];
  }
  return found;
}

test("a migration that is killed has changed nothing, and the next start completes it", async () => {
  const url = await (await exampleContent()).copy();
  await openDatabase(url);
  const before = await counts();
  await stopDatabase();
  for (const moment of [100, 400, 900]) {
    expect(await migrated(url, moment)).toBe("begins\n");
    // Of this version nothing is missing and nothing is there by half: it opens as it was.
    await openDatabase(url);
    expect(await counts()).toEqual(before);
    await stopDatabase();
  }
  expect(await migrated(url)).toBe("begins\ndone\n");
  const kept = readdirSync(dialect === "sqlite" ? join(dirname(url), "backups") : backups);
  expect(kept).toContainEqual(expect.stringMatching(/^before-migration-.*\.(db|dump)$/));
  expect(kept.filter((name) => name.endsWith(".part"))).toEqual([]);
  await expect(openDatabase(url)).rejects.toThrow("newer version");
}, 60_000);
