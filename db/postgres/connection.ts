/**
 * Connections to PostgreSQL: a pool per host, of which the first that answers (and takes changes) is
 * used, until it fails. So a move to a standby is survived without a restart.
 */
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Queries } from "../sqlite/connection.ts";
import { isConnectionTrouble } from "./trouble.ts";
import { parseAddresses } from "./addresses.ts";

export type Hosts = {
  /** A connection of its own; give it back with `release`. */
  acquire: () => Promise<pg.PoolClient>;
  /** A query on what is committed, asked again where the connection fell away. */
  query: pg.Pool["query"];
  close: () => Promise<void>;
};

export type HostOptions = {
  /** At most so many connections of this process. */
  most: number;
  /** How long to look for a server that answers. */
  patienceMs: number;
};

const pauseMs = 100;
/** Once no server was found, nobody waits this long again until one is. */
const patienceWhenAwayMs = 500;
const connectWithinMs = 2_000;

// Whole numbers and sums come as text otherwise; all of ours are exact as numbers. JSON stays text
// for the column to read, so that a value that is itself a string is told from text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.JSON, (text) => text);

/** The parameters of every connection the application makes. */
const limits = {
  connectionTimeoutMillis: connectWithinMs,
  keepAlive: true,
  statement_timeout: 20_000,
  lock_timeout: 10_000,
  // A process that stands still in the middle of a change must not hold up all others for ever.
  idle_in_transaction_session_timeout: 30_000,
  // A host that fell silent answers nothing at all, also not that the time is over.
  query_timeout: 25_000,
  // A process that is gone does not keep a lock until its statement has come to an end.
  options: "-c client_connection_check_interval=1000",
  application_name: "maatwerkplaats",
};

export function openHosts(url: string, { most, patienceMs }: HostOptions): Hosts {
  const { hosts, writable } = parseAddresses(url);
  const pools = hosts.map((connectionString) => openPool(connectionString, { most, writable }));
  const acquire = fromFirstThatAnswers(pools, patienceMs);
  return {
    acquire,
    query: askedAgain(acquire, patienceMs),
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}

function fromFirstThatAnswers(pools: pg.Pool[], patienceMs: number): Hosts["acquire"] {
  let place = 0;
  let away = false;
  return async () => {
    const until = performance.now() + (away ? patienceWhenAwayMs : patienceMs);
    let tried = 0;
    for (;;) {
      const used = place;
      try {
        const client = await poolAt(pools, used).connect();
        away = false;
        return client;
      } catch (error) {
        if (!isConnectionTrouble(error)) throw error;
        away = performance.now() > until;
        if (away) throw error;
        // Somebody else may have moved on already.
        if (place === used) place = (used + 1) % pools.length;
        tried += 1;
        if (tried % pools.length === 0) await pause();
      }
    }
  };
}

function poolAt(pools: pg.Pool[], place: number): pg.Pool {
  const pool = pools[place];
  if (!pool) throw new Error("The address names no host");
  return pool;
}

function askedAgain(acquire: Hosts["acquire"], patienceMs: number): Hosts["query"] {
  const query = async (...given: unknown[]): Promise<unknown> => {
    const until = performance.now() + patienceMs;
    for (;;) {
      const client = await acquire();
      try {
        const result = await (client.query as (...values: unknown[]) => Promise<unknown>)(...given);
        client.release();
        return result;
      } catch (error) {
        const lost = isConnectionTrouble(error);
        client.release(lost);
        if (!lost || performance.now() > until) throw error;
      }
    }
  };
  return query as Hosts["query"];
}

function openPool(connectionString: string, wanted: { most: number; writable: boolean }): pg.Pool {
  const pool = new pg.Pool({
    ...limits,
    connectionString,
    max: wanted.most,
    ...(wanted.writable ? { verify: mustTakeChanges } : {}),
  });
  // A connection at rest that is cut off: the pool has let go of it already. One in use: its query
  // fails. Without a listener either would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

function mustTakeChanges(client: pg.PoolClient, done: (error?: Error) => void): void {
  client.query("show transaction_read_only").then(
    ({ rows }) => {
      const [row] = rows as { transaction_read_only: string }[];
      const standby = row?.transaction_read_only === "on";
      done(
        standby
          ? Object.assign(new Error("This server is a standby"), { code: "25006" })
          : undefined,
      );
    },
    (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
  );
}

export function pause(ms = pauseMs): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The query builder on one connection, or on whatever connection is free. */
export function connect(client: { query: pg.Pool["query"] }): Queries {
  // Typed as SQLite's: see db/columns.ts.
  return drizzle(client as pg.Pool, { casing: "snake_case" }) as unknown as Queries;
}
