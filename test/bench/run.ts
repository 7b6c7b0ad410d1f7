import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../support/free-port.ts";
import { outcomeOf, startChild } from "./child.ts";
import { removeSqlite, settingsOf, type Place, type Seeded } from "./database.ts";
import type { EngineName } from "./engines.ts";
import { measure, type Measurement } from "./measure.ts";
import { targets, type Servers } from "./targets.ts";
import type { Visits } from "./visitors.ts";

export type Run = {
  engine: EngineName;
  cases: number;
  database: Seeded;
  measurements: Measurement[];
  searchDatabaseP95: number;
  rssMb: number;
  highestRssMb: number;
};

export type Subject = {
  engine: EngineName;
  cases: number;
  database: Seeded;
  databaseCpuMs: (() => number) | null;
};

type Prepared = { visits: Visits; searchDatabaseP95: number };

/** Measures everything on one database. */
export async function measureOn(subject: Subject): Promise<Run> {
  const { engine, cases, database, databaseCpuMs } = subject;
  const { url } = database;
  const script = new URL("./prepare.ts", import.meta.url);
  const { visits, searchDatabaseP95 } = await outcomeOf<Prepared>(script, settingsOf(database));
  const documents = mkdtempSync(join(tmpdir(), "maatwerkplaats-bench-"));
  const servers = await startServers(database, { visits, documents });
  try {
    const measurements: Measurement[] = [];
    for (const target of targets(servers, visits)) {
      measurements.push(await measure({ ...target, databaseCpuMs }));
    }
    const { rssMb, highestRssMb } = await servers.app.usage();
    return { engine, cases, database, measurements, searchDatabaseP95, rssMb, highestRssMb };
  } finally {
    await Promise.all([servers.app.stop(), servers.bare.stop()]);
    rmSync(documents, { recursive: true, force: true });
    if (engine === "sqlite") removeSqlite(`${url}.bare`);
  }
}

async function startServers(
  database: Place,
  { visits, documents }: { visits: Visits; documents: string },
): Promise<Servers> {
  const [port, barePort] = [await freePort(), await freePort()];
  const app = await startChild(new URL("./served.ts", import.meta.url), {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    ORIGIN: `http://127.0.0.1:${port}`,
    ...settingsOf(database),
    DOCUMENTS_DIR: documents,
    DEMO: "",
    // As it runs in production, lines and all; they go nowhere.
    LOG_LEVEL: "info",
  });
  const bare = await startChild(new URL("./bare.ts", import.meta.url), {
    PORT: String(barePort),
    DATABASE_URL: database.url,
    BARE_ORGANISATION: visits.organisationId,
  });
  return {
    app,
    appUrl: `http://127.0.0.1:${port}`,
    bare,
    bareUrl: `http://127.0.0.1:${barePort}`,
  };
}
