import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setEnvironment } from "#db";
import type { Running } from "../../app/server.ts";
import { raiseSignals } from "../../app/server/signal-clusters.server.ts";
import { remindOfSignals } from "../../app/server/signal-reminders.server.ts";
import { everyPlace } from "../support/addresses.ts";
import { openCopy } from "../support/database.ts";
import { openCast, type Cast } from "../support/every-form.ts";
import { exampleContent, examplePeople } from "../support/example.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { rawRows } from "../support/raw.ts";
import { startServer } from "../support/server.ts";
import { visitor, type Visitor } from "../support/visitor.ts";

let running: Running;
let cast: Cast;
let visitors: { name: string; visitor: Visitor }[];

beforeAll(async () => {
  running = await startServer(await openCopy(await exampleContent()));
  cast = await openCast(running.address);
  // What the server does by itself some time after its start is done before anybody looks.
  await raiseSignals();
  await remindOfSignals();
  // One of everyone who holds other roles than the ones before.
  const seen = new Set<string>();
  visitors = cast.everyone.filter(({ roles }) => {
    const key = roles.join();
    return !seen.has(key) && seen.add(key) !== undefined;
  });
  visitors.push({ name: "nobody", visitor: cast.anonymous });
});

afterAll(() => running.stop());

/** Addresses of our own that a page leads to, without what stands behind the question mark. */
function linksIn(html: string): string[] {
  const found = [...html.matchAll(/(?:href|action)="(\/[^"#]*)"/g)].map(([, to = ""]) =>
    to.replaceAll("&amp;", "&"),
  );
  return found.filter(
    (to) => !/^\/(assets|uitloggen|voorkeuren|organisatie)|\.(svg|png|ico|webmanifest)$/.test(to),
  );
}

async function readingCount(): Promise<number> {
  const readings =
    "select count(*) from audit_events where kind in ('case.read', 'scoring.read', 'handover.read')";
  return Number((await rawRows(readings))[0]?.[0]);
}

/** One address of a kind is enough: the next case has the same pages as the first, and so has the next year. */
function kindOf(address: string): string {
  return address
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
    .replaceAll(/\/\d{4}(?=\/|$)/g, "/YEAR")
    .replaceAll(/=[^&]*/g, "=");
}

describe("looking", () => {
  it("changes nothing, whoever looks and wherever the links lead", async () => {
    const places = (await everyPlace(cast.organisationId)).map(({ path }) => path);
    const before = await fingerprint();
    let looked = 0;
    for (const { name, visitor: looking } of visitors) {
      const seen = new Set<string>();
      const waiting = [...places];
      for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
        const kind = kindOf(address);
        if (seen.has(kind)) continue;
        seen.add(kind);
        const page = await looking.get(address);
        expect(page.status, `${name} ${address}`).toBeLessThan(500);
        looked += 1;
        const type = page.headers.get("Content-Type") ?? "";
        const html = await page.text();
        if (type.includes("html")) waiting.push(...linksIn(html));
      }
      expect(seen.size, name).toBeGreaterThan(40);
    }
    expect(looked).toBeGreaterThan(500);
    expect(await fingerprint()).toEqual(before);
  });

  it("changes nothing when only the data or the head is asked for", async () => {
    const before = await fingerprint();
    const coordinator = cast.of("coordinator");
    for (const { path } of await everyPlace(cast.organisationId)) {
      const head = await fetch(running.address + path, {
        method: "HEAD",
        redirect: "manual",
        headers: { Cookie: coordinator.cookie },
      });
      expect(head.status, path).toBeLessThan(500);
      const data = await coordinator.get(`${path === "/" ? "/_root" : path}.data`);
      expect(data.status, path).toBeLessThan(500);
      await data.arrayBuffer();
    }
    expect(await fingerprint()).toEqual(before);
  });

  it("at a case is in the log, whichever of its pages it is", async () => {
    const places = (await everyPlace(cast.organisationId)).filter(
      ({ pattern, loaderRight }) => pattern.includes(":caseId") && loaderRight,
    );
    const people = await examplePeople();
    const began = Date.now();
    const forgotten: string[] = [];
    for (const [index, { path, seenBy }] of places.entries()) {
      // The same page within ten minutes is not told again.
      setEnvironment({ now: () => began + (index + 1) * 11 * 60_000 });
      for (const { id } of people.filter(({ roles, organisationId }) => {
        return roles.includes(seenBy) && organisationId === cast.organisationId;
      })) {
        const { get } = await visitor(running.address, id);
        const before = await readingCount();
        const page = await get(path);
        await page.arrayBuffer();
        if (page.status !== 200) continue;
        if ((await readingCount()) === before) forgotten.push(path);
        break;
      }
    }
    setEnvironment({});
    expect(forgotten).toEqual([]);
  });

  it("gives no page for a method that is not known, and changes nothing", async () => {
    const before = await fingerprint();
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      for (const path of ["/casussen", "/account", "/precedenten", "/uitloggen"]) {
        const response = await fetch(running.address + path, {
          method,
          headers: { Cookie: cast.of("coordinator").cookie, Origin: running.address },
        });
        expect(response.status, `${method} ${path}`).toBe(405);
        await response.arrayBuffer();
      }
    }
    expect(await fingerprint()).toEqual(before);
  });
});
