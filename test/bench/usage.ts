/** How a measured process tells what it used: CPU and memory, over the channel to its parent. */

export type Usage = {
  /** CPU of the process so far, user and system, in milliseconds. */
  cpuMs: number;
  /** Resident memory now and at its highest, in megabytes. */
  rssMb: number;
  highestRssMb: number;
  /** JavaScript objects in use, and the memory outside of the heap that hangs on them. */
  heapMb: number;
  externalMb: number;
  /** The objects that are left after collecting garbage; null without `--expose-gc`. */
  collectedHeapMb: number | null;
};

const megabyte = 1_048_576;

/** Answers each message with the usage so far, until the message `stop`. */
export function answerUsage(stop: () => Promise<void>): void {
  process.on("message", (message) => {
    if (message === "stop") void stop().then(() => process.exit(0));
    else process.send?.(currentUsage(message === "usage after collecting"));
  });
  process.on("disconnect", () => process.exit(0));
}

function currentUsage(collecting: boolean): Usage {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  return {
    cpuMs: (user + system) / 1000,
    rssMb: rss / megabyte,
    highestRssMb: process.resourceUsage().maxRSS / 1024,
    heapMb: heapUsed / megabyte,
    externalMb: external / megabyte,
    collectedHeapMb: collecting ? collected() : null,
  };
}

function collected(): number | null {
  if (!globalThis.gc) return null;
  void globalThis.gc();
  return process.memoryUsage().heapUsed / megabyte;
}
