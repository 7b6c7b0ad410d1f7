/** The thread in which a file is written anew. */
import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";

const client = new Sqlite(workerData as string, { timeout: 5_000 });
let done = false;
try {
  client.pragma("secure_delete = ON");
  // The samples of the planner hold keys of indexes, such as words of the search index.
  client.exec("analyze");
  client.exec("vacuum");
  const [log] = client.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
  done = log?.busy === 0;
} catch (error) {
  if (!/^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown }).code))) throw error;
} finally {
  client.close();
}
parentPort?.postMessage(done);
