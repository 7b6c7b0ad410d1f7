import { createServer } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { databaseState } from "#db";
import type { EventStreams } from "./event-streams.server.ts";
import type { Health, Readiness } from "./health.server.ts";
import type { MailOutcome } from "./mail-sending.server.ts";
import { countWaitingMails } from "./mails.server.ts";

export type Observation = {
  method: string;
  /** Pattern of a route, never an address: the number of series stays bounded. */
  route: string;
  status: number;
  aborted: boolean;
  seconds: number;
};

export type Observe = (observation: Observation) => void;

const knownMethods = ["GET", "HEAD", "POST"];
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

type Watched = { health: Health; streams: Pick<EventStreams, "count"> };
export type Metrics = {
  observe: Observe;
  mailed: (outcome: MailOutcome) => void;
  stop: () => Promise<void>;
};

/** Serves what Prometheus asks for, on a port of its own: it says how busy people are. */
export async function serveMetrics(
  { host, port }: { host: string; port: number },
  watched: Watched,
): Promise<Metrics> {
  const registry = new Registry();
  const observe = requestMetrics(registry);
  const mailed = mailMetrics(registry);
  collectDefaultMetrics({ register: registry });
  stateMetrics(registry, watched);
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { "Content-Type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { observe, mailed, stop };
}

function mailMetrics(registry: Registry): Metrics["mailed"] {
  const count = new Counter({
    name: "maatwerkplaats_mails_total",
    help: "Mail that was sent, or that will not be tried again (outcome failed)",
    labelNames: ["outcome"],
    registers: [registry],
  });
  return (outcome) => count.inc({ outcome });
}

function requestMetrics(registry: Registry): Observe {
  const labels = ["method", "route", "status"] as const;
  const options = { labelNames: labels, registers: [registry] };
  const count = new Counter({
    ...options,
    name: "maatwerkplaats_requests_total",
    help: "Requests answered, or broken off by the visitor (status aborted)",
  });
  const duration = new Histogram({
    ...options,
    name: "maatwerkplaats_request_duration_seconds",
    help: "Time from the arrival of a request to the end of its answer",
    buckets: seconds,
  });
  return ({ method, route, status, aborted, seconds: taken }) => {
    const series = {
      method: knownMethods.includes(method) ? method : "other",
      route,
      status: aborted ? "aborted" : `${Math.floor(status / 100)}xx`,
    };
    count.inc(series);
    duration.observe(series, taken);
  };
}

function gaugesIn(registry: Registry) {
  return (name: string, help: string, value: () => number | Promise<number>) => {
    new Gauge({
      name: `maatwerkplaats_${name}`,
      help,
      registers: [registry],
      async collect() {
        this.set(await value());
      },
    });
  };
}

/** What is looked up when Prometheus comes by. */
function stateMetrics(registry: Registry, { health, streams }: Watched): void {
  const gauge = gaugesIn(registry);
  const database = ({ database: found }: Readiness) => (found === "no answer" ? null : found);
  const ask = (value: (readiness: Readiness) => number) => async () =>
    value(await health.readiness());
  gauge(
    "ready",
    "1 when the process can do its work, otherwise 0",
    ask(({ ready }) => Number(ready)),
  );
  // After the answer: the probe itself takes a turn in the queue.
  gauge(
    "write_queue_length",
    "Changes that are made or wait for their turn",
    ask(() => databaseState().queueLength),
  );
  gauge("event_streams", "Event streams of sessions that are open", streams.count);
  gauge("mails_waiting", "Mail that waits to be sent", () => countWaitingMails().catch(() => NaN));
  gauge(
    "database_bytes",
    "Size of the database",
    ask((readiness) => database(readiness)?.bytes ?? NaN),
  );
  gauge(
    "database_probe_seconds",
    "Time of one change that is tried and undone",
    ask((readiness) => (database(readiness)?.probeMs ?? NaN) / 1000),
  );
  gauge(
    "disk_free_bytes_least",
    "Free space of the fullest disk that is used",
    ask(({ disks }) => Math.min(...disks.map(({ freeBytes }) => freeBytes ?? 0))),
  );
}
