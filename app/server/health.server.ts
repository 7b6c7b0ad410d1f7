import { createHash, timingSafeEqual } from "node:crypto";
import { statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { NextFunction, Request, Response } from "express";
import { databaseFile, databaseState, probeDatabase, type DatabaseProbe } from "#db";
import { log } from "./log.server.ts";
import type { Settings } from "./settings.server.ts";

/** However often somebody asks, the database is tried once in this time. */
const keptMs = 1000;
const patienceMs = 5000;

type Disk = { holds: "database" | "documents"; freeBytes: number | null; enough: boolean };

export type Readiness = {
  ready: boolean;
  stopping: boolean;
  database: (DatabaseProbe & { probeMs: number }) | "no answer";
  disks: Disk[];
};

export type Health = {
  readiness: () => Promise<Readiness>;
  /** From now on the answer is no: the server is about to leave. */
  leave: () => void;
  isLeaving: () => boolean;
};

/** Whether this process can do its work, asked of the database and the disks. */
export function watchHealth(config: Settings): Health {
  let leaving = false;
  let kept: { until: number; readiness: Promise<Readiness> } | undefined;
  const database = slowestOnce(patienceMs, probe);

  async function inspect(): Promise<Readiness> {
    const [found, disks] = await Promise.all([database(), Promise.all(disksOf(config))]);
    const sound = found !== "no answer" && found.writable && found.migrations === "current";
    const ready = sound && disks.every(({ enough }) => enough);
    return { ready, stopping: false, database: found, disks };
  }

  async function readiness(): Promise<Readiness> {
    if (!kept || performance.now() > kept.until) {
      const fresh = { until: Infinity, readiness: inspect() };
      void fresh.readiness.finally(() => (fresh.until = performance.now() + keptMs));
      kept = fresh;
    }
    const found = await kept.readiness;
    return leaving ? { ...found, ready: false, stopping: true } : found;
  }

  return { readiness, leave: () => void (leaving = true), isLeaving: () => leaving };
}

async function probe(): Promise<DatabaseProbe & { probeMs: number }> {
  const started = performance.now();
  const found = await probeDatabase();
  return { ...found, probeMs: Math.round(performance.now() - started) };
}

/** Asks, but not for the second time while the first has no answer, and not longer than this. */
function slowestOnce<T>(limitMs: number, ask: () => Promise<T>): () => Promise<T | "no answer"> {
  let asked: Promise<T | "no answer"> | undefined;
  return async () => {
    asked ??= ask()
      .catch((error: unknown) => {
        log().warn({ err: error }, "the database does not answer");
        return "no answer" as const;
      })
      .finally(() => (asked = undefined));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"no answer">((settle) => {
      timer = setTimeout(() => settle("no answer"), limitMs);
    });
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  };
}

function disksOf(config: Settings): Promise<Disk>[] {
  const { minFreeDiskBytes, databaseUrl, documentsDir } = config;
  const documents = freeDisk("documents", resolve(documentsDir), minFreeDiskBytes);
  if (databaseState().dialect !== "sqlite") return [documents];
  return [freeDisk("database", dirname(databaseFile(databaseUrl)), minFreeDiskBytes), documents];
}

async function freeDisk(holds: Disk["holds"], folder: string, needed: number): Promise<Disk> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return { holds, freeBytes: bavail * bsize, enough: bavail * bsize >= needed };
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    // The folder is made with the first document.
    if (missing && dirname(folder) !== folder) return freeDisk(holds, dirname(folder), needed);
    return { holds, freeBytes: null, enough: false };
  }
}

/** `/livez`: this process answers. `/readyz`: it can do its work; why not is for who has the token. */
export function healthPages(health: Health, config: Settings) {
  return (request: Request, response: Response, next: NextFunction) => {
    const { path } = request;
    if (path !== "/livez" && path !== "/readyz") return next();
    response.setHeader("Cache-Control", "no-store");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.status(405).type("text/plain").send("Method not allowed");
    } else if (path === "/livez") {
      response.type("text/plain").send("alive");
    } else {
      answerReadiness(health, request, response, config.healthToken).catch(next);
    }
  };
}

async function answerReadiness(
  health: Health,
  request: Request,
  response: Response,
  token: string | undefined,
): Promise<void> {
  const readiness = await health.readiness();
  log().debug({ ready: readiness.ready }, "readiness");
  response.status(readiness.ready ? 200 : 503);
  if (!readiness.ready) response.setHeader("Retry-After", 5);
  if (mayKnow(request.get("authorization"), token)) {
    response.json({ ...readiness, ...databaseState() });
  } else {
    response.type("text/plain").send(readiness.ready ? "ready" : "not ready");
  }
}

function mayKnow(authorization: string | undefined, token: string | undefined): boolean {
  if (token === undefined || authorization === undefined) return false;
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(authorization), hash(`Bearer ${token}`));
}
