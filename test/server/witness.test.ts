import { createServer, type Server } from "node:http";
import { mkdtempSync, readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { count, eq, lt, min } from "drizzle-orm";
import { agendaItems, auditEvents, db, stopDatabase, systemActor } from "#db";
import { command } from "../../app/cli/commands/witness.ts";
import { latestCheckpoint, publishCheckpoint } from "../../app/server/checkpoints.server.ts";
import { setHeadAside } from "../../app/server/log-head.server.ts";
import { rotateKey } from "../../app/server/log-keys.server.ts";
import { serveCheckpoint, serveKeys, serveTile } from "../../app/server/log-serving.server.ts";
import { leavesInBundle } from "../../app/domain/log-tiles.ts";
import { freshDatabase, openCopy } from "../support/database.ts";
import { exampleContent } from "../support/example.ts";
import { cutLog, rawRun } from "../support/raw.ts";

const withExample = { timeout: 60_000 };
let server: Server;
let address: string;
let folder: string;

beforeEach(async () => {
  await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "maatwerkplaats-witness-"));
  server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/^\/log\//, "");
    const served =
      path === "checkpoint" ? serveCheckpoint() : path === "keys" ? serveKeys() : serveTile(path);
    void served.then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));
afterAll(stopDatabase);

async function record(events: number, kind = "scope.created"): Promise<void> {
  await db.write(systemActor, async (tx) => {
    for (let number = 0; number < events; number += 1) {
      await tx.record({ kind, subject: { type: "scope", id: `s${number}` }, caseId: "c1" });
    }
  });
}

const look = () => command.run({ words: [address], options: { dir: folder, once: true } });

describe("a witness outside", () => {
  test("keeps every checkpoint of a log that goes on", async () => {
    for (const events of [3, 300, 500, 1]) {
      await record(events);
      await publishCheckpoint("test");
      expect(await look()).not.toMatchObject({ found: true });
    }
    expect(readdirSync(folder).filter((name) => name.endsWith(".checkpoint"))).toHaveLength(4);
    expect((await look()).result).toMatchObject({ isNew: false, size: 804 });
  });

  test("believes another key when the key before handed over to it, and no other", async () => {
    await record(3);
    await publishCheckpoint("test");
    await look();
    await rotateKey();
    await publishCheckpoint("test");
    await record(3);
    await publishCheckpoint("test");
    expect((await look()).result).toMatchObject({ size: 7 });
    await rotateKey();
    await rawRun("delete from log_keys where until is not null");
    await publishCheckpoint("test");
    expect((await look()).result).toMatchObject({ problem: "unsigned" });
  });

  test("says so when the log was cut", async () => {
    await record(300);
    const { origin } = await publishCheckpoint("test");
    await look();
    await cutLog(200);
    await rawRun("delete from log_checkpoints");
    await rawRun("delete from log_tiles");
    setHeadAside(origin);
    await publishCheckpoint("test");
    const seen = await look();
    expect(seen).toMatchObject({ found: true, result: { problem: "cut" } });
    expect(seen.text).toMatch(/CUT/);
  });

  test.each([
    [100, "two_faces"],
    [160, "rewritten"],
  ])("says so when the log was written anew, with %i events after", async (events, problem) => {
    await record(200);
    const { origin } = await publishCheckpoint("test");
    await look();
    await cutLog(100);
    await rawRun("delete from log_checkpoints");
    setHeadAside(origin);
    await record(events);
    await publishCheckpoint("test");
    expect(await look()).toMatchObject({ found: true, result: { problem } });
  });
});

describe("the log that is served", () => {
  const status = async (path: string) => (await serveTile(path)).status;

  test("ends where the newest checkpoint ends", async () => {
    await record(300);
    await publishCheckpoint("test");
    await record(300);
    expect(await status("tile/0/000")).toBe(200);
    expect(await status("tile/0/001.p/44")).toBe(200);
    expect(await status("tile/0/001.p/45")).toBe(404);
    expect(await status("tile/0/001")).toBe(404);
    expect(await status("tile/entries/001.p/45")).toBe(404);
    expect(await status("tile/1/000.p/1")).toBe(200);
    expect(await status("tile/0/1")).toBe(404);
  });

  test("keeps full tiles for ever, and the rest for a while", async () => {
    await record(300);
    await publishCheckpoint("test");
    const of = async (path: string) => (await serveTile(path)).headers.get("Cache-Control");
    expect(await of("tile/0/000")).toContain("immutable");
    expect(await of("tile/0/001.p/44")).not.toContain("immutable");
  });

  test("tells of scoring only that something happened", async () => {
    await record(1, "rating.recorded");
    await record(1, "case.created");
    await publishCheckpoint("test");
    const served = await serveTile("tile/entries/000.p/2");
    const leaves = leavesInBundle(new Uint8Array(await served.arrayBuffer()));
    const [scoring, ordinary] = leaves.map(
      (leaf) => JSON.parse(Buffer.from(leaf).toString()) as object,
    );
    expect(Object.keys(scoring ?? {}).sort()).toEqual(["content", "record", "sealed", "v"]);
    expect(ordinary).toMatchObject({ kind: "case.created", case: "c1" });
  });

  test(
    "ends where scoring began while a case is scored blind, so that nothing can be counted",
    withExample,
    async () => {
      await openCopy(await exampleContent());
      await publishCheckpoint("test");
      const [opened] = await db.read
        .select({ at: min(agendaItems.openedAt) })
        .from(agendaItems)
        .where(eq(agendaItems.phase, "scoring"));
      const [before] = await db.read
        .select({ events: count() })
        .from(auditEvents)
        .where(lt(auditEvents.at, opened?.at ?? 0));
      const width = Math.min(before?.events ?? 0, 255);
      expect(width).toBeGreaterThan(0);
      expect((await latestCheckpoint())?.size).toBe(before?.events);
      expect(await status(`tile/entries/000.p/${width}`)).toBe(200);
      const last = Math.floor((before?.events ?? 0) / 256);
      const place = String(last).padStart(3, "0");
      const beyond = ((before?.events ?? 0) % 256) + 1;
      expect(await status(`tile/0/${place}.p/${beyond}`)).toBe(404);
      expect(await status(`tile/entries/${place}.p/${beyond}`)).toBe(404);
    },
  );
});
