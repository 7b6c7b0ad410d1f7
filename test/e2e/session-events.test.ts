import { eq } from "drizzle-orm";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, options, sessions as sessionRows } from "#db";
import sessions from "../../app/i18n/nl/sessions.ts";
import { openWorld, type Item, type World } from "../support/agenda-world.ts";
import { problemsOf } from "../support/browser-problems.ts";
import { launchBrowser } from "../support/chromium.ts";
import { awake, told } from "../support/form-page.ts";
import { send } from "../support/posting.ts";
import type { Visitor } from "../support/visitor.ts";

let world: World;
let browser: Browser;
let revealed: Item;
let optionId: string;
let contexts: BrowserContext[] = [];
let problems: string[][] = [];

beforeAll(async () => {
  world = await openWorld();
  browser = await launchBrowser();
  revealed = world.item("revealed");
  const [option] = await db.read.select().from(options).where(eq(options.caseId, revealed.caseId));
  optionId = option?.id ?? "";
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

/** A new browser of this person. */
async function tab(visitor: Visitor): Promise<Page> {
  const context = await browser.newContext({ locale: "nl-NL", baseURL: world.running.address });
  const [name = "", value = ""] = visitor.cookie.split("=");
  await context.addCookies([{ name, value, url: world.running.address }]);
  problems.push(await problemsOf(context));
  context.setDefaultTimeout(15_000);
  contexts.push(context);
  return context.newPage();
}

/** A page with its event stream open. */
async function pageOf(visitor: Visitor, path: string): Promise<Page> {
  const page = await tab(visitor);
  const streaming = page.waitForResponse((response) => response.url().includes("/gebeurtenissen"));
  await page.goto(path);
  expect((await streaming).status()).toBe(200);
  return page;
}

const noProblems = () => expect(problems.flat()).toEqual([]);

/** The form to tell what was said of the first cell, opened. */
async function discussion(page: Page): Promise<Locator> {
  const cell = page.locator("#bespreken li").first();
  await cell.locator("summary").first().click();
  const form = cell.locator("form:has(textarea)");
  await awake(form);
  return form;
}

/** The facilitator, elsewhere, ticks a cell as talked about. */
async function discuss(note: string): Promise<void> {
  const fields = { intent: "discuss", criterion: `${revealed.letter}1`, optionId, note };
  const reply = await send(revealed.leader, `${revealed.path}/uitkomst`, {
    ...fields,
    discussed: "on",
  });
  if (reply.status !== 303) throw new Error(reply.words);
}

describe("a page of a session", () => {
  it("shows what somebody else did, without being asked", async () => {
    const page = await pageOf(revealed.assessor, `${revealed.path}/uitkomst`);
    await discuss("Besproken terwijl iemand kijkt");
    await page.getByText("Besproken terwijl iemand kijkt").waitFor();
    await discuss("En nog een keer");
    await page.getByText("En nog een keer").waitFor();
    noProblems();
  });

  it("keeps what is being typed, and the version it is compared with", async () => {
    const page = await pageOf(revealed.leader, `${revealed.path}/uitkomst`);
    const form = await discussion(page);
    const reload = page.waitForResponse((response) => response.url().includes("uitkomst.data"), {
      timeout: 2000,
    });
    await form.locator("textarea").fill("Half getypt");
    await discuss("Een notitie van elders");
    await expect(reload).rejects.toThrow();
    expect(await form.locator("textarea").inputValue()).toBe("Half getypt");
    expect(await page.getByText("Een notitie van elders").count()).toBe(0);
    noProblems();
  });

  it("keeps the message of what was just done", async () => {
    const page = await pageOf(revealed.leader, `${revealed.path}/uitkomst`);
    const form = await discussion(page);
    await form.locator("button[type=submit]").click();
    await told(page, "saved");
    await discuss("Terwijl het bericht er nog staat");
    await page.getByText("Terwijl het bericht er nog staat").first().waitFor();
    await told(page, "saved");
    noProblems();
  });

  it("says that there is news while somebody types, until the page is loaded", async () => {
    const page = await pageOf(revealed.leader, `${revealed.path}/uitkomst`);
    const form = await discussion(page);
    await form.locator("textarea").fill("Half getypt");
    await discuss("Een notitie die even wacht");
    const notice = page.getByText(sessions.live.waiting);
    await notice.waitFor();
    expect(await form.locator("textarea").inputValue()).toBe("Half getypt");
    page.once("dialog", (dialog) => void dialog.accept());
    await page.getByRole("link", { name: sessions.live.reload }).click();
    await page.getByText("Een notitie die even wacht").first().waitFor();
    expect(await notice.count()).toBe(0);
    noProblems();
  });

  it("shows who is ready as soon as somebody is", async () => {
    const { path, assessor, leader } = world.item("scoring");
    const page = await pageOf(leader, path);
    const ready = page.locator(".mw-panels .mw-badge--positive");
    const check = `${path}/beoordelen?stap=controle`;
    await send(assessor, check, { intent: "not_ready" });
    await page.reload();
    const before = await ready.count();
    await send(assessor, check, { intent: "ready", confirmed: "yes" });
    await expect.poll(() => ready.count(), { timeout: 10_000 }).toBe(before + 1);
    noProblems();
  });

  it("counts down for everyone when the facilitator sets the timer, and tells when it is stopped", async () => {
    const page = await pageOf(revealed.assessor, revealed.path);
    await send(revealed.leader, revealed.path, { intent: "timer_set", minutes: "5" });
    const timer = page.getByRole("timer");
    await timer.waitFor();
    expect(await timer.textContent()).toMatch(/^(5:00|4:5\d)$/);
    await send(revealed.leader, revealed.path, { intent: "timer_add", minutes: "5" });
    await expect.poll(() => timer.textContent(), { timeout: 10_000 }).toMatch(/^(10:00|9:\d\d)$/);
    await send(revealed.leader, revealed.path, { intent: "timer_stop" });
    await timer.waitFor({ state: "detached" });
    noProblems();
  });

  it("goes on after a time without connection, with what happened meanwhile", async () => {
    const page = await pageOf(revealed.assessor, `${revealed.path}/uitkomst`);
    await page.context().setOffline(true);
    await discuss("Terwijl de verbinding weg was");
    await page.context().setOffline(false);
    await page.getByText("Terwijl de verbinding weg was").first().waitFor();
  });

  it("shows who asks to come in, and brings them in once admitted", async () => {
    await send(revealed.leader, revealed.path, { intent: "join_open" });
    const [session] = await db.read
      .select({ code: sessionRows.joinCode })
      .from(sessionRows)
      .where(eq(sessionRows.id, revealed.path.split("/")[2] ?? ""));
    const board = await pageOf(revealed.leader, revealed.path);
    const executive = world.cast.everyone.find(({ roles }) => roles.join() === "executive");
    if (!executive) throw new Error("no executive");
    const asker = await tab(executive.visitor);
    await asker.goto(`/meedoen/${session?.code ?? ""}`);
    await awake(asker.locator("main form"));
    await asker.getByRole("button", { name: sessions.asking.ask }).click();
    await asker.getByText(sessions.asking.waiting, { exact: true }).waitFor();
    await board.getByRole("heading", { name: executive.name }).waitFor();
    await board.getByRole("button", { name: sessions.requests.observe }).click();
    await asker.waitForURL((url) => url.pathname === revealed.path);
    noProblems();
  });

  it("goes to the results when the case is revealed, but keeps what is being typed in sight", async () => {
    const { path, assessor, leader, letter } = world.item("scoring");
    await send(assessor, `${path}/beoordelen?stap=controle`, { intent: "not_ready" });
    const board = await pageOf(assessor, path);
    const page = await pageOf(assessor, `${path}/beoordelen?stap=${letter}1`);
    await awake(page.locator("form.mw-rating-form"));
    const text = page.locator(".mw-cell textarea").first();
    await text.fill("Dit typte ik juist");
    const reply = await send(leader, `${path}/onthullen`, { reason: "de tijd is om" });
    expect(reply.status, reply.words).toBe(303);
    await board.getByText(sessions.moves.discussTitle).waitFor();
    await page.getByText(sessions.live.waiting).waitFor();
    expect(await text.inputValue()).toBe("Dit typte ik juist");
    noProblems();
  });
});
