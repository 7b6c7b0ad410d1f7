import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialect } from "#db";
import type { Application } from "./application.ts";
import { say, seeded } from "./form.ts";
import { makeScene, type Scene } from "./scene.ts";
import { mountSmallDisk } from "./small-disk.ts";
import { newStorage, type Storage } from "./storage.ts";
import { smallWorld } from "./world.ts";

/** An empty database of PostgreSQL alone takes 8 MB. */
const megabytes = dialect === "sqlite" ? 6 : 40;

describe(`a disk of ${megabytes} MB that is full`, () => {
  const disk = mountSmallDisk(megabytes);
  const random = seeded();
  let storage: Storage;
  let scene: Scene;
  let application: Application;

  beforeAll(async () => {
    if (!disk) return;
    storage = await newStorage(disk.folder);
    scene = await makeScene(storage, random, smallWorld);
    application = scene.start();
    await application.ready;
  });

  afterAll(async () => {
    await application?.kill();
    await storage?.end();
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
