import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseFiles, db, environment, logins, people, setEnvironment } from "#db";
import terms from "../../app/i18n/nl/terms.ts";
import errors from "../../app/i18n/nl/errors.ts";
import signIn from "../../app/i18n/nl/sign-in.ts";
import type { Running } from "../../app/server.ts";
import { issueSetUpCode } from "../../app/server/set-up.server.ts";
import { freshDatabase } from "../support/database.ts";
import { formsIn, wordsOf } from "../support/html-reader.ts";
import { startServer } from "../support/server.ts";
import { visitor, type Visitor } from "../support/visitor.ts";

const email = "eerste.beheerder@uitvoering.example";
const password = "een zin die niemand raadt";
const setUp = {
  organisation: "Uitvoering Noord",
  name: "Eerste Beheerder",
  email,
  newPassword: password,
  passwordRepeat: password,
  exampleData: "yes",
};

let running: Running;
let nobody: Visitor;
let code: string;
let administrator = "";

beforeAll(async () => {
  running = await startServer(await freshDatabase(), { DEMO: "0" });
  nobody = await visitor(running.address, null);
  code = await issueSetUpCode();
});

afterAll(() => running.stop());

type Reply = {
  status: number;
  location: string | null;
  words: string;
  cookie: string;
  html: string;
};

async function ask(path: string, fields?: Record<string, string>, cookie = ""): Promise<Reply> {
  const response = await fetch(running.address + path, {
    redirect: "manual",
    headers: { Cookie: cookie, Origin: running.address },
    ...(fields ? { method: "POST", body: new URLSearchParams(fields) } : {}),
  });
  const html = await response.text();
  const given = response.headers.getSetCookie().find((one) => one.startsWith("login=")) ?? "";
  return {
    status: response.status,
    location: response.headers.get("Location"),
    words: wordsOf(html),
    cookie: given.split(";")[0] ?? "",
    html,
  };
}

const signInAs = (who: string, secret: string) =>
  ask("/inloggen", { intent: "sign-in", email: who, password: secret, naar: "" });

describe("an installation that is empty", () => {
  it("leads everyone to the page that sets it up", async () => {
    for (const path of ["/", "/inloggen", "/casussen", "/beheer"]) {
      const page = await nobody.get(path);
      expect(page.headers.get("Location"), path).toBe("/instellen");
      await page.arrayBuffer();
    }
    const page = await ask("/instellen");
    expect(page.status).toBe(200);
    expect(page.words).toContain(signIn.setUp.title);
    expect(page.words).not.toContain(terms.demo);
  });

  it("refuses a wrong code, a weak password and passwords that differ, and keeps what was typed", async () => {
    const wrong: [Record<string, string>, string][] = [
      [{ ...setUp, code: "0000000000000000" }, errors.field.code_wrong],
      [{ ...setUp, code: "" }, errors.field.required],
      [{ ...setUp, code, passwordRepeat: "iets anders dan dat" }, errors.field.password_repeat],
      [{ ...setUp, code, newPassword: "kort", passwordRepeat: "kort" }, "12"],
      [{ ...setUp, code, email: "geen adres" }, errors.field.email],
      [{ ...setUp, code, name: "BSN 123456782" }, errors.field.bsn],
    ];
    for (const [fields, says] of wrong) {
      const reply = await ask("/instellen", fields);
      expect(reply.status, says).toBe(422);
      expect(reply.words).toContain(says);
      expect(reply.html).toContain("Uitvoering Noord");
      expect(reply.html).not.toContain(password);
    }
    expect(await db.read.select().from(people)).toEqual([]);
  });

  it("is set up once with the code, and signs its first administrator in", async () => {
    const replies = await Promise.all([
      ask("/instellen", { ...setUp, code }),
      ask("/instellen", { ...setUp, code }),
    ]);
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
    administrator = replies.find(({ status }) => status === 303)?.cookie ?? "";
    const home = await ask("/", undefined, administrator);
    expect(home.status).toBe(200);
    expect(home.words).toContain("Eerste Beheerder");
  });

  it("then has the example cases, and no page to set it up any more", async () => {
    expect((await db.read.select().from(caseFiles)).length).toBeGreaterThan(5);
    expect((await ask("/instellen")).status).toBe(404);
    const again = await ask("/instellen", { ...setUp, code, email: "tweede@uitvoering.example" });
    expect(again.status).toBe(404);
    const fresh = await issueSetUpCode();
    expect((await ask("/instellen", { ...setUp, code: fresh })).status).toBe(404);
  });

  it("has no role picker outside the demo", async () => {
    const page = await ask("/inloggen");
    expect(page.words).not.toContain(signIn.demo.title);
    const [person] = await db.read.select().from(people);
    const fields = { intent: "demo", personId: person?.id ?? "", naar: "" };
    const reply = await ask("/inloggen", { ...fields, organisationId: person?.id ?? "" });
    expect(reply.status).toBe(404);
    expect(reply.cookie).toBe("");
  });
});

