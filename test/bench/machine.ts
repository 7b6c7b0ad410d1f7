import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { flagsOfStart } from "./child.ts";

const root = join(import.meta.dirname, "../..");

export function buildIfNeeded(): void {
  if (existsSync(join(root, "build/server/index.js"))) return;
  process.stdout.write("Building the application first\n");
  execFileSync("npm", ["run", "build"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

/** What every figure depends on. */
export function machineWords(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1_073_741_824);
  const node = ["Node", process.versions.node, ...flagsOfStart()].join(" ");
  return `${first?.model ?? "Unknown processor"}, ${cpus().length} cores, ${memory} GB, ${node}`;
}
