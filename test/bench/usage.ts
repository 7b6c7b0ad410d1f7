/** How a measured process tells what it used: CPU and memory, over the channel to its parent. */

export type Usage = {
  /** CPU of the process so far, user and system, in milliseconds. */
  cpuMs: number;
  /** Resident memory now and at its highest, in megabytes. */
  rssMb: number;
  highestRssMb: number;
};

/** Answers each message with the usage so far, until the message `stop`. */
export function answerUsage(stop: () => Promise<void>): void {
  process.on("message", (message) => {
    if (message === "stop") void stop().then(() => process.exit(0));
    else process.send?.(currentUsage());
  });
  process.on("disconnect", () => process.exit(0));
}

function currentUsage(): Usage {
  const { user, system } = process.cpuUsage();
  return {
    cpuMs: (user + system) / 1000,
    rssMb: process.memoryUsage.rss() / 1_048_576,
    highestRssMb: process.resourceUsage().maxRSS / 1024,
  };
}
