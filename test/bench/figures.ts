/** Speed of the account: the dashboard and the cases behind a number, one visitor after the other. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../support/free-port.ts";
import { atMost, type Aim } from "./aims.ts";
import { outcomeOf, startChild } from "./child.ts";
import { settingsOf, type Seeded } from "./database.ts";
import { engineWords, type EngineName } from "./engines.ts";
import { percentile } from "./measure.ts";
import type { Visits } from "./visitors.ts";

const requests = 60;
const mostMs = 150;
/** So long may the figures of a new database take before the first one is counted. */
const madeWithinMs = 20 * 60_000;

export type FiguresSubject = { engine: EngineName; cases: number; database: Seeded };
export type FiguresRun = {
  engine: EngineName;
  cases: number;
  /** Seconds until every case was in the figures of a new process, made anew when they were not there. */
  readySeconds: number;
  speeds: { name: string; p50: number; p95: number }[];
  highestRssMb: number;
};

const everything = "van=2000-01-01";
const paths = [
  { name: "dashboard, a year", path: "/verantwoording" },
  { name: "dashboard, all years", path: `/verantwoording?${everything}` },
  {
    name: "cases behind a number",
    path: `/verantwoording/gevallen?${everything}&figuur=status&rij=total&kolom=cases`,
  },
  {
    name: "cases behind a number, page 100",
    path: `/verantwoording/gevallen?${everything}&figuur=outcomes&rij=total&kolom=level-3&pagina=100`,
  },
];

/** Measures the account on one database, in a process as it runs in production. */
export async function measureFigures(subject: FiguresSubject): Promise<FiguresRun> {
  const { engine, cases, database } = subject;
  const env = settingsOf(database);
  const script = new URL("./prepare.ts", import.meta.url);
  const { visits } = await outcomeOf<{ visits: Visits }>(script, env);
  const documents = mkdtempSync(join(tmpdir(), "maatwerkplaats-bench-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const app = await startChild(new URL("./served.ts", import.meta.url), {
    ...{ ...env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), ORIGIN: url },
    ...{ DOCUMENTS_DIR: documents, DEMO: "", LOG_LEVEL: "info" },
  });
  try {
    const visit = visitor(url, visits.coordinatorCookie);
    await untilMade(visit);
    const readySeconds = (performance.now() - started) / 1000;
    const speeds: FiguresRun["speeds"] = [];
    for (const { name, path } of paths) speeds.push({ name, ...(await timed(visit, path)) });
    const { highestRssMb } = await app.usage();
    return { engine, cases, readySeconds, speeds, highestRssMb };
  } finally {
    await app.stop();
    rmSync(documents, { recursive: true, force: true });
  }
}

type Visit = (path: string) => Promise<string>;

function visitor(url: string, cookie: string): Visit {
  return async (path) => {
    const response = await fetch(url + path, {
      headers: { Cookie: cookie, "Accept-Language": "nl" },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return text;
  };
}

/** The page itself says when figures are still being made. */
async function untilMade(visit: Visit): Promise<void> {
  const until = performance.now() + madeWithinMs;
  while ((await visit("/verantwoording")).includes("worden nog bijgewerkt")) {
    if (performance.now() > until) throw new Error("The figures were not made in time");
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function timed(visit: Visit, path: string): Promise<{ p50: number; p95: number }> {
  const times: number[] = [];
  for (let place = -10; place < requests; place += 1) {
    const before = performance.now();
    await visit(path);
    if (place >= 0) times.push(performance.now() - before);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

/** What was promised of the account, with what was measured. */
export function figuresAims(runs: FiguresRun[]): Aim[] {
  return runs.flatMap(({ engine, cases, speeds }) =>
    speeds.map(({ name, p95 }) =>
      atMost(`${name}, ${cases} cases, ${engineWords[engine]}, p95`, p95, mostMs, " ms"),
    ),
  );
}

/** As lines for the terminal. */
export function figuresTable({ engine, cases, readySeconds, speeds, highestRssMb }: FiguresRun) {
  const head = `Account on ${engineWords[engine]}, ${cases} cases: ready in ${readySeconds.toFixed(1)} s, ${highestRssMb.toFixed(0)} MB`;
  const lines = speeds.map(
    ({ name, p50, p95 }) =>
      `  ${name.padEnd(34)} p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
  );
  return [head, ...lines].join("\n");
}