describe("signing in", () => {
  it("works with the password that was chosen, in any letter case of the address", async () => {
    const reply = await signInAs(email.toUpperCase(), password);
    expect(reply.status).toBe(303);
    expect((await ask("/beheer", undefined, reply.cookie)).status).toBe(200);
  });

  it("answers the same for a wrong password, an unknown address and an account without password", async () => {
    const replies: Reply[] = [];
    for (const who of [
      email,
      "onbekend@uitvoering.example",
      "femke.brouwers@lud.example",
      "geen adres",
    ]) {
      replies.push(await signInAs(who, "niet het wachtwoord"));
    }
    for (const { status, words, cookie } of replies) {
      expect(status).toBe(422);
      expect(cookie).toBe("");
      expect(words).toContain(errors.field.sign_in_failed);
      expect(words).toBe(replies[0]?.words);
    }
  });

  it("is slowed down in the same way for known and unknown addresses", async () => {
    const known = "tweede.bekende@uitvoering.example";
    const statuses: Record<string, number[]> = {};
    for (const who of [known, "nog.onbekend@uitvoering.example"]) {
      statuses[who] = [];
      for (let attempt = 0; attempt < 12; attempt += 1) {
        statuses[who].push((await signInAs(who, `poging ${attempt}`)).status);
      }
    }
    const [first, second] = Object.values(statuses);
    expect(first).toEqual(second);
    expect(first).toEqual([...Array<number>(10).fill(422), 429, 429]);
  });

  it("leads back to where someone was going, and never to another site", async () => {
    const page = await nobody.get("/beheer/personen?naam=x");
    expect(page.headers.get("Location")).toBe("/inloggen?naar=%2Fbeheer%2Fpersonen%3Fnaam%3Dx");
    await page.arrayBuffer();
    for (const [naar, to] of [
      ["/beheer/personen?naam=x", "/beheer/personen?naam=x"],
      ["//elsewhere.example", "/"],
      ["https://elsewhere.example", "/"],
      ["/\\elsewhere.example", "/"],
      ["javascript:alert(1)", "/"],
    ] as const) {
      const reply = await ask("/inloggen", { intent: "sign-in", email, password, naar });
      expect(reply.location, naar).toBe(to);
    }
  });

  it("ends by signing out, in every tab", async () => {
    const { cookie } = await signInAs(email, password);
    const out = await ask("/uitloggen", {}, cookie);
    expect(out.status).toBe(303);
    const after = await ask("/beheer", undefined, cookie);
    expect(after.status).toBe(303);
    expect(after.location).toMatch(/^\/inloggen/);
  });

  it("ends after a day without a visit", async () => {
    const { cookie } = await signInAs(email, password);
    expect((await ask("/account", undefined, cookie)).status).toBe(200);
    const real = environment.now;
    setEnvironment({ now: () => Date.now() + 3 * 86_400_000 });
    expect((await ask("/account", undefined, cookie)).status).toBe(303);
    setEnvironment({ now: real });
  });

  it("elsewhere is ended from the account page", async () => {
    const [here, there] = [await signInAs(email, password), await signInAs(email, password)];
    const ended = await ask("/account", { intent: "end-other-logins" }, here.cookie);
    expect(ended.status).toBe(303);
    expect((await ask("/account", undefined, there.cookie)).status).toBe(303);
    expect((await ask("/account", undefined, here.cookie)).status).toBe(200);
    administrator = here.cookie;
  });
});

describe("a link to choose a password", () => {
  const chosen = "een tweede zin die niemand raadt";
  let link = "";

  it("is made by the administrator and shown once", async () => {
    const [first] = await db.read.select().from(people);
    const own = (await db.read.select().from(people)).find((person) => person.email === email);
    expect(first).toBeDefined();
    const path = `/beheer/personen/${own?.id}`;
    const made = await ask(path, { intent: "password-link" }, administrator);
    expect(made.status).toBe(200);
    [link = ""] = /\/wachtwoord\/[\w-]+/.exec(made.html) ?? [];
    expect(link).not.toBe("");
    expect((await ask(path, undefined, administrator)).html).not.toContain(link);
  });

  it("works once, and signs the person out everywhere", async () => {
    expect((await ask(link)).status).toBe(200);
    const weak = await ask(link, { newPassword: "kort", passwordRepeat: "kort" });
    expect(weak.status).toBe(422);
    const fields = { newPassword: chosen, passwordRepeat: chosen };
    const replies = await Promise.all([ask(link, fields), ask(link, fields)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect((await ask("/account", undefined, administrator)).status).toBe(303);
    expect((await ask(link)).status).toBe(404);
    expect((await ask(link, fields)).status).toBe(404);
    expect((await signInAs(email, password)).status).toBe(422);
    expect((await signInAs(email, chosen)).status).toBe(303);
  });

  it("that was made up does nothing", async () => {
    for (const token of ["x", "a".repeat(500), "%00", "..%2f..%2f"]) {
      const page = await ask(`/wachtwoord/${token}`);
      expect(page.status, token).toBe(404);
      const fields = { newPassword: chosen, passwordRepeat: chosen };
      expect((await ask(`/wachtwoord/${token}`, fields)).status, token).toBe(404);
    }
  });

  it("leaves no secret in the database", async () => {
    const rows = JSON.stringify([
      await db.read.select().from(people),
      await db.read.select().from(logins),
    ]);
    expect(rows).not.toContain(chosen);
    expect(rows).not.toContain(link.split("/").at(-1));
    expect(formsIn((await ask("/inloggen")).html).length).toBeGreaterThan(0);
  });
});
