/** What it costs a server to keep many event streams open. */
import type { Child } from "./child.ts";
import { openBrowser, type BrowserPlace } from "./live-browsers.ts";

export type StreamMemory = {
  streams: number;
  /** Resident memory before, and at its highest while all were open, in megabytes. */
  beforeMb: number;
  highestMb: number;
  /** Of JavaScript objects, after collecting garbage. */
  heapMb: number;
  /** CPU per stream and minute for keeping it open. */
  cpuMsPerMinute: number;
};

const atOnce = 25;
/** More than two heartbeats of the server. */
const watchedSeconds = 35;

export async function measureStreams(child: Child, places: BrowserPlace[]): Promise<StreamMemory> {
  // So that the code for it is loaded and compiled before.
  await hold(places.slice(0, atOnce), () => rest(1000));
  const { collectedHeapMb } = await child.usage("usage after collecting");
  const before = await child.usage();
  return hold(places, async () => {
    const opened = await child.usage();
    let highestMb = opened.rssMb;
    for (let second = 0; second < watchedSeconds; second += 1) {
      await rest(1000);
      highestMb = Math.max(highestMb, (await child.usage()).rssMb);
    }
    const after = await child.usage("usage after collecting");
    const heapMb = (after.collectedHeapMb ?? 0) - (collectedHeapMb ?? 0);
    const cpuMs = (after.cpuMs - opened.cpuMs) / places.length;
    return {
      streams: places.length,
      beforeMb: before.rssMb,
      highestMb,
      heapMb,
      cpuMsPerMinute: (cpuMs * 60) / watchedSeconds,
    };
  });
}

/** Opens the streams, some at a time, and closes them when the work is done. */
async function hold<T>(places: BrowserPlace[], work: () => Promise<T>): Promise<T> {
  const open = [];
  for (let from = 0; from < places.length; from += atOnce) {
    open.push(...(await Promise.all(places.slice(from, from + atOnce).map(openBrowser))));
  }
  const result = await work();
  for (const browser of open) browser.close();
  return result;
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
