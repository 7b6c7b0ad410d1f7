/** Writes tables of PostgreSQL anew, one after the other, so that none is locked longer than itself takes. */
import type pg from "pg";
import { setTimeout as pause } from "node:timers/promises";
import { connectForCommand } from "./command-connection.ts";

/** So that two processes do not do the same. */
const scrubLock = 7_340_266;
/** Whoever is waiting for a table makes all others wait behind it: rather try again. */
const lockTimeout = "2s";
const tries = 5;
const pauseMs = 1_000;

export async function scrubPostgres(url: string, tables: string[]): Promise<boolean> {
  const client = await connectForCommand(url);
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      "select pg_try_advisory_lock($1) as mine",
      [scrubLock],
    );
    if (rows[0]?.mine !== true) return false;
    await client.query(`set lock_timeout = '${lockTimeout}'`);
    // The catalogue keeps samples of what was in the columns, which analyzing replaces.
    for (const table of [...tables, "pg_catalog.pg_statistic"]) {
      const options = table.includes(".") ? "full" : "full, analyze";
      if (!(await vacuumed(client, `vacuum (${options}) ${table}`))) return false;
    }
    return true;
  } finally {
    await client.end();
  }
}

async function vacuumed(client: pg.Client, statement: string): Promise<boolean> {
  for (let tried = 0; tried < tries; tried += 1) {
    if (tried > 0) await pause(pauseMs);
    try {
      await client.query(statement);
      return true;
    } catch (error) {
      // Locked by others, or chosen to give way to them.
      if (!["55P03", "40P01"].includes(codeOf(error))) throw error;
    }
  }
  return false;
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}
