/**
 * Long computing about policy rules, in a thread of its own: the process goes on answering. Here because Node loads
 * this folder as it is, so that the file of the thread is found from the built application too.
 */
import { Worker } from "node:worker_threads";
import { clustersIn, type ClusterRows, type FoundCluster } from "../app/domain/clusters.ts";
import { smallestCover, type Cover } from "../app/domain/smallest-cover.ts";

/** What the thread can do, each with what it is given and what comes of it. */
export type RuleTask =
  { kind: "clusters"; rows: ClusterRows; support: number } | { kind: "cover"; sets: number[][] };

export type RuleMessage =
  { progress: number } | { result: FoundCluster[] } | { result: Cover } | { failed: string };

type Heard = {
  signal?: AbortSignal | undefined;
  progress?: ((part: number) => void) | undefined;
};

/** Clusters of decided situations, see `clustersIn`. The rows are handed over: they are no use here afterwards. */
export async function clustersInThread(
  task: { rows: ClusterRows; support: number },
  heard: Heard = {},
): Promise<FoundCluster[]> {
  const { facts, reason, levels, amounts } = task.rows;
  const handed = [facts, reason, levels, ...amounts.map(({ values }) => values)];
  const buffers = handed.map(({ buffer }) => buffer as ArrayBuffer);
  return (await inThread({ kind: "clusters", ...task }, heard, buffers)) as FoundCluster[];
}

/** The fewest numbers that hit every set, see `smallestCover`. */
export async function coverInThread(sets: number[][], heard: Heard = {}): Promise<Cover> {
  return (await inThread({ kind: "cover", sets }, heard)) as Cover;
}

/** The work itself. */
export function ruleWork(task: RuleTask, progress: (part: number) => void) {
  if (task.kind === "cover") return smallestCover(task.sets);
  return clustersIn(task.rows, { support: task.support, progress });
}

async function inThread(
  task: RuleTask,
  { signal, progress }: Heard,
  handed: ArrayBuffer[] = [],
): Promise<unknown> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL("./rule-worker.ts", import.meta.url), {
    workerData: task,
    transferList: handed,
  });
  const stop = () => void worker.terminate();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      worker.on("message", (message: RuleMessage) => {
        if ("progress" in message) progress?.(message.progress);
        else if ("failed" in message) reject(new Error(message.failed));
        else resolve(message.result);
      });
      worker.once("error", reject);
      worker.once("exit", () => reject(abortReason(signal)));
    });
  } finally {
    signal?.removeEventListener("abort", stop);
    stop();
  }
}

function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error("The thread ended before its work did");
}
