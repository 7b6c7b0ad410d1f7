import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db, dialect, sqlite, stopDatabase, throttles } from "#db";
import { healthPages, watchHealth, type Health } from "../../app/server/health.server.ts";
import { parseSettings } from "../../app/server/settings.server.ts";
import { freshDatabase } from "../support/database.ts";

const token = "een-lang-geheim-token";
const withToken = { Authorization: `Bearer ${token}` };

let url: string;
let server: Server | undefined;
let health: Health;

beforeEach(async () => {
  url = await freshDatabase();
});

afterEach(async () => {
  server?.close();
  server?.closeAllConnections();
  await stopDatabase();
});

async function start(more: Record<string, string> = {}) {
  const config = parseSettings({
    DATABASE_URL: url,
    DOCUMENTS_DIR: "/tmp/maatwerkplaats-not-made-yet/documents",
    HEALTH_TOKEN: token,
    ...more,
  });
  health = watchHealth(config);
  const app = express().use(healthPages(health, config));
  server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server?.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init);
}

describe("/livez", () => {
  it("answers as long as the process does, also without a database", async () => {
    const ask = await start();
    await stopDatabase();
    const answer = await ask("/livez");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(answer.headers.get("Set-Cookie")).toBeNull();
  });
});

describe("/readyz", () => {
  it("says yes when a change can be made, and leaves nothing behind", async () => {
    const ask = await start();
    const answer = await ask("/readyz");
    expect([answer.status, await answer.text()]).toEqual([200, "ready"]);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(await db.read.select().from(throttles)).toEqual([]);
  });

  it("tells why only to who has the token", async () => {
    const ask = await start();
    const details = (await (await ask("/readyz", { headers: withToken })).json()) as object;
    expect(details).toMatchObject({
      ready: true,
      dialect,
      database: { writable: true, migrations: "current" },
      queueLength: 0,
    });
    const others: HeadersInit[] = [
      {},
      { Authorization: "Bearer iets-anders-dan-dat" },
      { Authorization: token },
    ];
    for (const headers of others) {
      expect(await (await ask("/readyz", { headers })).text()).toBe("ready");
    }
  });

  it("shows no details to anyone when there is no token", async () => {
    const ask = await start({ HEALTH_TOKEN: "" });
    const headers = { Authorization: "Bearer undefined" };
    expect(await (await ask("/readyz", { headers })).text()).toBe("ready");
  });

  it("says no when the disk is nearly full", async () => {
    const ask = await start({ MIN_FREE_DISK_MB: "1000000" });
    const answer = await ask("/readyz", { headers: withToken });
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Retry-After")).not.toBeNull();
    const { disks } = (await answer.json()) as { disks: { holds: string; enough: boolean }[] };
    expect(disks.map(({ holds, enough }) => [holds, enough])).toContainEqual(["documents", false]);
  });

  it("says no when the database is away", async () => {
    const ask = await start();
    await stopDatabase();
    const answer = await ask("/readyz", { headers: withToken });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ ready: false });
  });

  it("says no from the moment the server is to stop, also right after a yes", async () => {
    const ask = await start();
    expect((await ask("/readyz")).status).toBe(200);
    health.leave();
    const answer = await ask("/readyz", { headers: withToken });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ stopping: true });
  });

  it.runIf(dialect === "sqlite")("tries the database once, however many ask at once", async () => {
    const ask = await start();
    const tried = () =>
      sqlite().writer.prepare<[], { n: number }>("select total_changes() as n").get()?.n ?? 0;
    const before = tried();
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask("/readyz")));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(tried() - before).toBe(1);
  });

  it("takes no other method", async () => {
    const ask = await start();
    expect((await ask("/readyz", { method: "POST" })).status).toBe(405);
    expect((await ask("/readyz", { method: "HEAD" })).status).toBe(200);
  });
});
