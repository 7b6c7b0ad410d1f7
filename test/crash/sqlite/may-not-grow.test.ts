import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents, db, openDatabase, ratings, sqlite, stopDatabase } from "#db";
import { recordRating } from "../../../app/server/ratings.server.ts";
import { accessOf, makeWorld, openedSession, type World } from "../../support/session-world.ts";
import { newFolder } from "../form.ts";
import { sqliteDamage } from "../storage.ts";

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
