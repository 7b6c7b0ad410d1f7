/** Everything that is measured of live sessions on one engine, beside a bare server. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../support/free-port.ts";
import { outcomeOf, startChild, type Child } from "./child.ts";
import { settingsOf, type Place } from "./database.ts";
import type { EngineName } from "./engines.ts";
import { openBrowser, type BrowserPlace } from "./live-browsers.ts";
import { measureStreams, type StreamMemory } from "./live-memory.ts";
import { measureReveals, type Reveals } from "./live-reveals.ts";
import type { LiveSession } from "./live-seed.ts";
import { measure, type Measurement } from "./measure.ts";
import { autosaves } from "./targets.ts";

export type LiveRun = {
  engine: EngineName;
  /** Of the product, and of the bare server in the same run. */
  reveals: Reveals;
  bareReveals: Reveals;
  saves: Measurement[];
  streams: StreamMemory;
  bareStreams: StreamMemory;
};

export type LiveSubject = {
  engine: EngineName;
  database: Place;
  databaseCpuMs: (() => number) | null;
};

const browserCount = 100;
const revealCount = 20;
const warmUpCount = 3;
const streamCount = 500;
const savesSent = 1500;
/** As the page waits after an event before it loads anew: `use-session-events.ts`. */
const pause = { least: 50, spread: 300 };

type Server = { child: Child; url: string };

export async function measureLive(subject: LiveSubject): Promise<LiveRun> {
  const { engine, database } = subject;
  const script = new URL("./live-seed.ts", import.meta.url);
  const size = [browserCount, revealCount + warmUpCount].map(String);
  const session = await outcomeOf<LiveSession>(script, settingsOf(database), size);
  const documents = mkdtempSync(join(tmpdir(), "maatwerkplaats-bench-"));
  const withServer = (name: "app" | "bare") => serverFor({ name, database, documents });
  try {
    // The streams first, each on a server that has done nothing yet.
    const streams = await withServer("app")((server) => holdStreams(server, appPlaces(session)));
    const bareStreams = await withServer("bare")((server) => holdStreams(server, barePlaces()));
    const bare = await withServer("bare")((server) => measureBare(server, session, subject));
    const app = await withServer("app")((server) => measureApp(server, session, subject));
    const saves = [bare.save, ...app.saves];
    return { engine, reveals: app.reveals, bareReveals: bare.reveals, saves, streams, bareStreams };
  } finally {
    rmSync(documents, { recursive: true, force: true });
  }
}

type Places = (url: string) => BrowserPlace[];

function appPlaces({ sessionId, cookies }: LiveSession): Places {
  const stream = `/zittingen/${sessionId}/gebeurtenissen`;
  return (url) => cookies.map((cookie) => ({ url, cookie, stream }));
}

function barePlaces(): Places {
  const place = { cookie: "", stream: "/gebeurtenissen" };
  return (url) => Array.from({ length: browserCount }, () => ({ url, ...place }));
}

function holdStreams({ child, url }: Server, places: Places): Promise<StreamMemory> {
  const people = places(url);
  const wanted = Array.from({ length: streamCount }, (_, place) => people[place % people.length]);
  return measureStreams(
    child,
    wanted.flatMap((place) => place ?? []),
  );
}

async function measureBare(
  { child, url }: Server,
  { scoredCaseIds, scoring }: LiveSession,
  { databaseCpuMs }: LiveSubject,
) {
  const requests = autosaves({ url, cookie: "", path: "/oordeel" }, scoring);
  const target = { child, url, requests, amount: savesSent, databaseCpuMs };
  const save = await measure({ ...target, name: "bare autosave" });
  const reveals = await measureReveals({
    places: barePlaces()(url),
    caseIds: scoredCaseIds,
    form: (caseId) => ({ path: `/onthullen/${caseId}`, fields: {} }),
    page: (caseId) => `/casussen/${caseId}`,
    pause: null,
    warmUps: warmUpCount,
  });
  return { save, reveals };
}

async function measureApp(
  { child, url }: Server,
  session: LiveSession,
  { databaseCpuMs }: LiveSubject,
) {
  const { sessionId, scoring, scoredCaseIds } = session;
  const item = (caseId: string) => `/zittingen/${sessionId}/casussen/${caseId}`;
  const path = `${item(scoring.caseId)}/oordeel`;
  const requests = autosaves({ url, cookie: scoring.cookie, path }, scoring);
  const target = { child, url, requests, amount: savesSent, databaseCpuMs };
  const places = appPlaces(session)(url);
  const alone = await measure({ ...target, name: "autosave" });
  const followers = await Promise.all(places.map(openBrowser));
  const followed = await measure({ ...target, name: `autosave, ${followers.length} follow` });
  for (const follower of followers) follower.close();
  const reveals = await measureReveals({
    places,
    caseIds: scoredCaseIds,
    form: (caseId) => ({ path: `${item(caseId)}/onthullen`, fields: { reason: "" } }),
    // As the browser asks: only what the page itself shows, not what stands around it.
    page: (caseId) => `${item(caseId)}.data?_routes=routes%2Fsessions%2Fagenda-item`,
    pause,
    warmUps: warmUpCount,
  });
  return { saves: [alone, followed], reveals };
}

type Serving = { name: "app" | "bare"; database: Place; documents: string };

/** Starts a server for some work and stops it afterwards. */
function serverFor({ name, database, documents }: Serving) {
  return async <T>(work: (server: Server) => Promise<T>): Promise<T> => {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const settings = {
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      ORIGIN: address,
      ...settingsOf(database),
      DOCUMENTS_DIR: documents,
      DEMO: "",
      LOG_LEVEL: "info",
    };
    const script = new URL(name === "app" ? "./served.ts" : "./live-bare.ts", import.meta.url);
    const child = await startChild(script, settings, ["--expose-gc"]);
    try {
      return await work({ child, url: address });
    } finally {
      await child.stop();
    }
  };
}
