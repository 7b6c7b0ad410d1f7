import { and, eq } from "drizzle-orm";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  caseFiles,
  db,
  environment,
  options,
  ratings,
  sessions as meetings,
  setEnvironment,
} from "#db";
import cases from "../../app/i18n/nl/cases.ts";
import terms from "../../app/i18n/nl/terms.ts";
import errors from "../../app/i18n/nl/errors.ts";
import scoring from "../../app/i18n/nl/scoring.ts";
import sessions from "../../app/i18n/nl/sessions.ts";
import signIn from "../../app/i18n/nl/sign-in.ts";
import { openWorld, personNamed, type Item, type World } from "../support/agenda-world.ts";
import { problemsOf } from "../support/browser-problems.ts";
import { launchBrowser } from "../support/chromium.ts";
import { awake, done, field, fill, press, told } from "../support/form-page.ts";
import { send } from "../support/posting.ts";
import type { Visitor } from "../support/visitor.ts";

let world: World;
let browser: Browser;
let item: Item;
let contexts: BrowserContext[] = [];
let problems: string[][] = [];

beforeAll(async () => {
  world = await openWorld();
  browser = await launchBrowser();
  item = world.item("scoring");
});

beforeEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
  problems = [];
});

afterAll(async () => {
  await browser?.close();
  await world?.running.stop();
});

/** A browser in which someone is signed in. */
async function browserOf(visitor: Visitor): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "nl-NL", baseURL: world.running.address });
  const [name = "", value = ""] = visitor.cookie.split("=");
  await context.addCookies([{ name, value, url: world.running.address }]);
  problems.push(await problemsOf(context));
  context.setDefaultTimeout(15_000);
  contexts.push(context);
  return context;
}

