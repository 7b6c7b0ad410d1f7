import { setTimeout as wait } from "node:timers/promises";
import type { Child } from "../bench/child.ts";
import { percentile } from "../bench/measure.ts";

/** Resident memory, JavaScript objects and what hangs on them, in megabytes, at one second. */
export type Sample = { rssMb: number; heapMb: number; externalMb: number };

/** So much may memory grow from the second minute to the last. */
const mostGrowth = 0.1;
const minute = 60;

/** Looks at the server every second until told to stop. */
export async function sample(server: Child, goesOn: () => boolean): Promise<Sample[]> {
  const samples: Sample[] = [];
  const started = performance.now();
  while (goesOn()) {
    const { rssMb, heapMb, externalMb } = await server.usage();
    samples.push({ rssMb, heapMb, externalMb });
    await wait(Math.max(0, started + samples.length * 1000 - performance.now()));
  }
  return samples;
}

/** The medians of every full minute. */
export function perMinute(samples: Sample[]): Sample[] {
  const minutes = Math.floor(samples.length / minute);
  return Array.from({ length: minutes }, (_, place) =>
    middle(samples.slice(place * minute, (place + 1) * minute)),
  );
}

function middle(samples: Sample[]): Sample {
  const of = (key: keyof Sample) =>
    percentile(
      samples.map((one) => one[key]),
      0.5,
    );
  return { rssMb: of("rssMb"), heapMb: of("heapMb"), externalMb: of("externalMb") };
}

export type Growth = { second: number; last: number; share: number; isFlat: boolean };

/** From the second minute to the last; null when it took too short to say. */
export function growth(samples: Sample[]): Growth | null {
  if (samples.length < 3 * minute) return null;
  const second = middle(samples.slice(minute, 2 * minute)).rssMb;
  const last = middle(samples.slice(-minute)).rssMb;
  const share = last / second - 1;
  return { second, last, share, isFlat: share <= mostGrowth };
}
