import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialect, queueLength, sqlite } from "#db";
import errors from "../../app/i18n/nl/errors.ts";
import type { Running } from "../../app/server.ts";
import { arrange, freshDatabase } from "../support/database.ts";
import { wordsOf } from "../support/html-reader.ts";
import { startServer } from "../support/server.ts";
import { issueSetUpCode } from "../../app/server/set-up.server.ts";

let running: Running;

beforeAll(async () => {
  running = await startServer(await freshDatabase(), { DEMO: "0", WRITE_QUEUE: "2" });
});

afterAll(() => running.stop());

const typed = {
  organisation: "Uitvoering <Noord>",
  name: "Eerste Beheerder",
  email: "eerste@uitvoering.example",
  newPassword: "een zin die niemand raadt",
  passwordRepeat: "een zin die niemand raadt",
};

async function post(path: string, fields: Record<string, string>) {
  const response = await fetch(running.address + path, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: running.address },
    body: new URLSearchParams(fields),
  });
  return { response, text: await response.text() };
}

/**
 * Everything in the storage's way for as long as the work takes. What the application does by
 * itself goes first: it would be done halfway, and leave room.
 */
async function whileBusy<T>(work: () => Promise<T>): Promise<T> {
  while (queueLength() > 0) await pause(5);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const waiting = [arrange(() => held), arrange(() => Promise.resolve())];
  try {
    return await work();
  } finally {
    release();
    await Promise.all(waiting);
  }
}

describe("a storage that is too busy", () => {
  it("gives the form back with what was typed, and says when to come again", async () => {
    const code = await issueSetUpCode();
    const { response, text } = await whileBusy(() => post("/instellen", { ...typed, code }));
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(wordsOf(text)).toContain(errors.domain.storage_busy);
    expect(text).toContain('value="Uitvoering &lt;Noord&gt;"');
    expect(text).not.toContain(typed.newPassword);
  });

  it("says the same to a page that saves in the background", async () => {
    const code = await issueSetUpCode();
    const { response, text } = await whileBusy(() => post("/instellen.data", { ...typed, code }));
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(text).toContain("storage_busy");
    expect(text).toContain("Eerste Beheerder");
  });

  it("does not keep anyone from reading", async () => {
    const page = await whileBusy(() => fetch(`${running.address}/instellen`));
    expect(page.status).toBe(200);
  });
});

describe.runIf(dialect === "sqlite")("a storage that is full", () => {
  it("refuses to save with 507, keeps what was typed, and goes on once there is room", async () => {
    const code = await issueSetUpCode();
    const { writer } = sqlite();
    const fields = { ...typed, code, name: "x".repeat(100), exampleData: "yes" };
    const most = writer.pragma("max_page_count", { simple: true });
    writer.pragma("max_page_count = 1");
    const { response, text } = await post("/instellen", fields);
    const page = await fetch(`${running.address}/instellen`);
    writer.pragma(`max_page_count = ${String(most)}`);
    expect(response.status).toBe(507);
    expect(wordsOf(text)).toContain(errors.domain.storage_full);
    expect(text).toContain('value="Uitvoering &lt;Noord&gt;"');
    expect(page.status).toBe(200);
    expect((await post("/instellen", { ...typed, code })).response.status).toBe(303);
  });
});
