import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents, db, openDatabase, ratings, sqlite, stopDatabase } from "#db";
import { recordRating } from "../../../app/server/ratings.server.ts";
import { accessOf, makeWorld, openedSession, type World } from "../../support/session-world.ts";
import type { Application } from "../application.ts";
import { newFolder, say, seeded } from "../form.ts";
import { makeScene, type Scene } from "../scene.ts";
import { mountSmallDisk } from "../small-disk.ts";
import { sqliteDamage } from "../storage.ts";
import { smallWorld } from "../world.ts";

describe("a database that may not grow", () => {
  let world: World;
  let address: { sessionId: string; caseId: string };

  beforeAll(async () => {
    await openDatabase(join(newFolder(), "full.db"));
    world = await makeWorld();
    address = await openedSession(world);
  });

  afterAll(() => stopDatabase());

  async function rate(reason: string) {
    const access = await accessOf(world.ids.legal1, "session.score");
    const [optionId = ""] = world.optionIds;
    return () => recordRating(access, address, { key: "J1", optionId, choice: "4", reason });
  }

  async function stored() {
    return {
      ratings: await db.read.select().from(ratings),
      events: await db.read.$count(auditEvents),
    };
  }

  it("refuses a change whole, is read meanwhile, and takes changes once it may grow", async () => {
    const { writer } = sqlite();
    const long = await rate("x".repeat(4_000));
    const growing = async () => {
      for (let time = 0; time < 1_000; time += 1) await (await rate(`y${time}`))();
    };
    writer.pragma(`max_page_count = ${writer.pragma("page_count", { simple: true }) as number}`);
    await expect(growing()).rejects.toMatchObject({ code: "storage_full" });
    const before = await stored();
    await expect(long()).rejects.toMatchObject({ code: "storage_full" });
    expect(await stored()).toEqual(before);
    writer.pragma("max_page_count = 4294967294");
    await long();
    const after = await stored();
    expect(after.ratings.map(({ reason }) => reason)).toEqual(["x".repeat(4_000)]);
    expect(after.events).toBe(before.events + 1);
    expect(sqliteDamage(sqlite().file)).toEqual([]);
  });
});

describe("a disk of 3 MB that is full", () => {
  const disk = mountSmallDisk(3);
  const random = seeded();
  let scene: Scene;
  let application: Application;

  beforeAll(async () => {
    if (!disk) return;
    const file = join(disk.folder, "full.db");
    const storage = {
      databaseUrl: file,
      documentsDir: newFolder(),
      damage: async () => sqliteDamage(file),
      end: async () => undefined,
    };
    scene = await makeScene(storage, random, smallWorld);
    application = scene.start();
    await application.ready;
  });

  afterAll(async () => {
    await application?.kill();
    disk?.end();
  });

  it.skipIf(!disk)(
    "refuses changes with 507, is read meanwhile, and takes changes once there is room",
    async () => {
      const crowd = scene.crowd(application);
      await crowd.sees(20);
      disk?.fill(100_000);
      await crowd.hears(507, 20);
      expect(await scene.read(application)).toBe(200);
      disk?.makeRoom();
      await crowd.sees(20);
      expect(application.isRunning()).toBe(true);
      await crowd.stop();
      say(`disk full: ${scene.ledger.answers.get(507)} times 507, ${scene.report()}`);
    },
  );

  it.skipIf(!disk)("does not keep the application from starting, to be read", async () => {
    const crowd = scene.crowd(application);
    disk?.fill(50_000);
    await crowd.hears(507, 5);
    await application.kill();
    await crowd.stop();
    application = scene.start();
    await application.ready;
    expect(await scene.read(application)).toBe(200);
    disk?.makeRoom();
    const later = scene.crowd(application);
    await later.sees(20);
    await later.stop();
  });

  it.skipIf(!disk)("has lost nothing and kept nothing by half", async () => {
    await application.stop();
    expect(await scene.faults()).toEqual([]);
  });
});
