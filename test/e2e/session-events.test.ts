import { eq } from "drizzle-orm";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, options } from "#db";
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

/** A page with its event stream open. */
async function pageOf(visitor: Visitor, path: string): Promise<Page> {
  const context = await browser.newContext({ locale: "nl-NL", baseURL: world.running.address });
  const [name = "", value = ""] = visitor.cookie.split("=");
  await context.addCookies([{ name, value, url: world.running.address }]);
  problems.push(await problemsOf(context));
  context.setDefaultTimeout(15_000);
  contexts.push(context);
  const page = await context.newPage();
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
  await awake(cell.locator("form"));
  return cell.locator("form");
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

  it("goes to the results when the case is revealed", async () => {
    const { path, assessor, leader } = world.item("scoring");
    const page = await pageOf(assessor, path);
    const reply = await send(leader, `${path}/onthullen`, { reason: "de tijd is om" });
    expect(reply.status, reply.words).toBe(303);
    await page.getByText(sessions.moves.discussTitle).waitFor();
    noProblems();
  });
});
