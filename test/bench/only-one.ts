import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { resultsFolder } from "./database.ts";

const file = join(resultsFolder, "running");

/** Two at once would measure each other, and share the databases that are kept. */
export function assertOnlyOne(): void {
  mkdirSync(resultsFolder, { recursive: true });
  const other = runningNow();
  if (other !== null) {
    throw new Error(`Another measurement is running, as process ${other}: wait for it`);
  }
  writeFileSync(file, String(process.pid));
  process.once("exit", () => rmSync(file, { force: true }));
  // So that every way of ending runs what is to be done at the end.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => process.exit(130));
  }
}

function runningNow(): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    process.kill(pid, 0);
    return pid === process.pid ? null : pid;
  } catch {
    return null;
  }
}
