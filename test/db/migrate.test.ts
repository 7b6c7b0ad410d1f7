import { existsSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { describe, expect, it } from "vitest";
import { dialect, openDatabase, sqlite, stopDatabase } from "#db";
import { migrationsCopy } from "../support/migrations.ts";

function newFile(): string {
  return join(mkdtempSync(join(tmpdir(), "maatwerkplaats-migrate-")), "sub", "test.db");
}

async function migratedFile(): Promise<string> {
  const file = newFile();
  await openDatabase(file);
  await stopDatabase();
  return file;
}

describe.runIf(dialect === "sqlite")("migrating", () => {
  it("makes the folder and the tables of a new database", async () => {
    const file = newFile();
    await openDatabase(`file:${file}`);
    const tables = sqlite().reader.prepare("select count(*) as n from case_files").get();
    expect(tables).toEqual({ n: 0 });
    await stopDatabase();
    expect(existsSync(file)).toBe(true);
  });

  it("changes nothing, and copies nothing, when the database is up to date", async () => {
    const file = await migratedFile();
    await openDatabase(file);
    await stopDatabase();
    expect(readdirSync(dirname(file)).filter((name) => name === "backups")).toEqual([]);
  });

  it("refuses a database that a newer version made", async () => {
    const file = await migratedFile();
    const client = new Sqlite(file);
    client.exec(
      "insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)",
    );
    client.close();
    await expect(openDatabase(file)).rejects.toThrow("newer version");
  });

  it("refuses a database that other migrations made", async () => {
    const file = await migratedFile();
    const client = new Sqlite(file);
    client.exec("update __drizzle_migrations set hash = 'other' where rowid = 1");
    client.close();
    await expect(openDatabase(file)).rejects.toThrow("not the one this version ships");
  });

  it("copies a database that is behind before it brings it up to date, and loses no row", async () => {
    const file = newFile();
    mkdirSync(dirname(file));
    const client = new Sqlite(file);
    migrate(drizzle(client), { migrationsFolder: migrationsCopy("sqlite", 1) });
    client.exec("insert into organisations (id, name, created_at) values ('1', 'A', 1)");
    client.close();
    await openDatabase(file);
    const row = sqlite().reader.prepare("select name from organisations").get();
    expect(row).toEqual({ name: "A" });
    await stopDatabase();
    const [copy] = readdirSync(join(dirname(file), "backups"));
    const backup = new Sqlite(join(dirname(file), "backups", copy ?? ""));
    expect(backup.prepare("select name from organisations").get()).toEqual({ name: "A" });
    backup.close();
  });
});
