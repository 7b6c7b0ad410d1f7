import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

export type ServerProcess = {
  port: number;
  address: string;
  /** What it wrote so far, on both streams. */
  output: () => string;
  signal: (name: NodeJS.Signals) => void;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
};

type Start = { url: string; env?: Record<string, string>; nodeOptions?: string[] };

/** The built application as an operator starts it: a process of its own. */
export async function startProcess({ url, env, nodeOptions = [] }: Start): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [...nodeOptions, "app/server.ts"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      ORIGIN: "",
      DATABASE_URL: url,
      DOCUMENTS_DIR: mkdtempSync(join(tmpdir(), "maatwerkplaats-documents-")),
      LOG_LEVEL: "info",
      DEMO: "",
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal));
  });
  process.once("exit", () => child.kill("SIGKILL"));
  await listening(child, () => output);
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    output: () => output,
    signal: (name) => void child.kill(name),
    ended,
  };
}

function listening(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`The server did not start:\n${output()}`));
    child.once("exit", gone);
    child.stdout?.on("data", () => {
      if (!output().includes("Maatwerkplaats: http")) return;
      child.off("exit", gone);
      resolve();
    });
  });
}
