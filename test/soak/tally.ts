import { percentile } from "../bench/measure.ts";

/** What was asked of the server, and what was not answered as it should. */
export type Tally = {
  count: (kind: string, milliseconds: number) => void;
  fault: (kind: string, what: string) => void;
  rows: () => KindRow[];
  faults: () => readonly Fault[];
};

export type KindRow = {
  kind: string;
  requests: number;
  errors: number;
  p50: number;
  p95: number;
  p99: number;
};

export type Fault = { kind: string; what: string; at: number };

export const all = "all";

export function newTally(): Tally {
  const times = new Map<string, number[]>();
  const found: Fault[] = [];
  const rowOf = (kind: string, own: number[]): KindRow => ({
    kind,
    requests: own.length,
    errors: found.filter((fault) => kind === all || fault.kind === kind).length,
    p50: percentile(own, 0.5),
    p95: percentile(own, 0.95),
    p99: percentile(own, 0.99),
  });
  return {
    count: (kind, milliseconds) => {
      const own = times.get(kind);
      if (own) own.push(milliseconds);
      else times.set(kind, [milliseconds]);
    },
    fault: (kind, what) => void found.push({ kind, what, at: Date.now() }),
    rows: () => {
      const kinds = [...times].sort(([a], [b]) => a.localeCompare(b));
      const rows = kinds.map(([kind, own]) => rowOf(kind, own));
      return [...rows, rowOf(all, [...times.values()].flat())];
    },
    faults: () => found,
  };
}
