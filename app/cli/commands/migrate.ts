import { existsSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { databaseFile, dialect, openDatabase, stopDatabase } from "#db";
import type { MigrationStatus } from "#db/migration-history.ts";
import { connectForCommand } from "#db/postgres/command-connection.ts";
import { statusOf as statusOfPostgres } from "#db/postgres/migrate.ts";
import { statusOf as statusOfSqlite } from "#db/sqlite/migrate.ts";
import { settings } from "../../server/settings.server.ts";
import type { Command } from "../command.ts";

export const command: Command = {
  usage: ["migrate [--status]"],
  help: `Brings the database up to date, as starting the server does: an SQLite database is copied to the folder
backups beside it first, and the newest BACKUPS_KEPT (10) of those copies stay. A database made by a newer version
is refused.

  --status  only say how far it is: new, behind or current. Exit code 3 when not current`,
  options: { status: { type: "boolean" } },
  words: { least: 0, most: 0 },
  run: async ({ options }) => {
    const { databaseUrl, database } = settings();
    const before = await statusOf(databaseUrl);
    if (options.status === true) {
      return { result: { status: before }, text: inWords[before], found: before !== "current" };
    }
    await openDatabase(databaseUrl, database);
    await stopDatabase();
    const text = before === "current" ? inWords.current : "The database was brought up to date.";
    return { result: { before, status: "current" }, text };
  },
};

const inWords: Record<MigrationStatus, string> = {
  new: "There is no database yet: mw migrate makes it.",
  behind: "The database is behind: mw migrate brings it up to date.",
  current: "The database is up to date.",
};

async function statusOf(url: string): Promise<MigrationStatus> {
  if (dialect === "postgres") {
    const client = await connectForCommand(url);
    return statusOfPostgres(client).finally(() => client.end());
  }
  const file = databaseFile(url);
  if (!existsSync(file)) return "new";
  const client = new Sqlite(file, { fileMustExist: true });
  try {
    return statusOfSqlite(client);
  } finally {
    client.close();
  }
}
