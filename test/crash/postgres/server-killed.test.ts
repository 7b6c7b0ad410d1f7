import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Application } from "../application.ts";
import { kills, say, seeded } from "../form.ts";
import { makeScene, type Scene } from "../scene.ts";
import { postgresStorage } from "../storage.ts";

describe("a PostgreSQL that is killed at any moment", () => {
  const random = seeded();
  let storage: Awaited<ReturnType<typeof postgresStorage>>;
  let scene: Scene;
  let application: Application;

  beforeAll(async () => {
    storage = await postgresStorage();
    scene = await makeScene(storage, random);
    application = scene.start();
    await application.ready;
  });

  afterAll(async () => {
    await application?.kill();
    await storage?.end();
  });

  it(`takes nothing acknowledged with it, and the application goes on, ${kills} times`, async () => {
    for (let kill = 1; kill <= kills; kill += 1) {
      const crowd = scene.crowd(application);
      await crowd.sees(1 + random.below(150));
      await storage.server.kill();
      await wait(random.below(1_000));
      await storage.server.restart();
      await crowd.sees(10);
      await crowd.stop();
      expect(await scene.faults(), `after kill ${kill}`).toEqual([]);
    }
    expect(application.isRunning()).toBe(true);
    const refused = scene.ledger.answers.get(503) ?? 0;
    say(`${kills} kills of PostgreSQL: ${scene.report()}, 0 lost, ${refused} times 503`);
  });
});
