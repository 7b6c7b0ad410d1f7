import { openDatabase, stopDatabase } from "#db";
import type { Chance } from "../../db/seed/bulk/chance.ts";
import { freePort } from "../support/free-port.ts";
import { startApplication, type Application, type Place } from "./application.ts";
import { startCrowd, type Crowd } from "./crowd.ts";
import { halves, sequences } from "./halves.ts";
import { acknowledged, newLedger, type Ledger } from "./ledger.ts";
import { lost } from "./lost.ts";
import type { Storage } from "./storage.ts";
import { exampleWorld, type World } from "./world.ts";

/** Those who work at one of several applications. */
type Part = { nth: number; of: number };

/** An installation with people at work, and what they know of it. */
export type Scene = {
  place: Place;
  ledger: Ledger;
  /** Starts the application, on the port given where there are several. */
  start: (port?: number) => Application;
  /** Everyone goes to work at this application, or a part of them. */
  crowd: (application: Application, part?: Part) => Crowd;
  /** The status with which somebody gets a page to read. */
  read: (application: Application) => Promise<number>;
  /** Everything that is not as it should be, with the database opened as the application does. */
  faults: () => Promise<string[]>;
  caseIds: string[];
  /** The last audit event before anybody worked. */
  since: number;
  report: () => string;
};

export async function makeScene(
  storage: Storage,
  random: Chance,
  makeWorld: (place: Place) => Promise<World> = exampleWorld,
): Promise<Scene> {
  const { databaseUrl, documentsDir } = storage;
  const place = { port: await freePort(), databaseUrl, documentsDir };
  const world = await makeWorld(place);
  const ledger = newLedger();
  const caseIds = world.deciders.map(({ caseId }) => caseId);
  const since = (await opened(databaseUrl, sequences)).length;
  return {
    place,
    ledger,
    caseIds,
    since,
    start: (port = place.port) => startApplication({ ...place, port }),
    crowd: ({ origin }, part = { nth: 0, of: 1 }) => {
      const some = <One>(all: One[]) => all.filter((_, place) => place % part.of === part.nth);
      const { assessors, deciders } = world;
      const at = { assessors: some(assessors), deciders: some(deciders) };
      return startCrowd(at, { origin, ledger, random });
    },
    read: async ({ origin }) => {
      const [{ path, cookie } = { path: "", cookie: "" }] = world.assessors;
      const address = origin + path.replace(/oordeel$/, "beoordelen");
      return (await fetch(address, { headers: { Cookie: cookie }, redirect: "manual" })).status;
    },
    faults: () =>
      opened(databaseUrl, async () => [
        ...(await storage.damage()),
        ...(await lost(ledger, since)).map((what) => `lost: ${what}`),
        ...(await halves(caseIds, since)).map((what) => `half: ${what}`),
      ]),
    report: () => {
      const ratings = ledger.ratings.filter(({ at }) => at !== null).length;
      const { decisions, started } = ledger;
      const all = acknowledged(ledger);
      return `${all} changes acknowledged (${ratings} ratings, ${started} versions started, ${decisions.length} decisions taken)`;
    },
  };
}

/** Looks into a database as the application opens it. */
export async function opened<T>(databaseUrl: string, look: () => Promise<T>): Promise<T> {
  await openDatabase(databaseUrl);
  try {
    return await look();
  } finally {
    await stopDatabase();
  }
}
