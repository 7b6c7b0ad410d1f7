/** Writes an SQLite file anew, in a thread of its own: the process goes on reading. */
import { Worker } from "node:worker_threads";
import { databaseFile } from "./connection.ts";

export function scrubSqlite(url: string): Promise<boolean> {
  const worker = new Worker(new URL("./scrub-worker.ts", import.meta.url), {
    workerData: databaseFile(url),
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
