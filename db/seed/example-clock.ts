import { dayInMs, dayNumber, startOfDay } from "../../app/domain/day.ts";

const hourInMs = 3_600_000;

export type ExampleClock = {
  now: number;
  /** A moment in working hours some days ago, never later than now. */
  ago: (days: number, hour?: number) => number;
  /** The date some days from now (or before, when negative), as the first millisecond of that UTC day. */
  day: (inDays: number) => number;
};

/** Turns the whole days of the example data into moments around now. Hours are in UTC. */
export function exampleClock(now: number): ExampleClock {
  const today = startOfDay(dayNumber(now));
  return {
    now,
    ago: (days, hour = 9) => Math.min(now, today - days * dayInMs + hour * hourInMs),
    day: (inDays) => today + inDays * dayInMs,
  };
}
