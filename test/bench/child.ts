import { fork, type ChildProcess, type ForkOptions } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Usage } from "./usage.ts";

/** A measured process: what it used so far, and its end. */
export type Child = {
  usage: (asked?: "usage" | "usage after collecting") => Promise<Usage>;
  stop: () => Promise<void>;
};

type Settings = Record<string, string>;

const startWithinMs = 120_000;
const stopWithinMs = 20_000;
const workWithinMs = 2 * 3_600_000;

/** Starts a script as `npm start` does and waits until it says it is ready. */
export async function startChild(script: URL, env: Settings, flags: string[] = []): Promise<Child> {
  const execArgv = [...flagsOfStart(), ...flags, ...profiling()];
  const child = run(script, env, { execArgv, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await answer(child, startWithinMs);
  return {
    usage: async (asked = "usage") => {
      child.send(asked);
      return (await answer(child, 10_000)) as Usage;
    },
    stop: () => ended(child),
  };
}

/**
 * Runs a script to its end and gives what it found out. A process of its own, because tables are
 * defined for the one engine that its DATABASE_URL names.
 */
export async function outcomeOf<T>(script: URL, env: Settings, args: string[] = []): Promise<T> {
  const child = run(script, env, { execArgv: [], stdio: ["ignore", 1, 2, "ipc"] }, args);
  const outcome = (await answer(child, workWithinMs)) as T;
  if (child.exitCode === null) await once(child, "exit");
  return outcome;
}

function run(script: URL, env: Settings, options: ForkOptions, args: string[] = []): ChildProcess {
  const child = fork(script, args, { ...options, env: { ...process.env, ...env } });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  return child;
}

/** What `npm start` gives Node, so that what is measured is what runs. */
export function flagsOfStart(): string[] {
  const file = join(import.meta.dirname, "../../package.json");
  const { scripts } = JSON.parse(readFileSync(file, "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
}

function profiling(): string[] {
  const folder = process.env.BENCH_CPU_PROFILE;
  return folder ? ["--cpu-prof", `--cpu-prof-dir=${folder}`] : [];
}

function answer(child: ChildProcess, withinMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("A measured process is silent")), withinMs);
    const over = (code: number | null) => {
      clearTimeout(late);
      reject(new Error(`A measured process ended (${code ?? "by signal"})`));
    };
    child.once("exit", over);
    child.once("message", (message) => {
      clearTimeout(late);
      child.off("exit", over);
      resolve(message);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const force = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.send("stop");
  });
}
