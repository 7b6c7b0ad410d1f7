import { spawn, type ChildProcess } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./free-port.ts";
import {
  boundToThisProcess,
  childrenOf,
  postgresAccount,
  postgresPrograms,
  runProgram,
} from "./postgres-programs.ts";

type Settings = Record<string, string | number | boolean>;

export type PostgresOptions = {
  /** True keeps every promise of PostgreSQL; false is for suites that start from nothing anyway. */
  durable?: boolean;
  settings?: Settings;
  /** Where the data is to be kept: an empty folder, or what an earlier server left in it. */
  dataDirectory?: string;
};

export type PostgresServer = {
  port: number;
  /** The address for the application: an account that owns its databases and nothing more. */
  url: (database: string) => string;
  /** The address for whoever runs the server. */
  adminUrl: (database?: string) => string;
  createDatabase: (name: string) => Promise<string>;
  query: <Row extends pg.QueryResultRow>(text: string, database?: string) => Promise<Row[]>;
  /** Ends it cleanly and removes its files. */
  stop: () => Promise<void>;
  /** Ends it unprepared. Nobody waits until its files are gone: of hundreds of databases there are very many. */
  discard: () => Promise<void>;
  /** All of its processes at once, unprepared, as when the power is cut. */
  kill: () => Promise<void>;
  /** Starts it again on the same files and port, after a kill or while it runs. */
  restart: () => Promise<void>;
  startStandby: () => Promise<PostgresStandby>;
};

export type PostgresStandby = PostgresServer & { promote: () => Promise<void> };

const owner = "maatwerkplaats";
const admin = "postgres";
const standbyName = "standby";

const hasty: Settings = { fsync: false, full_page_writes: false, synchronous_commit: false };

/** A PostgreSQL of its own in a temporary folder, on a free port of this machine. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const place = newPlace(options.dataDirectory);
  if (!existsSync(join(place.data, "PG_VERSION"))) {
    const initdb = ["-D", place.data, "-U", admin, "--auth=trust", "--encoding=UTF8"];
    const sync = options.durable ? [] : ["--no-sync"];
    await runProgram("initdb", [...initdb, "--locale=C.UTF-8", ...sync], place.as);
  }
  const settings = { ...(options.durable ? {} : hasty), ...options.settings };
  const server = await started(place, settings);
  const known = await server.query(`select 1 from pg_roles where rolname = '${owner}'`);
  if (known.length === 0) await server.query(`create role ${owner} login createdb`);
  return server;
}

type Place = {
  folder: string;
  data: string;
  log: string;
  as: { cwd: string; uid?: number; gid?: number };
};

function newPlace(dataDirectory?: string): Place {
  const folder = mkdtempSync(join(tmpdir(), "maatwerkplaats-postgres-"));
  const data = dataDirectory ?? join(folder, "data");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const account = postgresAccount();
  if (account.uid !== undefined) {
    for (const path of [folder, data]) chownSync(path, account.uid, account.gid);
  }
  return { folder, data, log: join(folder, "log"), as: { ...account, cwd: folder } };
}

/** A server whose files are there, running. */
async function started(place: Place, settings: Settings): Promise<PostgresServer> {
  const port = await freePort();
  let running = await run(place, port, settings);
  const address = (user: string, database: string) =>
    `postgres://${user}@127.0.0.1:${port}/${database}`;
  const adminUrl = (database = "postgres") => address(admin, database);
  const query: PostgresServer["query"] = (text, database) => ask(adminUrl(database), text);

  /** Nothing of it stays behind, however this process ends. */
  const clear = () => {
    killAll(running);
    rmSync(place.folder, { recursive: true, force: true });
  };
  process.once("exit", clear);

  const server: PostgresServer = {
    port,
    url: (database) => address(owner, database),
    adminUrl,
    query,
    createDatabase: async (name) => {
      await query(`create database ${pg.escapeIdentifier(name)} owner ${owner}`);
      return address(owner, name);
    },
    stop: async () => {
      await end(running);
      process.off("exit", clear);
      rmSync(place.folder, { recursive: true, force: true });
    },
    discard: async () => {
      await server.kill();
      process.off("exit", clear);
      spawn("rm", ["-rf", place.folder], { detached: true, stdio: "ignore" }).unref();
    },
    kill: async () => {
      killAll(running);
      await ended(running);
    },
    restart: async () => {
      await end(running);
      running = await run(place, port, settings);
    },
    startStandby: () => startStandby(server, settings),
  };
  return server;
}

/** A copy that follows this server, which from now on waits for it at every change. */
async function startStandby(primary: PostgresServer, settings: Settings): Promise<PostgresStandby> {
  const place = newPlace();
  const source = `host=127.0.0.1 port=${primary.port} user=${admin} application_name=${standbyName}`;
  const slot = ["--create-slot", `--slot=${standbyName}`, "--wal-method=stream"];
  const fast = ["--checkpoint=fast", "--write-recovery-conf"];
  await runProgram("pg_basebackup", ["-D", place.data, "-d", source, ...slot, ...fast], place.as);
  // Otherwise it may look for a primary that is gone for five seconds before it takes over.
  const standby = await started(place, { ...settings, wal_retrieve_retry_interval: "500ms" });
  await primary.query(`alter system set synchronous_standby_names = '${standbyName}'`);
  await primary.query("select pg_reload_conf()");
  await until("the standby follows", async () => {
    const [row] = await primary.query(
      "select 1 from pg_stat_replication where sync_state = 'sync'",
    );
    return row !== undefined;
  });
  const promote = async () => {
    await standby.query("select pg_promote()");
  };
  return Object.assign(standby, { promote });
}

async function run(place: Place, port: number, settings: Settings): Promise<ChildProcess> {
  const all: Settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: place.folder,
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  const given = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const program = join(postgresPrograms(), "postgres");
  const log = openSync(place.log, "a");
  const [command, args] = boundToThisProcess([program, "-D", place.data, ...given], "QUIT");
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const server: ChildProcess = spawn(command, args, {
    ...place.as,
    env,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  try {
    await until("PostgreSQL answers", async () => {
      if (server.exitCode !== null) throw new Error(`PostgreSQL ended`);
      const url = `postgres://${admin}@127.0.0.1:${port}/postgres`;
      return ask(url, "select 1").then(
        () => true,
        () => false,
      );
    });
  } catch (error) {
    killAll(server);
    throw new Error(`${String(error)}:\n${readFileSync(place.log, "utf8").slice(-2000)}`);
  }
  return server;
}

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed while it answers: the query says so, the event need not.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Clean if it can be, as when a machine is shut down. */
async function end(server: ChildProcess): Promise<void> {
  if (isRunning(server)) server.kill("SIGINT");
  await Promise.race([ended(server), wait(20_000, undefined, { ref: false })]);
  killAll(server);
  await ended(server);
}

function killAll(server: ChildProcess): void {
  if (server.pid === undefined || !isRunning(server)) return;
  const all = [server.pid, ...childrenOf(server.pid)];
  for (const pid of all) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Gone by itself.
    }
  }
}

function isRunning(server: ChildProcess): boolean {
  return server.exitCode === null && server.signalCode === null;
}

function ended(server: ChildProcess): Promise<void> {
  if (!isRunning(server)) return Promise.resolve();
  return new Promise((resolve) => server.once("exit", () => resolve()));
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const most = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > most) throw new Error(`Waited for a minute until ${what}`);
    await wait(50);
  }
}
