import autocannon, { type Request } from "autocannon";
import type { Child } from "./child.ts";

export const connections = 16;

export type Target = {
  name: string;
  child: Child;
  url: string;
  /** The requests to send in turn. */
  requests: Request[];
  amount: number;
  /** CPU of the processes of the database server so far. */
  databaseCpuMs: (() => number) | null;
};

export type Measurement = {
  name: string;
  requests: number;
  cpuMsPerRequest: number;
  /** Of the database server, where that is a process of its own. */
  databaseCpuMsPerRequest: number | null;
  p50: number;
  p95: number;
  p99: number;
  perSecond: number;
};

/** Sends requests over 16 connections, first some to warm up, and tells what the server used. */
export async function measure(target: Target): Promise<Measurement> {
  await send(target, Math.max(connections, Math.ceil(target.amount / 5)));
  const { databaseCpuMs } = target;
  const databaseBefore = databaseCpuMs?.() ?? 0;
  const before = await target.child.usage();
  const { times, seconds } = await send(target, target.amount);
  const after = await target.child.usage();
  const databaseMs = databaseCpuMs === null ? null : databaseCpuMs() - databaseBefore;
  return {
    name: target.name,
    requests: times.length,
    cpuMsPerRequest: (after.cpuMs - before.cpuMs) / times.length,
    databaseCpuMsPerRequest: databaseMs === null ? null : databaseMs / times.length,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    perSecond: times.length / seconds,
  };
}

type Sent = { times: number[]; seconds: number };

function send({ name, url, requests }: Target, amount: number): Promise<Sent> {
  const times: number[] = [];
  const started = performance.now();
  // Autocannon itself looks once a second whether all is done.
  let last = started;
  return new Promise((resolve, reject) => {
    const run = autocannon({ url, requests, amount, connections, timeout: 60 }, (error, result) => {
      if (error) return reject(new Error(`${name} could not be measured`, { cause: error }));
      const wrong = result.non2xx + result.errors + result.timeouts;
      // A figure over refused requests would say nothing.
      if (wrong > 0) return reject(new Error(`${name}: ${wrong} of ${amount} requests failed`));
      resolve({ times, seconds: (last - started) / 1000 });
    });
    run.on("response", (_client, _status, _bytes, milliseconds) => {
      times.push(milliseconds);
      last = performance.now();
    });
  });
}

/** The value below which this share of the values lies. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