async function tabOn(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

const question = (place: number) => `${item.path}/beoordelen?stap=${item.letter}${place}`;
const noProblems = () => expect(problems.flat()).toEqual([]);

async function rowsFor(criterion: string, position: number) {
  const [option] = await db.read
    .select()
    .from(options)
    .where(and(eq(options.caseId, item.caseId), eq(options.position, position)));
  return db.read
    .select()
    .from(ratings)
    .where(
      and(
        eq(ratings.agendaItemId, item.id),
        eq(ratings.criterion, criterion),
        eq(ratings.optionId, option?.id ?? ""),
      ),
    );
}

/** The own rows, told apart from those of the others on the panel by the reason. */
async function ownRows(place: number, position: number, reason: string) {
  const rows = await rowsFor(`${item.letter}${place}`, position);
  return rows.filter((row) => row.reason === reason);
}

async function takeBackReady(page: Page): Promise<void> {
  const undo = page.getByRole("button", { name: scoring.check.undo });
  if ((await undo.count()) > 0) await done(page, scoring.check.undo, "ratings_reopened");
}

describe("scoring", () => {
  it("in two tabs gives one row, the last answer, and tells no other tab wrong", async () => {
    const context = await browserOf(item.assessor);
    const first = await tabOn(context, `${item.path}/beoordelen?stap=controle`);
    await takeBackReady(first);
    const tabs = [first, await context.newPage()];
    const reason = "Uit twee tabbladen";
    for (const tab of tabs) {
      await tab.goto(question(1));
      await awake(tab.locator(".mw-cell").first());
    }
    for (const [place, tab] of tabs.entries()) {
      const cell = tab.locator(".mw-cell").first();
      await fill(cell, scoring.reason, reason);
      await cell.locator(`input[value="${place + 4}"]`).check();
      await cell.getByText(scoring.save.saved, { exact: true }).waitFor();
    }
    const rows = await ownRows(1, 0, reason);
    expect(rows.map(({ value }) => value)).toEqual([5]);
    noProblems();
  });

  it("goes on when the connection was lost, and loses nothing", async () => {
    const context = await browserOf(item.assessor);
    const page = await tabOn(context, question(2));
    const cell = page.locator(".mw-cell").first();
    await awake(cell);
    await context.setOffline(true);
    await cell.locator('input[value="2"]').check();
    await cell.getByText(scoring.save.retrying).waitFor();
    const reason = "Getypt zonder verbinding";
    await fill(cell, scoring.reason, reason);
    expect(await field(cell, scoring.reason).inputValue()).toBe(reason);
    expect(await ownRows(2, 0, reason)).toEqual([]);
    await context.setOffline(false);
    await cell.getByText(scoring.save.saved, { exact: true }).waitFor();
    expect((await ownRows(2, 0, reason)).map(({ value }) => value)).toEqual([2]);
    await page.reload();
    expect(await field(page.locator(".mw-cell").first(), scoring.reason).inputValue()).toBe(reason);
  });

  it("keeps what was typed when somebody goes on before it was saved", async () => {
    const context = await browserOf(item.assessor);
    const page = await tabOn(context, question(3));
    const cell = page.locator(".mw-cell").first();
    await awake(cell);
    const reason = "Meteen door naar de volgende";
    await cell.locator('input[value="4"]').check();
    await fill(cell, scoring.reason, reason);
    await page.locator("summary", { hasText: scoring.steps.all }).click();
    await page.getByRole("link", { name: new RegExp(`^${item.letter}4:`) }).click();
    await page.waitForURL((url) => url.searchParams.get("stap") === `${item.letter}4`);
    await expect.poll(async () => (await ownRows(3, 0, reason)).length).toBe(1);
    noProblems();
  });

  it("shows what is stored after the back button", async () => {
    const context = await browserOf(item.assessor);
    const page = await tabOn(context, question(4));
    const cell = page.locator(".mw-cell").first();
    await awake(cell);
    await cell.locator('input[value="3"]').check();
    await fill(cell, scoring.reason, "Voor de terugknop");
    await press(page, scoring.next);
    await page.waitForURL((url) => url.searchParams.get("stap") === `${item.letter}5`);
    const fifth = page.locator(".mw-question__kind").getByText(`${item.letter}5`);
    await fifth.waitFor();
    expect(await field(page.locator(".mw-cell").first(), scoring.reason).inputValue()).not.toBe(
      "Voor de terugknop",
    );
    await page.goBack();
    await page.locator(".mw-question__kind").getByText(`${item.letter}4`).waitFor();
    const back = page.locator(".mw-cell").first();
    expect(await field(back, scoring.reason).inputValue()).toBe("Voor de terugknop");
    expect(await back.locator('input[value="3"]').isChecked()).toBe(true);
    noProblems();
  });

  it("says so when the login has ended, with the text still there", async () => {
    const context = await browserOf(await world.visiting(await assessorId()));
    const page = await tabOn(context, question(5));
    const cell = page.locator(".mw-cell").first();
    await awake(cell);
    await context.clearCookies();
    await cell.locator('input[value="4"]').check();
    await cell.getByText(errors.field.login_expired).waitFor();
    await fill(cell, scoring.reason, "Dit staat er nog");
    expect(await field(cell, scoring.reason).inputValue()).toBe("Dit staat er nog");
  });
});

async function assessorId(): Promise<string> {
  const account = await (await item.assessor.get("/account")).text();
  const [, name = ""] = /mw-person__name">([^<]+)</.exec(account) ?? [];
  return (await personNamed(name)).id;
}

describe("two people at one case", () => {
  it("who change the same step do not overwrite each other: the second sees both texts", async () => {
    const caseId = await world.newCase("Een casus voor twee mensen");
    const path = `/casussen/${caseId}/bewerken/situatie`;
    const mine = await tabOn(await browserOf(world.cast.named("Femke Brouwers")), path);
    const theirs = await tabOn(await browserOf(world.cast.named("Marieke Hoekstra")), path);
    await fill(mine, cases.field.unease, "Wat de indiener schreef.");
    await press(mine, cases.form.save);
    await mine.waitForURL((url) => url.pathname.endsWith("/wet"));
    await fill(theirs, cases.field.unease, "Wat de coördinator schreef.");
    expect(await press(theirs, cases.form.save)).toBe(409);
    await theirs.getByText(terms.conflict.title, { exact: true }).waitFor();
    const text = await theirs.locator("main").innerText();
    expect(text).toContain("Wat de indiener schreef.");
    expect(text).toContain("Wat de coördinator schreef.");
    expect(await field(theirs, cases.field.unease).inputValue()).toBe(
      "Wat de coördinator schreef.",
    );
    await press(theirs, cases.form.save);
    await theirs.waitForURL((url) => url.pathname.endsWith("/wet"));
    const [row] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId));
    expect(row?.unease).toBe("Wat de coördinator schreef.");
    noProblems();
  });
});

