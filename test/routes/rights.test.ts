import { eq, or } from "drizzle-orm";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { hasRight, roles, type Role } from "../../app/domain/rights.ts";
import { caseFiles, db, precedentAdoptions, precedents } from "#db";
import type { Running } from "../../app/server.ts";
import { openExtraPlaces } from "../support/extra-places.ts";
import { openCopy } from "../support/database.ts";
import { everyPlace, type Place } from "../support/addresses.ts";
import { exampleContent, examplePeople, organisationNamed } from "../support/example.ts";
import { startServer } from "../support/server.ts";
import { visitor, type Visitor } from "../support/visitor.ts";

/**
 * What a person with the right may still not see, because it lies behind a second condition: being
 * on the panel, leading the session, having the token. The answer is then one of these.
 */
const behindAnotherDoor: Record<string, number[]> = {
  // For forms only: asking for it leads back to the start page.
  "routes/switch-organisation.ts": [303],
  "routes/sign-out.ts": [303],
  // For who may see the session: a privacy officer looks after cases.
  "routes/audit/session.tsx": [404],
  "routes/sessions/scoring.tsx": [404],
  "routes/sessions/minority-view.tsx": [403, 404],
  "routes/sessions/reveal.tsx": [403, 404],
  "routes/sessions/panels.tsx": [403, 404],
  "routes/sessions/edit.tsx": [403, 404],
  // For who took part in the session.
  "routes/signals/reflection.tsx": [404],
  // Who takes part already goes to where the session is.
  "routes/sessions/join.tsx": [303],
};

/** Roles that see only the cases they take part in. */
const participants: Role[] = ["submitter", "assessor"];
/** Roles that do not see cases with facts about health or crime. */
const kept: Role[] = ["policy_advisor", "executive", "privacy_officer"];

type Visiting = Visitor & { roles: Role[] };

let running: Running;
let places: Place[];
let specialCases: string[];
const own = new Map<Role, Visiting>();
const foreign = new Map<Role, Visiting>();
let anonymous: Visitor;

beforeAll(async () => {
  const file = await openCopy(await exampleContent());
  running = await startServer(file);
  const home = await organisationNamed("Uitkeringsdienst");
  await openExtraPlaces(home.id);
  places = await everyPlace(home.id);
  for (const person of await examplePeople()) {
    const side = person.organisationId === home.id ? own : foreign;
    for (const role of person.roles) {
      if (side.has(role)) continue;
      side.set(role, { ...(await visitor(running.address, person.id)), roles: person.roles });
    }
  }
  const special = or(eq(caseFiles.specialHealth, true), eq(caseFiles.specialCriminal, true));
  specialCases = (await db.read.select().from(caseFiles).where(special)).map(({ id }) => id);
  anonymous = await visitor(running.address, null);
});

afterAll(() => running.stop());

/** Whether the address names a record of the organisation. */
function isOfOrganisation({ pattern }: Place): boolean {
  return /:(case|session|decision|document|option|weighing|scope|signal|organisation|import|lineChange|handover|rule)Id|:code/.test(
    pattern,
  );
}

/** Statuses with which a page may keep itself from a role that does hold its right. */
function alsoAllowed(role: Role, place: Place): number[] {
  const special = specialCases.some((id) => place.path.includes(id));
  const hidden = participants.includes(role) || (special && kept.includes(role));
  // Who has not come to a step of the practice session is led to where they are.
  const practice = place.file.startsWith("routes/practice/") ? [303] : [];
  const another = behindAnotherDoor[place.file] ?? practice;
  return isOfOrganisation(place) && hidden ? [...another, 404] : another;
}

function of(side: Map<Role, Visiting>, role: Role): Visiting {
  const found = side.get(role);
  if (!found) throw new Error(`The example data has no ${role}`);
  return found;
}

/** A page without what differs for every request: ids, nonces and its own address. */
async function comparable(response: Response, path: string): Promise<string> {
  const text = await response.text();
  return text
    .replaceAll(path.split("/").at(-1) ?? "", "ID")
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "KEY");
}

async function statusOf(response: Response): Promise<number> {
  await response.arrayBuffer();
  return response.status;
}

