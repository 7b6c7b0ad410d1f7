import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { Agent, get, request as ask, type ClientRequest, type IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { db, dialect, openDatabase, people, stopDatabase, throttles } from "#db";
import { newDatabase } from "../support/database.ts";
import { startProcess, type ServerProcess } from "../support/server-process.ts";

let running: ServerProcess | undefined;

afterEach(async () => {
  running?.signal("SIGKILL");
  await running?.ended;
  running = undefined;
  await stopDatabase();
});

async function start(env: Record<string, string> = {}) {
  const url = await newDatabase();
  running = await startProcess({ url, env });
  return { url, server: running };
}

/** The form of the first start, filled in. */
async function setUpForm({ output }: ServerProcess): Promise<string> {
  await expect.poll(output).toMatch(/Code: \S+\s/);
  const [, code = ""] = /Code: (\S+)/.exec(output()) ?? [];
  const password = "een zin die niemand raadt";
  return new URLSearchParams({
    code,
    organisation: "Uitvoering Noord",
    name: "Eerste Beheerder",
    email: "eerste@uitvoering.example",
    newPassword: password,
    passwordRepeat: password,
  }).toString();
}

type Posting = { sending: ClientRequest; answer: Promise<IncomingMessage> };

/** Begins a request that changes something and holds back its last byte. */
async function holdBack(server: ServerProcess, body: string): Promise<Posting> {
  const sending = ask({
    port: server.port,
    host: "127.0.0.1",
    path: "/instellen",
    method: "POST",
    agent: new Agent({ keepAlive: true }),
    headers: {
      Origin: server.address,
      "Content-Type": "application/x-www-form-urlencoded",
      "Content-Length": Buffer.byteLength(body),
      // The server says when it has the request.
      Expect: "100-continue",
    },
  });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once("response", resolve).once("error", reject);
  });
  answer.catch(() => undefined);
  const arrived = new Promise((resolve) => sending.once("continue", resolve));
  sending.flushHeaders();
  await arrived;
  sending.write(body.slice(0, -1));
  return { sending, answer };
}

/** Waits until the server knows that it is to stop. */
async function stopping({ output }: ServerProcess): Promise<void> {
  await expect.poll(output, { timeout: 10_000 }).toContain('"msg":"stopping"');
}

describe("a server that is told to stop", () => {
  it("answers the change that is under way, keeps it, and takes no more", async () => {
    const { url, server } = await start();
    const body = await setUpForm(server);
    const { sending, answer } = await holdBack(server, body);
    server.signal("SIGTERM");
    await stopping(server);
    await expect(fetch(`${server.address}/livez`)).rejects.toThrow();
    sending.end(body.slice(-1));
    const { statusCode } = await answer;
    expect(statusCode).toBe(303);
    expect(await server.ended).toBe(0);
    if (dialect === "sqlite") expect(existsSync(`${url}-wal`)).toBe(false);
    await openDatabase(url);
    expect(await db.read.select().from(people)).toHaveLength(1);
  });

  it("closes connections that wait for a next request", async () => {
    const { server } = await start();
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) =>
      get({ port: server.port, host: "127.0.0.1", path: "/livez", agent }, (response) =>
        response.resume().once("end", resolve),
      ),
    );
    const started = performance.now();
    server.signal("SIGTERM");
    expect(await server.ended).toBe(0);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it("says so to a proxy that asks, before it stops answering", async () => {
    const { server } = await start({ STOP_DELAY_SECONDS: "3" });
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
    server.signal("SIGTERM");
    await stopping(server);
    expect((await fetch(`${server.address}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.address}/livez`)).status).toBe(200);
    expect(await server.ended).toBe(0);
  });

  it("breaks off what is not finished in time", async () => {
    const { server } = await start({ STOP_WITHIN_SECONDS: "1" });
    const { answer } = await holdBack(server, await setUpForm(server));
    server.signal("SIGTERM");
    expect(await server.ended).toBe(0);
    await expect(answer).rejects.toThrow();
  });

  it("ends at once at a second signal, but not at one that comes twice", async () => {
    const { server } = await start();
    await holdBack(server, await setUpForm(server));
    server.signal("SIGINT");
    server.signal("SIGINT");
    await stopping(server);
    await wait(800);
    const state = await Promise.race([server.ended, Promise.resolve("still stopping")]);
    expect(state).toBe("still stopping");
    server.signal("SIGINT");
    expect(await server.ended).toBe(1);
  });
});

