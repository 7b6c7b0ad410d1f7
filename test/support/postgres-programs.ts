import { execFile, execFileSync, type SpawnOptions } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const debian = "/usr/lib/postgresql";
const oldest = 15;

/** The folder with the programs of the newest PostgreSQL on this machine. */
export function postgresPrograms(): string {
  const versions = existsSync(debian) ? readdirSync(debian).map(Number) : [];
  const found = [
    ...versions.sort((a, b) => b - a).map((version) => join(debian, String(version), "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ].find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres")));
  const version = found && versionOf(found);
  if (!found || !version || version < oldest) {
    throw new Error(
      `PostgreSQL ${oldest} or newer is not on this machine. Install it: apt-get install postgresql`,
    );
  }
  return found;
}

function versionOf(folder: string): number {
  const said = execFileSync(join(folder, "postgres"), ["--version"], { encoding: "utf8" });
  return Number(/\d+/.exec(said)?.[0] ?? 0);
}

export type Account = { uid: number; gid: number } | Record<string, never>;

/** PostgreSQL refuses to be run by root; its own account, or nobody, then does. */
export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  const line = ["postgres:", "nobody:"]
    .map((start) => accounts.find((account) => account.startsWith(start)))
    .find((account) => account !== undefined);
  const [, , uid, gid] = line?.split(":").map(Number) ?? [];
  if (uid === undefined || gid === undefined) throw new Error("No account to run PostgreSQL by");
  return { uid, gid };
}

const run = promisify(execFile);

/** Runs one of the programs to its end. */
export async function runProgram(
  name: string,
  args: string[],
  options: SpawnOptions & { cwd: string },
): Promise<void> {
  const { cwd, uid, gid } = options;
  await run(join(postgresPrograms(), name), args, {
    cwd,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" },
  });
}

/** Linux ends the program when this process dies in whatever way; elsewhere only a clean end does. */
export function boundToThisProcess(
  [program, ...args]: [string, ...string[]],
  signal: "QUIT" | "KILL",
): [string, string[]] {
  if (process.platform !== "linux") return [program, args];
  return ["setpriv", ["--pdeathsig", signal, program, ...args]];
}

/** The processes that this one started, read from /proc. */
export function childrenOf(parent: number): number[] {
  if (!existsSync("/proc")) return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && parentOf(pid) === parent);
}

function parentOf(pid: number): number | undefined {
  try {
    // The name, in brackets, may hold anything.
    const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1);
    return Number(after?.split(" ")[1]);
  } catch {
    return undefined;
  }
}
