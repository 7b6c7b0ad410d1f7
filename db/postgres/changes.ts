/**
 * Making a change on PostgreSQL. Changes of all processes are made one after the other, as on SQLite,
 * so that what a change has read still holds when it writes.
 */
import type pg from "pg";
import type { Queries } from "../sqlite/connection.ts";
import { connect, pause, type Hosts } from "./connection.ts";
import { isConnectionTrouble, isToBeginAgain } from "./trouble.ts";

/** The advisory lock of every change; the trigger of the audit log takes the same. */
export const changeLock = 1836345460;

type Change<T> = (tx: Queries) => Promise<T>;

/** How often a change is begun again before its trouble is reported. */
const mostTries = 5;

/**
 * Makes the change, again from the start where the connection was lost or two changes collided.
 * Where the connection is lost while committing, the server is asked whether it was committed: what
 * was made is never made twice, and what is reported as made is there.
 */
export async function makeChange<T>(hosts: Hosts, change: Change<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const client = await hosts.acquire();
    const attempt: Attempt = { transactionId: null, committing: false };
    try {
      const result = await attemptChange(client, change, attempt);
      client.release();
      return result;
    } catch (error) {
      await letGo(client, error);
      if (attempt.committing && isConnectionTrouble(error)) {
        if (await wasCommitted(hosts, attempt)) return attempt.result as T;
      } else if (!isConnectionTrouble(error) && !isToBeginAgain(error)) throw error;
      if (tries >= mostTries) throw error;
    }
  }
}

type Attempt = { transactionId: string | null; committing: boolean; result?: unknown };

async function attemptChange<T>(
  client: pg.PoolClient,
  change: Change<T>,
  attempt: Attempt,
): Promise<T> {
  attempt.transactionId = await begin(client);
  const result = await change(connect(client));
  attempt.result = result;
  attempt.committing = true;
  await client.query("commit");
  return result;
}

/** Waits for its turn; gives the number under which the server knows this transaction. */
async function begin(client: pg.PoolClient): Promise<string | null> {
  const answers = await client.query(
    `begin; select pg_advisory_xact_lock(${changeLock}); select pg_current_xact_id()::text as id`,
  );
  // Several statements at once give several answers.
  const last = (answers as unknown as pg.QueryResult<{ id: string }>[]).at(-1);
  return last?.rows[0]?.id ?? null;
}

async function letGo(client: pg.PoolClient, error: unknown): Promise<void> {
  if (isConnectionTrouble(error)) return client.release(true);
  await client.query("rollback").then(
    () => client.release(),
    () => client.release(true),
  );
}

/** Looked up on whichever server is the primary now. */
async function wasCommitted(hosts: Hosts, { transactionId }: Attempt): Promise<boolean> {
  for (;;) {
    const status = await statusOf(hosts, transactionId);
    if (status !== "in progress") return status === "committed";
    await pause();
  }
}

async function statusOf(hosts: Hosts, transactionId: string | null): Promise<string | null> {
  try {
    const { rows } = await hosts.query<{ status: string | null }>(
      "select pg_xact_status($1::text::xid8) as status",
      [transactionId],
    );
    return rows[0]?.status ?? null;
  } catch (error) {
    // The standby that took over never heard of the transaction.
    if (error instanceof Error && error.message.includes("is in the future")) return null;
    throw error;
  }
}