describe("a process in which something goes wrong that nobody foresaw", () => {
  it("says so in its log, without what was typed, and ends for whoever starts it again", async () => {
    const code = 'process.on("SIGUSR2", () => { throw new Error("mail jan@example.nl") })';
    const nodeOptions = ["--import", `data:text/javascript,${encodeURIComponent(code)}`];
    running = await startProcess({ url: await newDatabase(), nodeOptions });
    running.signal("SIGUSR2");
    expect(await running.ended).toBe(1);
    const line = running
      .output()
      .split("\n")
      .find((text) => text.includes('"level":60'));
    expect(JSON.parse(line ?? "{}")).toMatchObject({ err: { message: "mail ..." } });
  });
});

describe("what a proxy tells", () => {
  const told = {
    "X-Request-Id": "proxy-12345678",
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
  };

  async function failToSignIn(server: ServerProcess) {
    const { address } = server;
    const installed = await fetch(`${address}/instellen`, {
      method: "POST",
      redirect: "manual",
      headers: { Origin: address, "Content-Type": "application/x-www-form-urlencoded" },
      body: await setUpForm(server),
    });
    expect(installed.status).toBe(303);
    return fetch(`${address}/inloggen?naar=${encodeURIComponent("/?q=geheim")}`, {
      method: "POST",
      headers: { Origin: address, ...told },
      body: new URLSearchParams({
        intent: "sign-in",
        email: "wie@example.nl",
        password: "niet goed",
        naar: "",
      }),
    });
  }

  const counted = (address: string) =>
    createHash("sha256").update(`address:${address}`).digest("hex");

  it("counts when it is trusted: the name of the request, and the address of the visitor", async () => {
    const { url, server } = await start({ TRUSTED_PROXY: "127.0.0.0/8" });
    const response = await failToSignIn(server);
    expect(response.headers.get("X-Request-Id")).toBe("proxy-12345678");
    server.signal("SIGTERM");
    await server.ended;
    expect(server.output()).toContain('"requestId":"proxy-12345678"');
    expect(server.output()).not.toMatch(/geheim|wie@|example\.nl/);
    await openDatabase(url);
    const keys = (await db.read.select().from(throttles)).map(({ keyHash }) => keyHash);
    expect(keys).toContain(counted("203.0.113.9"));
  });

  it("counts for nothing when it is not", async () => {
    const { url, server } = await start();
    const response = await failToSignIn(server);
    expect(response.headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
    server.signal("SIGTERM");
    await server.ended;
    await openDatabase(url);
    const keys = (await db.read.select().from(throttles)).map(({ keyHash }) => keyHash);
    expect(keys).toContain(counted("127.0.0.1"));
    expect(keys).not.toContain(counted("203.0.113.9"));
  });

  it("is no name for a request when it has the wrong shape", async () => {
    const { server } = await start({ TRUSTED_PROXY: "1" });
    for (const given of ["short", 'x"y{}12345678', "a".repeat(65)]) {
      const response = await fetch(`${server.address}/instellen`, {
        headers: { "X-Request-Id": given },
      });
      expect(response.headers.get("X-Request-Id")).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe("the metrics of a running server", () => {
  it("name routes and never what people look at", async () => {
    const port = 20_000 + (process.pid % 20_000);
    const { server } = await start({ METRICS_PORT: String(port) });
    for (const path of ["/casussen/geheim-1", "/casussen/geheim-2", "/geheim/3", "/geheim.png"]) {
      await (await fetch(server.address + path, { redirect: "manual" })).arrayBuffer();
    }
    const shown = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(shown).not.toContain("geheim");
    expect(shown).toContain(
      'requests_total{method="GET",route="/casussen/:caseId",status="3xx"} 2',
    );
  });
});
