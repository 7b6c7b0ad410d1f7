/** How the database is doing, for health checks and metrics. */
import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { connections, db } from "./database.ts";
import { environment } from "./environment.ts";
import { throttles } from "./schema.ts";

export type DatabaseState = { dialect: "sqlite" | "postgres"; queueLength: number };

export type DatabaseProbe = {
  /** Whether a change can be made now; it is tried and undone. */
  writable: boolean;
  migrations: "current" | "behind" | "ahead";
  bytes: number;
};

const migrationsFolder = join(import.meta.dirname, "..", "drizzle", "sqlite");
const undone = new Error("The probe is undone");

export function databaseState(): DatabaseState {
  return { dialect: "sqlite", queueLength: 0 };
}

export async function probeDatabase(): Promise<DatabaseProbe> {
  return { writable: await isWritable(), migrations: migrations(), bytes: bytes() };
}

async function isWritable(): Promise<boolean> {
  const row = { keyHash: "probe", failures: 0, windowEndsAt: environment.now() };
  try {
    await db.maintain(async (tx) => {
      await tx.insert(throttles).values(row);
      throw undone;
    });
    return false;
  } catch (error) {
    return error === undone;
  }
}

function migrations(): DatabaseProbe["migrations"] {
  const { reader } = connections();
  const known = readMigrationFiles({ migrationsFolder }).length;
  const row = reader
    .prepare<[], { n: number }>("select count(*) as n from __drizzle_migrations")
    .get();
  const recorded = row?.n ?? 0;
  if (recorded === known) return "current";
  return recorded < known ? "behind" : "ahead";
}

function bytes(): number {
  const { reader } = connections();
  const pages = reader.pragma("page_count", { simple: true });
  const pageSize = reader.pragma("page_size", { simple: true });
  return Number(pages) * Number(pageSize);
}
