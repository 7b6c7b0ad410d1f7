/**
 * Making a change on PostgreSQL. Changes of all processes are made one after the other, as on SQLite,
 * so that what a change has read still holds when it writes.
 */
import type pg from "pg";
import type { Queries } from "../sqlite/connection.ts";
import { connect, pause, type Hosts } from "./connection.ts";
import { beginNoting } from "./touched-rows.ts";
import { isConnectionTrouble, isToBeginAgain } from "./trouble.ts";

/** The advisory lock of every change; the trigger of the audit log takes the same. */
export const changeLock = 1836345460;

type Change<T> = (tx: Queries) => Promise<T>;

/** How often a change is begun again before its trouble is reported. */
const mostTries = 5;

/**
 * Makes the change, again from the start where the connection was lost or two changes collided.
 * Where the connection is lost while committing, the server is asked whether it was committed: what
 * was made is never made twice, and what is reported as made is there. Where that cannot be known,
 * the lost connection is reported: whoever asked can look, or send the form again.
 */
export async function makeChange<T>(hosts: Hosts, change: Change<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const client = await hosts.acquire();
    const attempt: Attempt = { mark: null, committing: false };
    try {
      const result = await attemptChange(client, change, attempt);
      client.release();
      return result;
    } catch (error) {
      await letGo(client, error);
      if (attempt.committing && isConnectionTrouble(error)) {
        const fate = await fateOf(hosts, attempt.mark);
        if (fate === "committed") return attempt.result as T;
        if (fate === "unknown") throw error;
      } else if (!isConnectionTrouble(error) && !isToBeginAgain(error)) throw error;
      if (tries >= mostTries) throw error;
    }
  }
}

/** By what the server knows a transaction: its number, in one life of the cluster. */
type Mark = { id: string; timeline: string };
type Attempt = { mark: Mark | null; committing: boolean; result?: unknown };

async function attemptChange<T>(
  client: pg.PoolClient,
  change: Change<T>,
  attempt: Attempt,
): Promise<T> {
  attempt.mark = await begin(client);
  const result = await change(queriesOn(client));
  attempt.result = result;
  attempt.committing = true;
  await client.query("commit");
  return result;
}

const known = new WeakMap<pg.PoolClient, Queries>();

/** The same object each time: statements that are built once are kept with it. */
function queriesOn(client: pg.PoolClient): Queries {
  const queries = known.get(client) ?? connect(client);
  known.set(client, queries);
  return queries;
}

const timeline = "left(pg_walfile_name(pg_current_wal_insert_lsn()), 8) as timeline";

/** Waits for its turn; gives the mark of this transaction. */
async function begin(client: pg.PoolClient): Promise<Mark | null> {
  const lock = `select pg_advisory_xact_lock(${changeLock})`;
  const mark = `select pg_current_xact_id()::text as id, ${timeline}`;
  await beginNoting(client);
  const answers = await client.query(`begin; ${lock}; ${mark}`);
  // Several statements at once give several answers.
  const last = (answers as unknown as pg.QueryResult<Mark>[]).at(-1);
  return last?.rows[0] ?? null;
}

async function letGo(client: pg.PoolClient, error: unknown): Promise<void> {
  if (isConnectionTrouble(error)) return client.release(true);
  await client.query("rollback").then(
    () => client.release(),
    () => client.release(true),
  );
}

/**
 * Looked up on whichever server is the primary now. A standby that took over begins a new timeline,
 * and may use the number of a transaction that it never heard of again, for another one.
 */
async function fateOf(
  hosts: Hosts,
  mark: Mark | null,
): Promise<"committed" | "not committed" | "unknown"> {
  for (;;) {
    const found = await statusOf(hosts, mark);
    const isSameLife = found.timeline === mark?.timeline;
    if (found.status === "committed") return isSameLife ? "committed" : "unknown";
    if (found.status !== "in progress" || !isSameLife) return "not committed";
    await pause();
  }
}

async function statusOf(
  hosts: Hosts,
  mark: Mark | null,
): Promise<{ status: string | null; timeline: string | null }> {
  const nothing = { status: null, timeline: null };
  try {
    const { rows } = await hosts.query<{ status: string | null; timeline: string }>(
      `select pg_xact_status($1::text::xid8) as status, ${timeline}`,
      [mark?.id ?? null],
    );
    return rows[0] ?? nothing;
  } catch (error) {
    // The standby that took over never heard of the transaction.
    if (error instanceof Error && error.message.includes("is in the future")) return nothing;
    throw error;
  }
}
