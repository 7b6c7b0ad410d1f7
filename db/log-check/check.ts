/** Looking through the whole log and everything it vouches for; large ones in threads of their own. */
import { Worker } from "node:worker_threads";
import { count, max, sql } from "drizzle-orm";
import { currentEngine, db } from "../database.ts";
import { keysFolder } from "../keys.ts";
import { tileWidth } from "../../app/domain/log-tiles.ts";
import { auditEvents } from "../schema.ts";
import { addAll, collectFindings, type Findings } from "./findings.ts";
import { checkLeaves, type LeafRange, type RangeChecked } from "./leaf-range.ts";
import { checkSeals, sealPasses, type Pass, type SealsChecked } from "./seals.ts";
import { checkTiles, rootsAt } from "./tree.ts";

export type LogChecked = {
  findings: Findings;
  size: number;
  /** The root at each size that was asked, as the events make it now. */
  roots: Map<number, Buffer>;
  opened: number;
  destroyed: number;
  rows: number;
};

export type LogCheck = {
  /** Sizes of which the root is asked, next to that of the log itself. */
  sizes: number[];
  /** 0 up to 1. */
  onProgress?: (part: number) => void;
};

/** What a thread is asked, and answers. */
export type Task = { kind: "leaves"; range: LeafRange } | { kind: "seals"; pass: Pass };
export type TaskResult =
  { kind: "leaves"; checked: RangeChecked } | { kind: "seals"; checked: SealsChecked };

/** Below this it is done sooner than threads are started. */
const worthThreads = 20_000;
const threads = 2;
const sealsShare = 0.4;

export async function checkLog({
  sizes,
  onProgress = () => undefined,
}: LogCheck): Promise<LogChecked> {
  const findings = collectFindings();
  const size = await sizeOf(findings);
  const wanted = [...new Set([...sizes, size])].filter((one) => one > 0 && one <= size);
  const atOnce = size < worthThreads ? 1 : threads;
  let [events, sealed] = [0, 0];
  const tell = () =>
    onProgress((1 - sealsShare) * (events / Math.max(size, 1)) + sealsShare * sealed);
  const onDone = (task: Task, done: number) => {
    if (task.kind === "leaves") events += done;
    else sealed += done;
    tell();
  };
  const tasks: Task[] = [
    ...rangesOf(size, wanted, atOnce).map((range) => ({ kind: "leaves" as const, range })),
    ...(await sealPasses(atOnce)).map((pass) => ({ kind: "seals" as const, pass })),
  ];
  const results = await (atOnce === 1 ? doHere(tasks, onDone) : doInThreads(tasks, onDone));
  const leaves = results.flatMap((one) => (one.kind === "leaves" ? [one.checked] : []));
  const seals = results.flatMap((one) => (one.kind === "seals" ? [one.checked] : []));
  for (const checked of [...leaves, ...seals]) addAll(findings, checked);
  const roots = Buffer.concat(leaves.map((one) => one.roots));
  await checkTiles(roots, findings);
  const partRoots = new Map(leaves.flatMap((one) => [...one.partRoots]));
  const sum = (pick: (one: RangeChecked) => number) =>
    leaves.reduce((all, one) => all + pick(one), 0);
  return {
    findings,
    size,
    roots: rootsAt(wanted, roots, partRoots),
    opened: sum((one) => one.opened),
    destroyed: sum((one) => one.destroyed),
    rows: seals.reduce((all, one) => all + one.rows, 0),
  };
}

/** How many events there are, without those far past the end, which are named. */
async function sizeOf(findings: Findings): Promise<number> {
  const [row] = await db.read
    .select({ highest: max(auditEvents.sequence), events: count().mapWith(Number) })
    .from(auditEvents);
  const { highest, events } = { highest: Number(row?.highest ?? 0), events: row?.events ?? 0 };
  const far = 2 * events + 1_000;
  const beyond = await db.read
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .where(sql`${auditEvents.sequence} > ${far} or ${auditEvents.sequence} < 1`)
    .orderBy(auditEvents.sequence);
  for (const { sequence } of beyond) findings.add({ code: "event_stray", event: sequence });
  if (highest <= far) return highest;
  const [within] = await db.read
    .select({ highest: max(auditEvents.sequence) })
    .from(auditEvents)
    .where(sql`${auditEvents.sequence} <= ${far}`);
  return Number(within?.highest ?? 0);
}

function rangesOf(size: number, sizes: number[], parts: number): LeafRange[] {
  const tiles = Math.ceil(size / tileWidth);
  if (tiles === 0) return [];
  const each = Math.ceil(tiles / parts);
  const ranges: LeafRange[] = [];
  for (let firstTile = 0; firstTile < tiles; firstTile += each) {
    const lastTile = Math.min(firstTile + each, tiles) - 1;
    const inRange = sizes.filter((one) => {
      const tile = Math.ceil(one / tileWidth) - 1;
      return tile >= firstTile && tile <= lastTile;
    });
    ranges.push({ firstTile, lastTile, size, sizes: inRange });
  }
  return ranges;
}

type OnDone = (task: Task, done: number) => void;

export async function doTask(task: Task, onDone: (done: number) => void): Promise<TaskResult> {
  if (task.kind === "seals") return { kind: "seals", checked: await checkSeals(task.pass, onDone) };
  return { kind: "leaves", checked: await checkLeaves(task.range, onDone) };
}

async function doHere(tasks: Task[], onDone: OnDone): Promise<TaskResult[]> {
  const results: TaskResult[] = [];
  for (const task of tasks) results.push(await doTask(task, (done) => onDone(task, done)));
  return results;
}

/** Each thread takes the next task until there are none. */
async function doInThreads(tasks: Task[], onDone: OnDone): Promise<TaskResult[]> {
  const waiting = [...tasks];
  const results: TaskResult[] = [];
  const workers = Array.from(
    { length: threads },
    () =>
      new Worker(new URL("./worker.ts", import.meta.url), {
        workerData: { url: currentEngine().url, keysDir: keysFolder() },
      }),
  );
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let task = waiting.shift(); task; task = waiting.shift()) {
          results.push(await doInThread(worker, task, onDone));
        }
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  // In the order of the log: roots are put behind each other.
  return results.sort((a, b) => firstOf(a, tasks) - firstOf(b, tasks));
}

function firstOf(result: TaskResult, tasks: Task[]): number {
  return result.kind === "seals" ? tasks.length : result.checked.firstTile;
}

export type ThreadMessage = { done: number } | { result: TaskResult };

function doInThread(worker: Worker, task: Task, onDone: OnDone): Promise<TaskResult> {
  return new Promise((resolve, reject) => {
    const heard = (message: ThreadMessage) => {
      if ("done" in message) return onDone(task, message.done);
      worker.off("message", heard);
      worker.off("error", reject);
      resolve(withBuffers(message.result));
    };
    worker.on("message", heard);
    worker.once("error", reject);
    worker.postMessage(task);
  });
}

/** Bytes that come from another thread are no Buffer any more. */
function withBuffers(result: TaskResult): TaskResult {
  if (result.kind === "seals") return result;
  const { roots, partRoots } = result.checked;
  const parts = [...partRoots].map(([size, root]): [number, Buffer] => [size, Buffer.from(root)]);
  const checked = { ...result.checked, roots: Buffer.from(roots), partRoots: new Map(parts) };
  return { kind: "leaves", checked };
}
