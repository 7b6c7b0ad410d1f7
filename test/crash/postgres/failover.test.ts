import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { freePort } from "../../support/free-port.ts";
import type { Application } from "../application.ts";
import { failovers, say, seeded } from "../form.ts";
import { makeScene } from "../scene.ts";
import { postgresDamage, postgresStorage, type Storage } from "../storage.ts";

const backWithinMs = 10_000;

/** Everything to end, the last that was started first. */
const toEnd: (() => Promise<void>)[] = [];

describe("a failover to a synchronous standby", () => {
  const random = seeded();

  afterEach(async () => {
    for (const end of toEnd.splice(0).reverse()) await end();
  });

  async function pair() {
    const primary = await postgresStorage();
    toEnd.push(primary.end);
    const standby = await primary.server.startStandby();
    toEnd.push(standby.stop);
    const hosts = `127.0.0.1:${primary.server.port},127.0.0.1:${standby.port}`;
    const storage: Storage = {
      ...primary,
      databaseUrl: `postgres://maatwerkplaats@${hosts}/crash?target_session_attrs=read-write`,
      damage: () => postgresDamage(standby),
    };
    return { primary: primary.server, standby, storage };
  }

  async function running(start: () => Application): Promise<Application> {
    const application = start();
    toEnd.push(application.kill);
    await application.ready;
    return application;
  }

  it.each(Array.from({ length: failovers }, (_, place) => place + 1))(
    "loses nothing acknowledged, and both processes go on without a restart (%i)",
    async () => {
      const { primary, standby, storage } = await pair();
      const scene = await makeScene(storage, random);
      const otherPort = await freePort();
      const applications = [
        await running(() => scene.start()),
        await running(() => scene.start(otherPort)),
      ];
      const crowds = applications.map((each, nth) => scene.crowd(each, { nth, of: 2 }));
      await Promise.all(crowds.map((crowd) => crowd.sees(20 + random.below(80))));
      const killed = performance.now();
      const since = () => (performance.now() - killed) / 1000;
      await primary.kill();
      await standby.promote();
      const promoted = since();
      const back = await Promise.all(
        crowds.map(async (crowd) => {
          await crowd.sees(1, backWithinMs);
          return since();
        }),
      );
      const slowest = Math.max(...back);
      await Promise.all(crowds.map((crowd) => crowd.sees(50)));
      await Promise.all(crowds.map((crowd) => crowd.stop()));
      expect(slowest * 1000).toBeLessThan(backWithinMs);
      expect(applications.map((each) => each.isRunning())).toEqual([true, true]);
      expect(await scene.faults()).toEqual([]);
      const times = `promoted after ${promoted.toFixed(1)} s, changes at both after ${slowest.toFixed(1)} s`;
      say(`failover: ${times}; ${scene.report()}, 0 lost`);
    },
  );

  it("acknowledges no change that the standby never heard of, also where its number is used again", async () => {
    const { primary, standby, storage } = await pair();
    const scene = await makeScene(storage, random);
    const application = await running(() => scene.start());
    const crowd = scene.crowd(application);
    await crowd.sees(20);
    // From here the primary commits and waits for a standby that hears nothing.
    const [sender] = await primary.query<{ pid: number }>("select pid from pg_stat_replication");
    if (!sender) throw new Error("The standby does not follow");
    process.kill(sender.pid, "SIGSTOP");
    await wait(1_000);
    process.kill(application.pid, "SIGSTOP");
    await primary.kill();
    await standby.promote();
    for (let time = 0; time < 20; time += 1) await standby.query("select pg_current_xact_id()");
    process.kill(application.pid, "SIGCONT");
    await crowd.sees(20);
    await crowd.stop();
    expect(await scene.faults()).toEqual([]);
  });
});
