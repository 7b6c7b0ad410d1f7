import { log } from "./log.server.ts";

export type Repeating = {
  /** Does the work now; when it is being done, once more after that. */
  now: () => void;
  /** Ends it, after the work under way. */
  stop: () => Promise<void>;
};

/** Work of the server process itself, done every so often and never twice at a time. */
export function repeating(everyMs: number, work: () => Promise<unknown>): Repeating {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const now = () => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = work()
      .then(
        () => undefined,
        (error: unknown) => log().warn({ err: error }, "work in the background failed"),
      )
      .finally(() => {
        running = undefined;
        if (again) {
          again = false;
          now();
        }
      });
  };
  const timer = setInterval(now, everyMs);
  timer.unref();
  const stop = async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
  return { now, stop };
}
