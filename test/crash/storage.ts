import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { dialect } from "#db";
import { runProgram } from "../support/postgres-programs.ts";
import { startPostgres, type PostgresServer } from "../support/postgres-server.ts";
import { newFolder } from "./form.ts";

/** Where the application under test keeps everything. */
export type Storage = {
  databaseUrl: string;
  documentsDir: string;
  /** What the engine itself finds wrong. */
  damage: () => Promise<string[]>;
  end: () => Promise<void>;
};

/** A new database of the engine that this run of the tests is about, in the folder given. */
export async function newStorage(folder?: string): Promise<Storage> {
  return dialect === "sqlite" ? sqliteStorage(folder) : postgresStorage(folder);
}

function sqliteStorage(folder?: string): Storage {
  const documentsDir = newFolder();
  const file = join(folder ?? documentsDir, "crash.db");
  return {
    databaseUrl: file,
    documentsDir,
    damage: async () => sqliteDamage(file),
    end: async () => undefined,
  };
}

export function sqliteDamage(file: string): string[] {
  const client = new Sqlite(file, { readonly: true });
  const integrity = client.pragma("integrity_check") as { integrity_check: string }[];
  const foreign = client.pragma("foreign_key_check") as unknown[];
  client.close();
  return [
    ...integrity.map((row) => row.integrity_check).filter((said) => said !== "ok"),
    ...foreign.map((row) => JSON.stringify(row)),
  ];
}

const database = "crash";

export async function postgresStorage(
  /** Where the tables are to be; all the rest is elsewhere. */
  tablespace?: string,
): Promise<Storage & { server: PostgresServer }> {
  // All files of a database that was killed are synced when it starts; one call is enough for that.
  const settings = { recovery_init_sync_method: "syncfs" };
  const server = await startPostgres({ durable: true, settings });
  const databaseUrl = await server.createDatabase(database);
  if (tablespace !== undefined) {
    await server.query(`create tablespace small location '${tablespace}'`);
    await server.query(`alter database ${database} set tablespace small`);
  }
  await server.query("create extension amcheck", database);
  const documentsDir = newFolder();
  return {
    server,
    databaseUrl,
    documentsDir,
    damage: () => postgresDamage(server),
    end: () => server.stop(),
  };
}

/** Tables and indexes looked through by pg_amcheck, which says nothing where all is well. */
export async function postgresDamage({ port }: PostgresServer): Promise<string[]> {
  const server = ["--host=127.0.0.1", `--port=${port}`, "--username=postgres"];
  try {
    await runProgram("pg_amcheck", [...server, "--heapallindexed", database], { cwd: "/" });
    return [];
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return [stdout + stderr];
  }
}