describe("a button that is pressed twice", () => {
  it("makes one case", async () => {
    const page = await tabOn(
      await browserOf(world.cast.named("Femke Brouwers")),
      "/casussen/nieuw",
    );
    const title = "Dubbel geklikt";
    await awake(page.locator("form", { has: page.locator('input[name="title"]') }));
    await fill(page, cases.field.title, title);
    await page.getByRole("button", { name: cases.new.submit }).dblclick();
    await page.waitForURL((url) => url.pathname.endsWith("/situatie"));
    await page.waitForLoadState("networkidle");
    const found = await db.read.select().from(caseFiles).where(eq(caseFiles.title, title));
    expect(found).toHaveLength(1);
    noProblems();
  });

  it("makes one session, without scripts as well", async () => {
    const cookie = world.cast.named("Marieke Hoekstra").cookie;
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: "nl-NL",
      baseURL: world.running.address,
    });
    contexts.push(context);
    const [name = "", value = ""] = cookie.split("=");
    await context.addCookies([{ name, value, url: world.running.address }]);
    const page = await tabOn(context, "/zittingen/nieuw");
    await fill(page, sessions.field.title, "Dubbel gepland");
    await page.getByLabel(terms.sessionKind.live).check();
    await field(page, sessions.field.startsAt).fill("2027-03-01T10:00");
    await field(page, sessions.field.questionSetId).selectOption({ index: 1 });
    await field(page, sessions.field.facilitatorId).selectOption({ label: "Marieke Hoekstra" });
    await page.getByRole("button", { name: sessions.form.plan }).dblclick();
    await told(page, "session_created");
    const title = "Dubbel gepland";
    const planned = await db.read.select().from(meetings).where(eq(meetings.title, title));
    expect(planned).toHaveLength(1);
  });
});

describe("a login that has ended", () => {
  it("in another tab leads to the sign-in page, and back to where the work was", async () => {
    const femke = await world.visiting((await personNamed("Femke Brouwers")).id);
    const context = await browserOf(femke);
    const work = await tabOn(context, "/casussen/nieuw");
    await awake(work.locator("form", { has: work.locator('input[name="title"]') }));
    const other = await tabOn(context, "/");
    await other.getByRole("button", { name: terms.signOut }).click();
    await other.waitForURL((url) => url.pathname === "/inloggen");
    await fill(work, cases.field.title, "Getypt na het uitloggen");
    await work.getByRole("button", { name: cases.new.submit }).click();
    await work.getByRole("heading", { level: 1, name: signIn.title }).waitFor();
    const rows = await db.read
      .select()
      .from(caseFiles)
      .where(eq(caseFiles.title, "Getypt na het uitloggen"));
    expect(rows).toEqual([]);
  });

  it("by itself leads to the sign-in page too", async () => {
    const context = await browserOf(await world.visiting((await personNamed("Femke Brouwers")).id));
    const page = await tabOn(context, "/casussen");
    const real = environment.now;
    setEnvironment({ now: () => Date.now() + 30 * 86_400_000 });
    try {
      await page.getByRole("link", { name: cases.list.new }).click();
      await page.getByRole("heading", { level: 1, name: signIn.title }).waitFor();
      expect(new URL(page.url()).searchParams.get("naar")).toBe("/casussen/nieuw");
    } finally {
      setEnvironment({ now: real });
    }
  });
});

