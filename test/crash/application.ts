import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { boundToThisProcess } from "../support/postgres-programs.ts";

/** The application as an operator starts it: a process of its own, which can be killed. */
export type Application = {
  pid: number;
  origin: string;
  /** Answers requests; rejects when it ended before it did. */
  ready: Promise<void>;
  kill: () => Promise<void>;
  /** Asks it to stop, and waits until it has. */
  stop: () => Promise<void>;
  isRunning: () => boolean;
  /** What it wrote to standard error. */
  complaints: () => string;
};

export type Place = { port: number; databaseUrl: string; documentsDir: string };

export function startApplication(place: Place): Application {
  const origin = `http://127.0.0.1:${place.port}`;
  const [command, args] = boundToThisProcess([process.execPath, "app/server.ts"], "KILL");
  const child = spawn(command, args, {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(place.port),
      ORIGIN: origin,
      DATABASE_URL: place.databaseUrl,
      DOCUMENTS_DIR: place.documentsDir,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaints = "";
  child.stderr.on("data", (text: Buffer) => (complaints += text.toString()));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on("line", (line) => {
      if (line.includes(origin)) resolve();
      else complaints += `${line}\n`;
    });
    void ended.then(() => reject(new Error(`The application ended: ${complaints}`)));
  });
  // Killed while it starts: nobody may be waiting for it.
  ready.catch(() => undefined);
  const end = (signal: "SIGKILL" | "SIGTERM") => {
    child.kill(signal);
    return ended;
  };
  return {
    pid: child.pid ?? 0,
    origin,
    ready,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    isRunning: () => child.exitCode === null && child.signalCode === null,
    complaints: () => complaints,
  };
}
