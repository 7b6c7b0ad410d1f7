import { createServer } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Request } from "autocannon";
import { startChild, type Child } from "./child.ts";
import { databaseWith, type Seeded } from "./database.ts";
import { measure, type Measurement } from "./measure.ts";
import { prepareVisits, searchInProcess, type Visits } from "./visitors.ts";

export type Run = {
  cases: number;
  database: Seeded;
  measurements: Measurement[];
  searchDatabaseP95: number;
  rssMb: number;
  highestRssMb: number;
};

type Servers = { app: Child; appUrl: string; bare: Child; bareUrl: string };

/** Measures everything on a database with so many cases. */
export async function runWith(cases: number): Promise<Run> {
  const database = await databaseWith(cases);
  const visits = await prepareVisits(database.file);
  const searchDatabaseP95 = await searchInProcess(database.file, visits);
  const documents = mkdtempSync(join(tmpdir(), "maatwerkplaats-bench-"));
  const servers = await startServers(database.file, { visits, documents });
  try {
    const measurements: Measurement[] = [];
    for (const target of targets(servers, visits)) measurements.push(await measure(target));
    const { rssMb, highestRssMb } = await servers.app.usage();
    return { cases, database, measurements, searchDatabaseP95, rssMb, highestRssMb };
  } finally {
    await Promise.all([servers.app.stop(), servers.bare.stop()]);
    rmSync(documents, { recursive: true, force: true });
    for (const ending of ["", "-wal", "-shm"]) {
      rmSync(`${database.file}.bare${ending}`, { force: true });
    }
  }
}

async function startServers(
  file: string,
  { visits, documents }: { visits: Visits; documents: string },
): Promise<Servers> {
  const [port, barePort] = [await freePort(), await freePort()];
  const app = await startChild("./served.ts", {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    ORIGIN: `http://127.0.0.1:${port}`,
    DATABASE_URL: file,
    DOCUMENTS_DIR: documents,
    DEMO: "",
    // As it runs in production, lines and all; they go nowhere.
    LOG_LEVEL: "info",
  });
  const bare = await startChild("./bare.ts", {
    BARE_PORT: String(barePort),
    BARE_DATABASE: file,
    BARE_ORGANISATION: visits.organisationId,
  });
  return {
    app,
    appUrl: `http://127.0.0.1:${port}`,
    bare,
    bareUrl: `http://127.0.0.1:${barePort}`,
  };
}

function targets({ app, appUrl, bare, bareUrl }: Servers, visits: Visits) {
  const page = (path: string): Request => ({
    method: "GET",
    path,
    headers: { Cookie: visits.coordinatorCookie, "Accept-Language": "nl" },
  });
  const pages = [
    { name: "home page", paths: ["/"], amount: 600 },
    { name: "case list page", paths: ["/casussen"], amount: 1500 },
    { name: "case page", paths: visits.caseIds.map((id) => `/casussen/${id}`), amount: 1500 },
    { name: "case board", paths: ["/casussen/bord"], amount: 400 },
    { name: "session list", paths: ["/zittingen"], amount: 400 },
    { name: "precedent list", paths: ["/precedenten"], amount: 600 },
  ].map(({ name, paths, amount }) => ({
    name,
    amount,
    child: app,
    url: appUrl,
    requests: paths.map(page),
  }));
  const search = { name: "precedent search", amount: 600, child: app, url: appUrl };
  const autosave = { name: "scoring autosave", amount: 800, child: app, url: appUrl };
  return [
    { name: "bare list", amount: 6000, child: bare, url: bareUrl, requests: [{ path: "/" }] },
    {
      name: "bare insert",
      amount: 1500,
      child: bare,
      url: bareUrl,
      requests: [{ method: "POST" as const, path: "/" }],
    },
    ...pages,
    { ...search, requests: visits.queries.map((words) => searchRequest(appUrl, visits, words)) },
    { ...autosave, requests: autosaves(appUrl, visits) },
  ];
}

function post(url: string, cookie: string, path: string, fields: Record<string, string>): Request {
  return {
    method: "POST",
    path,
    body: new URLSearchParams(fields).toString(),
    headers: {
      Cookie: cookie,
      Origin: url,
      "Content-Type": "application/x-www-form-urlencoded",
      "Accept-Language": "nl",
    },
  };
}

function searchRequest(url: string, visits: Visits, words: string): Request {
  return post(url, visits.coordinatorCookie, "/precedenten", { words });
}

/** Every cell of the assessor in turn, each time with another value, so that each is a change. */
function autosaves(url: string, visits: Visits): Request[] {
  const { sessionId, caseId, criteria, optionIds } = visits.scoring;
  const path = `/zittingen/${sessionId}/casussen/${caseId}/oordeel`;
  return ["3", "4", "5"].flatMap((choice) =>
    criteria.flatMap((key) =>
      optionIds.map((optionId) => {
        const fields = { key, optionId, choice, reason: "" };
        return post(url, visits.assessorCookie, path, fields);
      }),
    ),
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
