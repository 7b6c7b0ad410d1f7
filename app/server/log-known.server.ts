/** How much of the log may be known to exist: its length would tell how a scoring under way goes. */
import { eq } from "drizzle-orm";
import { auditEvents, db } from "#db";
import { blindSince } from "./log-search.server.ts";
import { logSize } from "./log-tree.server.ts";

/** The number of events before scoring began of the oldest round that is not revealed; all when there is none. */
export async function knownSize(): Promise<number> {
  const [since, size] = await Promise.all([blindSince(), logSize()]);
  return since === null ? size : await eventsBefore(since, size);
}

/** Time never goes back in the log, so that the place can be found by halving. */
async function eventsBefore(moment: number, size: number): Promise<number> {
  let [before, after] = [0, size + 1];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if ((await timeOf(middle)) < moment) before = middle;
    else after = middle;
  }
  return before;
}

async function timeOf(sequence: number): Promise<number> {
  const [event] = await db.read
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(eq(auditEvents.sequence, sequence));
  return event?.at ?? Infinity;
}
