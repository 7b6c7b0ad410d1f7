import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEvents, db } from "#db";
import { copyKeys } from "#db/keys.ts";
import { damages, newFolder, say, seeded } from "../form.ts";
import { halves } from "../halves.ts";
import { makeScene, opened, type Scene } from "../scene.ts";
import { newStorage, sqliteDamage } from "../storage.ts";
import { damaged, tailOf, type Tail } from "./wal.ts";

/** The files that a killed application left. */
type Killed = { database: Buffer; wal: Buffer; tail: Tail };

describe("an SQLite log whose tail was cut off or damaged", () => {
  const random = seeded();

  const folder = newFolder();
  const file = join(folder, "copy.db");
  let scene: Scene;
  const killed: Killed[] = [];

  beforeAll(async () => {
    scene = await makeScene(await newStorage(), random);
    while (killed.length < 4) {
      const left = await filesAfterKill();
      if (left) killed.push(left);
    }
    copyKeys(scene.place.databaseUrl, file);
  });

  async function filesAfterKill(): Promise<Killed | null> {
    const application = scene.start();
    await application.ready;
    const crowd = scene.crowd(application);
    await crowd.sees(20 + random.below(150));
    await application.kill();
    await crowd.stop();
    const [database, wal, index] = ["", "-wal", "-shm"].map((ending) =>
      readFileSync(scene.place.databaseUrl + ending),
    );
    if (!database || !wal || !index) return null;
    const tail = tailOf(wal, index);
    return tail.end - tail.start < 20 * tail.frame ? null : { database, wal, tail };
  }

  /** Opens a copy of what was left, with this log. */
  async function lookAt({ database }: Killed, wal: Buffer) {
    for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
    writeFileSync(file, database);
    writeFileSync(`${file}-wal`, wal);
    return opened(file, async () => ({
      damage: sqliteDamage(file),
      halves: await halves(scene.caseIds, scene.since),
      log: await db.read
        .select({ sequence: auditEvents.sequence, hash: auditEvents.contentHash })
        .from(auditEvents)
        .orderBy(asc(auditEvents.sequence)),
    }));
  }

  it(`opens with the first so many changes, each of them whole, ${damages} times`, async () => {
    let shortened = 0;
    for (const left of killed) {
      const { log: whole } = await lookAt(left, left.wal);
      for (let time = 0; time < damages / killed.length; time += 1) {
        const { wal, how } = damaged(left.wal, left.tail, random);
        const seen = await lookAt(left, wal);
        expect(seen.damage, how).toEqual([]);
        expect(seen.halves, how).toEqual([]);
        expect(seen.log, how).toEqual(whole.slice(0, seen.log.length));
        if (seen.log.length < whole.length) shortened += 1;
      }
    }
    say(`${damages} damaged logs opened, ${shortened} of them without the last changes, 0 by half`);
    expect(shortened).toBeGreaterThan(damages / 2);
  });
});
