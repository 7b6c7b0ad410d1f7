/** Calling pg_dump and pg_restore. */
import { execFile, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import type pg from "pg";

const run = promisify(execFile);
/** Where Debian keeps a folder for every version. */
const debian = "/usr/lib/postgresql";

/** The path of a program that can work with the server of this connection. */
export async function programFor(client: pg.Client, name: string): Promise<string> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int / 10000 as version",
  );
  const server = rows[0]?.version ?? 0;
  const found = placesOf(name);
  for (const path of found) if ((await versionOf(path)) >= server) return path;
  const trouble = found.length === 0 ? "is not on this machine" : "is older than the server";
  throw new Error(
    `${name} ${trouble}. Install the client programs of PostgreSQL ${server} or newer, such as: apt-get install postgresql-client-${server}`,
  );
}

function placesOf(name: string): string[] {
  const versions = existsSync(debian) ? readdirSync(debian).map(Number) : [];
  return [
    ...(process.env.PATH ?? "").split(delimiter),
    ...versions.sort((a, b) => b - a).map((version) => join(debian, String(version), "bin")),
  ]
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path));
}

async function versionOf(path: string): Promise<number> {
  const { stdout } = await run(path, ["--version"]).catch(() => ({ stdout: "" }));
  return Number(/(\d+)/.exec(stdout)?.[1] ?? 0);
}

/** How a program reaches the database. Passwords go by the environment: everybody sees arguments. */
export function reaching(url: string): { address: string; env: NodeJS.ProcessEnv } {
  const parts = /^(\w+:\/\/)(?:([^:@/?#]*)(?::([^@/?#]*))?@)?([^?]*)(?:\?(.*))?$/.exec(url);
  const [, scheme = "postgres://", user, password, rest = "", query] = parts ?? [];
  const parameters = new URLSearchParams(query);
  const secret = parameters.get("password") ?? (password && decodeURIComponent(password));
  parameters.delete("password");
  const wanted = parameters.size > 0 ? `?${parameters.toString()}` : "";
  return {
    address: `${scheme}${user === undefined ? "" : `${user}@`}${rest}${wanted}`,
    env: { ...process.env, ...(secret ? { PGPASSWORD: secret } : {}) },
  };
}

type Call = { args: string[]; env?: NodeJS.ProcessEnv; onLine?: (line: string) => void };

/** Runs a program to its end, giving each line it writes. Throws what it complained of. */
export async function call(program: string, { args, env, onLine }: Call): Promise<void> {
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let complaint = "";
  child.stderr.on(
    "data",
    (text: Buffer) => (complaint = (complaint + text.toString()).slice(-4000)),
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const lines = createInterface({ input: child.stdout, crlfDelay: Infinity });
  lines.on("line", (line) => onLine?.(line));
  const code = await ended;
  if (code !== 0) throw new Error(`${program} failed (${code}):\n${complaint.trim()}`);
}