/** The links on a page that this person may not open, by the right that their page asks for. */
function closedTo({ roles: held }: Visiting, page: string): string[] {
  const paths = page.matchAll(/<a [^>]*href="(\/[^"?#]*)/g);
  return [...new Set([...paths].map(([, path = ""]) => path))].flatMap((path) => {
    const right = placeAt(path)?.loaderRight;
    return right && !hasRight(held, right) ? [path] : [];
  });
}

/** The place of an address: the one with the most words of its own. */
function placeAt(path: string): Place | undefined {
  const steps = path.split("/");
  const own = ({ pattern }: Place) => pattern.split("/").filter((step) => !step.startsWith(":"));
  const fits = ({ pattern }: Place) => {
    const asked = pattern.split("/");
    return (
      asked.length === steps.length &&
      asked.every((step, at) => step.startsWith(":") || step === steps[at])
    );
  };
  return places.filter(fits).sort((a, b) => own(b).length - own(a).length)[0];
}

describe("a page", () => {
  it("exists for every route, at a real address", () => {
    expect(places.length).toBeGreaterThan(50);
    expect(places.filter(({ path }) => path.includes(":"))).toEqual([]);
  });

  it.each(roles)(
    "opens for a %s of the organisation exactly where the right says so",
    async (role) => {
      const visiting = of(own, role);
      const wrong: string[] = [];
      const dead = new Set<string>();
      for (const place of places) {
        if (!place.loaderRight) continue;
        const response = await visiting.get(place.path);
        const { status } = response;
        const text = await response.text();
        const may = hasRight(visiting.roles, place.loaderRight);
        const expected = may ? [200, ...alsoAllowed(role, place)] : [403];
        if (!expected.includes(status)) wrong.push(`${place.path} gives ${status}`);
        if (status !== 200 || !place.file.endsWith(".tsx")) continue;
        for (const link of closedTo(visiting, text)) dead.add(`${place.pattern} leads to ${link}`);
      }
      expect(wrong).toEqual([]);
      expect([...dead].sort()).toEqual([]);
    },
  );

  it("opens for someone, whoever it is meant for", async () => {
    for (const place of places.filter(
      ({ file, loaderRight }) => loaderRight && file.endsWith(".tsx"),
    )) {
      const statuses = await Promise.all(
        [...own.values()].map(async (one) => statusOf(await one.get(place.path))),
      );
      expect(statuses, place.path).toContain(200);
    }
  });

  it.each(roles)("of this organisation is not there for a %s of another", async (role) => {
    const visiting = foreign.get(role);
    if (!visiting) return;
    for (const place of places.filter(isOfOrganisation)) {
      if (!place.loaderRight) continue;
      const status = await statusOf(await visiting.get(place.path));
      expect([403, 404], `${role} ${place.path}`).toContain(status);
    }
  });

  it("of another organisation answers as if it never existed", async () => {
    const visiting = foreign.get("coordinator");
    const place = places.find(({ file }) => file === "routes/cases/case.tsx");
    if (!visiting || !place) throw new Error("no example");
    const missing = "/casussen/01900000-0000-7000-8000-000000000000";
    const [real, absent] = await Promise.all([visiting.get(place.path), visiting.get(missing)]);
    expect(real.status).toBe(404);
    expect(absent.status).toBe(404);
    expect(await comparable(real, place.path)).toBe(await comparable(absent, missing));
  });

  it("asks people who are not signed in to sign in", async () => {
    for (const place of places) {
      if (!place.loaderRight) continue;
      const response = await anonymous.get(place.path);
      expect(response.status, place.path).toBe(303);
      expect(response.headers.get("Location"), place.path).toMatch(/^\/inloggen/);
    }
  });

  it("gives its data in the background to the same people only", async () => {
    for (const place of places) {
      if (!place.loaderRight || place.path === "/") continue;
      const response = await anonymous.get(`${place.path}.data`);
      const text = await response.text();
      expect(text, place.path).toContain("/inloggen");
      expect(text.length, place.path).toBeLessThan(3000);
    }
  });
});

describe("a form", () => {
  it.each(roles)("is refused to a %s without its right, and never breaks", async (role) => {
    const visiting = of(own, role);
    for (const place of places) {
      if (!place.actionRight || place.file.includes("sign-out")) continue;
      const status = await statusOf(await visiting.post(place.path, { intent: "no-such-intent" }));
      const may = hasRight(visiting.roles, place.actionRight);
      if (!may) expect(status, `${role} ${place.path}`).toBe(403);
      else expect(status, `${role} ${place.path}`).toBeLessThan(500);
    }
  });

  it.each(roles)("of this organisation is not there for a %s of another", async (role) => {
    const visiting = foreign.get(role);
    if (!visiting) return;
    for (const place of places.filter(isOfOrganisation)) {
      if (!place.actionRight) continue;
      const status = await statusOf(await visiting.post(place.path, { intent: "no-such-intent" }));
      expect([403, 404, 422], `${role} ${place.path}`).toContain(status);
    }
  });

  it("sends people who are not signed in to the sign-in page", async () => {
    for (const place of places.filter(({ actionRight }) => actionRight)) {
      const response = await anonymous.post(place.path, {});
      expect(response.status, place.path).toBe(303);
      expect(response.headers.get("Location"), place.path).toBe("/inloggen");
    }
  });

  it("from another site is refused on every address", async () => {
    for (const { path } of places) {
      const response = await fetch(running.address + path, {
        method: "POST",
        body: "x=1",
        redirect: "manual",
        headers: {
          Origin: "https://elsewhere.example",
          "Content-Type": "application/x-www-form-urlencoded",
        },
      });
      expect(response.status, path).toBe(403);
    }
  });
});

describe("a precedent of this organisation", () => {
  async function precedentIds(shared: boolean): Promise<string[]> {
    const rows = await db.read.select().from(precedents);
    const ofUs = (await organisationNamed("Uitkeringsdienst")).id;
    return rows
      .filter(({ organisationId, publishedAt }) => organisationId === ofUs && publishedAt !== null)
      .filter(({ visibility }) => (visibility === "organisation") !== shared)
      .map(({ id }) => id);
  }

  it.each(roles)("is there for a %s of another only once it is shared", async (role) => {
    const visiting = foreign.get(role);
    if (!visiting) return;
    const reads = hasRight(visiting.roles, "precedent.read");
    for (const shared of [true, false]) {
      const ids = await precedentIds(shared);
      expect(ids).not.toEqual([]);
      for (const id of ids) {
        for (const path of [`/precedenten/${id}`, `/precedenten/vergelijken?met=${id}`]) {
          const expected = reads ? (shared ? 200 : 404) : 403;
          expect(await statusOf(await visiting.get(path)), `${role} ${path}`).toBe(expected);
        }
      }
    }
  });

  it.each(roles)("is not adopted by a %s of another while it is not shared", async (role) => {
    const visiting = foreign.get(role);
    if (!visiting) return;
    const [precedentId = ""] = await precedentIds(false);
    const theirs = await organisationNamed("Waterrijk");
    const cases = await db.read
      .select()
      .from(caseFiles)
      .where(eq(caseFiles.organisationId, theirs.id));
    for (const { id: caseId } of cases) {
      const fields = { caseId, precedentId, perspective: "legal", version: "0", choice: "adopt" };
      const asked = { intent: "record", adapted: "", departed: "", ...fields };
      const status = await statusOf(await visiting.post("/precedenten/vergelijken", asked));
      expect([403, 404, 409], `${role} ${caseId}`).toContain(status);
    }
    expect(await db.read.select().from(precedentAdoptions)).toEqual([]);
  });
});

describe("every answer", () => {
  it("carries the headers that protect it", async () => {
    for (const path of [
      "/",
      "/inloggen",
      "/no-such-page",
      "/assets/none.js",
      "/fout/403",
      "/favicon.svg",
    ]) {
      const { headers } = await anonymous.get(path);
      expect(headers.get("X-Content-Type-Options"), path).toBe("nosniff");
      expect(headers.get("Referrer-Policy"), path).toBe("same-origin");
      expect(headers.get("Strict-Transport-Security"), path).toContain("max-age=31536000");
      const policy = headers.get("Content-Security-Policy") ?? "";
      expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']{20,}'/);
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toContain("unsafe-inline");
    }
  });

  it("has another nonce every time, on its scripts too", async () => {
    const pages = await Promise.all([anonymous.get("/inloggen"), anonymous.get("/inloggen")]);
    const nonces = await Promise.all(
      pages.map(async (page) => {
        const [, nonce = ""] =
          /'nonce-([^']+)'/.exec(page.headers.get("Content-Security-Policy") ?? "") ?? [];
        expect(await page.text()).toContain(`nonce="${nonce}"`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});
