import { afterAll, beforeAll, describe, expect, it } from "vitest";
import errors from "../../app/i18n/nl/errors.ts";
import { formsIn, postedBy, wordsOf } from "../support/html-reader.ts";
import { startPostgres, type PostgresServer } from "../support/postgres-server.ts";
import { startProcess, type ServerProcess } from "../support/server-process.ts";

const token = "een-lang-geheim-token";
let postgres: PostgresServer;
let running: ServerProcess;

beforeAll(async () => {
  // Keeps what was committed just before it is killed: here that is the whole database.
  postgres = await startPostgres({ durable: true });
  running = await startProcess({
    url: await postgres.createDatabase("away"),
    env: { HEALTH_TOKEN: token, DEMO: "1" },
  });
});

afterAll(async () => {
  running.signal("SIGKILL");
  await running.ended;
  await postgres.stop();
});

const typed = { email: "eerste@uitvoering.example", password: "niet te raden", naar: "/casussen" };

async function post(path: string) {
  const response = await fetch(running.address + path, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: running.address },
    body: new URLSearchParams({ intent: "sign-in", formKey: "een-sleutel", ...typed }),
  });
  return { response, text: await response.text() };
}

describe("a database that cannot be reached", () => {
  it("gives pages that say so, keeps what was typed, and is found again when it is back", async () => {
    await expect.poll(running.output).toContain("Code: ");
    await postgres.kill();
    // All at once: each waits for a while whether the database comes back.
    const [page, { response, text }, data] = await Promise.all([
      fetch(`${running.address}/instellen`),
      post("/inloggen"),
      post("/inloggen.data"),
    ]);
    expect(page.status).toBe(503);
    expect(Number(page.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(wordsOf(await page.text())).toContain(errors.domain.storage_unavailable);

    expect(response.status).toBe(503);
    const again = formsIn(text).find(({ fields }) => fields.some(({ name }) => name === "email"));
    if (!again) throw new Error("There is no form to send again");
    const fields = Object.fromEntries(postedBy(again));
    expect(fields).toMatchObject({ email: typed.email, naar: typed.naar, formKey: "een-sleutel" });
    expect(text).not.toContain(typed.password);

    expect(data.response.status).toBe(503);
    expect(data.text).toContain("storage_unavailable");

    expect((await fetch(`${running.address}/livez`)).status).toBe(200);
    expect((await fetch(`${running.address}/readyz`)).status).toBe(503);
    // Trouble of the storage is no bug: no incident, and nothing of what was typed.
    expect(running.output()).not.toMatch(/incident|eerste@|niet te raden/);
    expect(running.output()).toContain('"code":"storage_unavailable"');

    await postgres.restart();
    const headers = { Authorization: `Bearer ${token}` };
    const seen = async (): Promise<unknown> =>
      (await fetch(`${running.address}/readyz`, { headers })).json();
    await expect.poll(seen, { timeout: 15_000 }).toMatchObject({ ready: true });
    expect((await fetch(`${running.address}/instellen`)).status).toBe(200);
  });
});
