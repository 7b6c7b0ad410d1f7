import { existsSync } from "node:fs";
import Sqlite from "better-sqlite3";
import {
  auditProblems,
  documentProblems,
  searchProblems,
  type Ask,
  type DocumentCheck,
  type Finding,
} from "../check.ts";
import { packedProblems } from "../packed-check.ts";
import { migrationsFolder, migrationStatus } from "../migration-history.ts";
import { databaseFile, type Client } from "./connection.ts";
import { recordedMigrations } from "./inventory.ts";
import { countProblems } from "./search.ts";

/** Damage of the file, of indexes and of the search index, and rows that refer to nothing. */
export function integrityProblems(client: Client): string[] {
  const damage = (client.pragma("integrity_check") as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== "ok");
  const loose = client.pragma("foreign_key_check") as { table: string; parent: string }[];
  const pairs = new Map<string, number>();
  for (const { table, parent } of loose) {
    const pair = `of ${table} refer to rows of ${parent} that do not exist`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return [...damage, ...[...pairs].map(([pair, rows]) => `${rows} rows ${pair}`)];
}

/** Looks through a database without changing it. */
export async function checkSqlite(url: string, documents: DocumentCheck): Promise<Finding[]> {
  const file = databaseFile(url);
  if (!existsSync(file)) throw new Error(`There is no database ${file}.`);
  const client = new Sqlite(file, { fileMustExist: true });
  try {
    client.pragma("query_only = ON");
    client.pragma("busy_timeout = 5000");
    // One moment for all questions, whatever is changed meanwhile.
    client.exec("begin");
    return await findings(client, documents);
  } finally {
    client.close();
  }
}

async function findings(client: Client, documents: DocumentCheck): Promise<Finding[]> {
  const ask: Ask = async <Row>(statement: string) => client.prepare<[], Row>(statement).all();
  const status = migrationStatus(recordedMigrations(client), migrationsFolder("sqlite"));
  if (status !== "current") {
    return [
      { part: "migrations", problem: "the database is not up to date: run mw migrate first" },
      ...asFindings("integrity", integrityProblems(client)),
    ];
  }
  return [
    ...asFindings("integrity", integrityProblems(client)),
    ...asFindings("audit log", await auditProblems(ask, badEvent)),
    ...asFindings("audit log", auditGuards(client)),
    // Damage of the index itself is found by the integrity check.
    ...asFindings("search index", [...(await searchProblems(ask)), ...countProblems(client)]),
    ...asFindings("packed facts", await packedProblems(ask)),
    ...asFindings("documents", await documentProblems(ask, documents)),
  ];
}

const badEvent = `length(content_hash) <> 64 or content_hash glob '*[^0-9a-f]*'
  or not json_valid(details) or not json_valid(actor_roles)`;

/** What keeps the log from being changed, and signs that its newest events were taken away. */
function auditGuards(client: Client): string[] {
  const problems = ["audit_events_no_update", "audit_events_no_delete"]
    .filter(
      (name) =>
        !client
          .prepare("select 1 from sqlite_master where type = 'trigger' and name = ?")
          .get(name),
    )
    .map((name) => `nothing refuses changes of the log: trigger ${name} is gone`);
  const row = client
    .prepare<[], { given: number | null; newest: number | null }>(
      "select (select seq from sqlite_sequence where name = 'audit_events') as given, (select max(sequence) from audit_events) as newest",
    )
    .get();
  if ((row?.given ?? 0) > (row?.newest ?? 0)) {
    problems.push(`the newest event is ${row?.newest ?? 0}, but there was an event ${row?.given}`);
  }
  return problems;
}

function asFindings(part: Finding["part"], problems: string[]): Finding[] {
  return problems.map((problem) => ({ part, problem }));
}