describe("language and theme", () => {
  it("change where someone is, and stay", async () => {
    const context = await browserOf(world.cast.named("Marieke Hoekstra"));
    const page = await tabOn(context, "/casussen?urgent=yes");
    await page.getByRole("button", { name: terms.languageName.en }).click();
    await page.waitForFunction(() => document.documentElement.lang === "en");
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/casussen?urgent=yes");
    await page.getByRole("button", { name: "Dark" }).click();
    await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    await page.getByRole("link", { name: "Precedents" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Precedents" }).waitFor();
    const second = await tabOn(context, "/");
    const root = second.locator("html");
    expect(await root.getAttribute("lang")).toBe("en");
    expect(await root.getAttribute("data-theme")).toBe("dark");
    noProblems();
  });
});

describe("text that looks like a script", () => {
  it("is shown, not run, and the scripts of the page still take over", async () => {
    const text = "</script><!--<script>window.ran = true</script><img src=x onerror=ran=1>";
    const caseId = await world.newCase(text);
    const page = await tabOn(await browserOf(world.cast.named("Marieke Hoekstra")), "/casussen");
    await page.getByRole("link", { name: text }).first().click();
    await page.getByRole("heading", { level: 1, name: text }).waitFor();
    await page.goto(`/casussen/${caseId}/status`);
    await awake(page.locator("form", { has: page.locator('input[name="from"]') }));
    await page.getByText(text).first().waitFor();
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    noProblems();
  });
});

describe("a server that does not answer", () => {
  it("gives the form back as it was typed", async () => {
    const context = await browserOf(world.cast.named("Femke Brouwers"));
    const page = await tabOn(context, "/casussen/nieuw");
    await awake(page.locator("form", { has: page.locator('input[name="title"]') }));
    await fill(page, cases.field.title, "Getypt voor de storing");
    await page.route("**/casussen/nieuw.data*", (route) => route.abort("connectionreset"));
    await page.getByRole("button", { name: cases.new.submit }).click();
    await page.getByText(errors.page.offline.text).waitFor();
    await page.unroute("**/casussen/nieuw.data*");
    await page.getByRole("link", { name: errors.tryAgain }).click();
    await page.getByRole("heading", { level: 1, name: cases.new.title }).waitFor();
    expect(await field(page, cases.field.title).inputValue()).toBe("Getypt voor de storing");
    await done(page, cases.new.submit, "case_created");
  });
});

describe("the reveal", () => {
  it("that comes while somebody types refuses the answer and keeps the text on the page", async () => {
    const context = await browserOf(item.assessor);
    const pages = [await tabOn(context, question(6)), await tabOn(context, question(7))];
    const [saving, sending] = pages.map((page) => page.locator(".mw-cell").first());
    if (!saving || !sending) throw new Error("no cells");
    await awake(saving);
    await awake(sending);
    // What is typed is still on its way when the reveal comes.
    let letThrough = () => {};
    const late = new Promise<void>((resolve) => (letThrough = resolve));
    await context.route("**/oordeel", (route) => late.then(() => route.continue()));
    const reason = "Te laat getypt, maar niet verloren";
    for (const cell of [saving, sending]) {
      await cell.locator('input[value="5"]').check();
      await fill(cell, scoring.reason, reason);
    }
    const revealed = await send(item.leader, `${item.path}/onthullen`, { reason: "Nu meteen" });
    expect(revealed.status).toBe(303);
    letThrough();
    await saving.getByText(errors.domain.rating_closed).waitFor();
    expect(await field(saving, scoring.reason).inputValue()).toBe(reason);
    const page = sending.page();
    const answered = page.waitForResponse(
      (response) => response.request().method() === "POST" && response.url().includes("beoordelen"),
    );
    await page
      .getByRole("button", { name: new RegExp(`${scoring.next}|${scoring.toCheck}`) })
      .click();
    expect((await answered).status()).toBe(409);
    await page
      .getByText(errors.domain.rating_closed)
      .or(page.getByText(scoring.late.title))
      .first()
      .waitFor();
    const kept = page.locator("textarea");
    await expect
      .poll(() =>
        kept.evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).value)),
      )
      .toContain(reason);
    const rows = await ownRows(6, 0, reason);
    expect([...rows, ...(await ownRows(7, 0, reason))]).toEqual([]);
  });
});
