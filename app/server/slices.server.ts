/** Long work of the process, in slices with other work in between. */
import { setImmediate } from "node:timers/promises";
import type { Scan } from "#app/domain/precedent-scans.ts";

/** No longer than this is the process kept from other work. */
const sliceMs = 4;
const scannedAtOnce = 16_384;

/** The answer of a scan, in slices with other work in between. */
export async function inSlices<T>(scan: Scan<T>): Promise<T> {
  const turn = turns();
  while (!scan.step(scannedAtOnce)) await turn();
  return scan.result();
}

/** To be called often during long work: lets other work go between, every few milliseconds. */
export function turns(): () => Promise<void> | undefined {
  let until = performance.now() + sliceMs;
  return () => {
    if (performance.now() < until) return undefined;
    return setImmediate().then(() => void (until = performance.now() + sliceMs));
  };
}
