import { fork, type ChildProcess } from "node:child_process";
import type { Usage } from "./usage.ts";

/** A measured process: what it used so far, and its end. */
export type Child = { usage: () => Promise<Usage>; stop: () => Promise<void> };

const startWithinMs = 120_000;
const stopWithinMs = 20_000;

/** Starts a script of this folder and waits until it says it is ready. */
export async function startChild(script: string, env: Record<string, string>): Promise<Child> {
  const child = fork(new URL(script, import.meta.url), {
    env: { ...process.env, ...env },
    // Only what goes wrong may be seen between the measurements.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    // As `npm start` runs it: room for short-lived objects that fits a small server.
    execArgv: ["--max-semi-space-size=16", ...profiling()],
  });
  await answer(child, startWithinMs);
  return {
    usage: async () => {
      child.send("usage");
      return (await answer(child, 10_000)) as Usage;
    },
    stop: () => ended(child),
  };
}

function profiling(): string[] {
  const folder = process.env.BENCH_CPU_PROFILE;
  return folder ? ["--cpu-prof", `--cpu-prof-dir=${folder}`] : [];
}

function answer(child: ChildProcess, withinMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("A measured process is silent")), withinMs);
    const over = (code: number | null) =>
      reject(new Error(`A measured process ended (${code ?? "by signal"})`));
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
    const force = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.send("stop");
  });
}
