import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { Busy } from "./busy-writer.ts";
import { endOf, environmentOf, type Place } from "./mw.ts";

/** Starts changing a database 500 times a second; gives a way to stop, and what happened. */
export async function startBusy(place: Place): Promise<() => Promise<Busy>> {
  const script = resolve("test/cli/busy-writer.ts");
  const child = spawn(process.execPath, [script], {
    env: environmentOf(place),
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  await once(child.stdout, "data");
  return async () => {
    child.kill("SIGTERM");
    await endOf(child);
    return JSON.parse(said) as Busy;
  };
}

/** The longest a change or a read took between two moments. */
export function longest({ taken }: Busy, from: number, until: number): number {
  const within = taken.filter(([at]) => at >= from && at <= until);
  return Math.max(0, ...within.map(([, write, read]) => Math.max(write, read)));
}
