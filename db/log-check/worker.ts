/** A thread in which part of the log is looked through. */
import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "../database.ts";
import { doTask, type Task, type ThreadMessage } from "./check.ts";

const { url, keysDir } = workerData as { url: string; keysDir: string };
const opened = openDatabase(url, { keysDir });
const tell = (message: ThreadMessage) => parentPort?.postMessage(message);

parentPort?.on("message", (task: Task) => {
  void (async () => {
    await opened;
    tell({ result: await doTask(task, (done) => tell({ done })) });
  })();
});
