import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Application } from "./application.ts";
import { kills, say, seeded } from "./form.ts";
import { makeScene, type Scene } from "./scene.ts";
import { newStorage, type Storage } from "./storage.ts";

describe("an application that is killed at any moment", () => {
  const random = seeded();
  let storage: Storage;
  let scene: Scene;
  let application: Application | undefined;

  beforeAll(async () => {
    storage = await newStorage();
    scene = await makeScene(storage, random);
  });

  afterAll(async () => {
    await application?.kill();
    await storage?.end();
  });

  it(`loses nothing that was acknowledged and keeps nothing by half, ${kills} times`, async () => {
    for (let kill = 1; kill <= kills; kill += 1) {
      application = scene.start();
      // Now and then before it works at all: while it opens what the last kill left.
      if (random.next() < 0.2) await wait(random.below(900));
      else await killAtWork(application);
      await application.kill();
      expect(await scene.faults(), `after kill ${kill}`).toEqual([]);
    }
    say(`${kills} kills of the application: ${scene.report()}, 0 lost`);
    expect(scene.ledger.decisions.length).toBeGreaterThan(0);
  });

  async function killAtWork(working: Application): Promise<void> {
    await working.ready;
    const crowd = scene.crowd(working);
    await crowd.sees(1 + random.below(300));
    await working.kill();
    await crowd.stop();
  }

  it("goes on with the same database, and stops in an orderly way", async () => {
    application = scene.start();
    await application.ready;
    const crowd = scene.crowd(application);
    await crowd.sees(50);
    await crowd.stop();
    await application.stop();
    expect(await scene.faults()).toEqual([]);
  });
});
