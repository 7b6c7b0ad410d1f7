const hourInMs = 3_600_000;

/** Nobody is reminded of the same case more than once in this time. */
export const reminderPauseMs = 12 * hourInMs;

/** How long before a deadline the product reminds by itself. */
const marksMs = [48 * hourInMs, 12 * hourInMs];

/** Whether a person may be reminded by hand. Moments in UTC milliseconds; `lastAt` null: never reminded. */
export function mayRemind({ lastAt, now }: { lastAt: number | null; now: number }): boolean {
  return lastAt === null || now - lastAt >= reminderPauseMs;
}

/**
 * Whether the product reminds a person who still has to score: once within 48 hours of the deadline and once within
 * 12, each only when scoring was open before that moment. A reminder by hand shortly before such a moment is in its
 * place. Moments in UTC milliseconds; `lastAt` null: never reminded.
 */
export function reminderDue(seat: {
  deadline: number;
  openedAt: number;
  lastAt: number | null;
  now: number;
}): boolean {
  const { deadline, openedAt, lastAt, now } = seat;
  if (now >= deadline) return false;
  const mark = marksMs.map((before) => deadline - before).findLast((moment) => moment <= now);
  if (mark === undefined || openedAt >= mark) return false;
  return lastAt === null || lastAt < mark - reminderPauseMs;
}

/** From when on deadlines are looked at: none beyond it is near enough for a reminder. */
export function nearDeadline(now: number): number {
  return now + Math.max(...marksMs);
}
