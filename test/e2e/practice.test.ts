import { readdirSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textIn, type Language } from "../../app/domain/local-text.ts";
import { practicePanels } from "../../app/domain/practice/practice-panel.ts";
import type { PracticePerspective } from "../../app/domain/practice/practice-pages.ts";
import { practiceSteps } from "../../app/domain/practice/practice-questions.ts";
import { en } from "../../app/i18n/en/index.ts";
import { nl } from "../../app/i18n/nl/index.ts";
import type { Running } from "../../app/server.ts";
import { findings } from "../support/accessibility.ts";
import { problemsOf } from "../support/browser-problems.ts";
import { launchBrowser } from "../support/chromium.ts";
import { openCopy } from "../support/database.ts";
import { exampleContent, examplePeople } from "../support/example.ts";
import { awake } from "../support/form-page.ts";
import { keyboardOf } from "../support/keyboard.ts";
import { startServer } from "../support/server.ts";
import { visitor } from "../support/visitor.ts";

let running: Running;
let browser: Browser;

beforeAll(async () => {
  running = await startServer(await openCopy(await exampleContent()));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

type Reader = { name: string; language: Language; javaScript: boolean };

async function pageOf({ name, language, javaScript }: Reader) {
  const person = (await examplePeople()).find((one) => one.name === name);
  const { cookie } = await visitor(running.address, person?.id ?? "");
  const context = await browser.newContext({
    locale: language === "nl" ? "nl-NL" : "en-GB",
    baseURL: running.address,
    javaScriptEnabled: javaScript,
    reducedMotion: "reduce",
  });
  const problems = await problemsOf(context);
  const [key = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name: key, value, url: running.address }]);
  context.setDefaultTimeout(15_000);
  return { context, problems, page: await context.newPage() };
}

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 800 };

/** What axe finds, wide and narrow, and whether the page has to be scrolled sideways on a phone. */
async function look(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport);
    found.push(...(await findings(page)));
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > narrow.width) found.push(`${width} px wide at 320 px`);
  await page.setViewportSize(wide);
  return found.map((text) => `${new URL(page.url()).pathname}: ${text}`);
}

type Walk = { page: Page; language: Language; perspective: PracticePerspective };

/** From the start page to the end, with nothing but keys. Tells how many, and what was wrong on the way. */
async function walkByKeys({ page, language, perspective }: Walk) {
  const keys = keyboardOf(page);
  const { heading, welcome } = (language === "nl" ? nl : en).practice;
  const found: string[] = [];
  const main = "main .nl-button--primary";
  const seen = async () => void found.push(...(await look(page)));

  await page.goto("/");
  await awake(page.locator("main a[href='/oefenen']"));
  await keys.follow("a[href='/oefenen']", welcome.heading);
  await seen();
  await keys.choose("perspective", perspective);
  await keys.follow(main, heading.case);
  await seen();
  await keys.follow(main, heading.score);
  for (const [place, { key, kind, question }] of practiceSteps(perspective).entries()) {
    await page.getByRole("heading", { name: textIn(question, language), exact: true }).waitFor();
    await page.getByText((language === "nl" ? nl : en).scoring.keys).waitFor();
    await seen();
    for (const cell of [0, 1, 2]) {
      const choices = `input[name="cells.${cell}.choice"]`;
      if (kind === "gate") await keys.choose(`cells.${cell}.choice`, "yes");
      else {
        await keys.tabTo(choices);
        await keys.press(cell === 0 && place === 1 ? "2" : "4");
      }
      if (kind !== "gate" && cell === 0 && place === 1) {
        await keys.tabTo(`textarea[name="cells.0.reason"]`);
        await keys.type("Dit helpt haar niet.");
      }
    }
    await keys.tabTo(main);
    await keys.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("stap") !== key && url.search !== "");
  }
  await page.locator("dl.mw-check").waitFor();
  await seen();
  await keys.follow(main, heading.reveal);
  await seen();
  await keys.follow(main, heading.discuss);
  await seen();
  await keys.follow(main, heading.second_round);
  await seen();
  await keys.follow(main, heading.weigh);
  await page.locator(".mw-look input[type=range]").first().waitFor();
  await seen();
  const before = await page.locator(".mw-look__form").innerText();
  await keys.tabTo(".mw-look input[type=range]");
  await keys.press("End");
  expect(await page.locator(".mw-look__form").innerText()).not.toBe(before);
  await keys.follow(main, heading.decide);
  await seen();
  await keys.choose("option", "2");
  await keys.tabTo("textarea[name=reason]");
  await keys.type("Hier deelt niemand kosten.");
  await keys.follow(main, heading.finished);
  await seen();
  return { found, presses: keys.presses() };
}

describe("the practice session", () => {
  it.each([
    { name: "Kwame Mensah", language: "nl", perspective: "legal" },
    { name: "Esra Yildirim", language: "en", perspective: "societal" },
  ] as const)(
    "is finished by keyboard alone ($language), with nothing that axe finds at any step",
    async ({ name, language, perspective }) => {
      const { context, page, problems } = await pageOf({ name, language, javaScript: true });
      const { found, presses } = await walkByKeys({ page, language, perspective });
      expect(found).toEqual([]);
      expect(problems).toEqual([]);
      // 46 of them are the letters of a reason and a motivation.
      expect(presses).toBeLessThan(150);
      await context.close();
    },
    240_000,
  );

  it("is finished without JavaScript too, left in the middle and gone on with elsewhere", async () => {
    const reader = { name: "Joris van der Velde", language: "nl", javaScript: false } as const;
    const first = await pageOf(reader);
    const { heading } = nl.practice;
    await first.page.goto("/oefenen");
    const go = (page: Page) => page.locator("main form .nl-button--primary").first().click();
    await go(first.page);
    await first.page.getByText(nl.errors.field.choose).first().waitFor();
    await first.page.locator("input[value=financial]").check();
    await go(first.page);
    await go(first.page);
    for (const cell of [0, 1, 2]) {
      await first.page.locator(`input[name="cells.${cell}.choice"][value=yes]`).check();
    }
    await go(first.page);
    await first.page.locator(`input[name="cells.0.choice"][value="1"]`).check();
    await go(first.page);
    await first.page.getByText(nl.errors.domain.rating_reason_required).first().waitFor();
    expect(await first.page.locator(`input[value="1"]`).first().isChecked()).toBe(true);
    await first.page.locator("textarea").first().fill("Haar huur gaat niet omlaag.");
    for (const cell of [1, 2]) {
      await first.page.locator(`input[name="cells.${cell}.choice"][value="4"]`).check();
    }
    await go(first.page);
    await first.context.close();

    const { page, context, problems } = await pageOf(reader);
    await page.goto("/oefenen/een-stap-die-er-niet-is");
    expect(new URL(page.url()).pathname).toBe("/oefenen/beoordelen");
    for (const cell of [0, 1, 2]) {
      await page.locator(`input[name="cells.${cell}.choice"][value="4"]`).check();
    }
    await go(page);
    await go(page);
    await page.getByRole("heading", { name: heading.reveal, exact: true }).waitFor();
    await go(page);
    await go(page);
    await page.getByRole("button", { name: nl.practice.second.change, exact: true }).click();
    await page.getByText(nl.errors.field.choose).first().waitFor();
    await page.locator("input[name=choice][value='3']").check();
    await page.locator("textarea").fill("Els noemt de groep.");
    await page.getByRole("button", { name: nl.practice.second.change, exact: true }).click();
    await page.getByText("Joris van der Velde: van 4 naar 3").waitFor();
    await page.locator("input[name=gewicht]").first().fill("90");
    await page.getByRole("button", { name: nl.pictures.look.do, exact: true }).click();
    expect(new URL(page.url()).searchParams.getAll("gewicht")).toHaveLength(3);
    await go(page);
    await page.locator("input[name=option][value='0']").check();
    await go(page);
    await page.getByText(nl.practice.finished.verdict.fails).waitFor();
    await page.getByText(nl.practice.finished.model["0"]).waitFor();
    expect(problems).toEqual([]);
    await context.close();
  }, 120_000);

  it("ships no judgement of the others to browsers: they come from the server, at the reveal", () => {
    const folder = "build/client/assets";
    const files = readdirSync(folder).filter((name) => name.endsWith(".js"));
    const shipped = files.map((name) => readFileSync(`${folder}/${name}`, "utf8")).join("\n");
    expect(shipped).toContain(nl.practice.heading.second_round);
    for (const { assessors } of Object.values(practicePanels)) {
      for (const { name, criteria } of assessors) {
        expect(shipped).not.toContain(name);
        for (const { why } of Object.values(criteria).flat()) {
          if (why) expect(shipped).not.toContain(why.en);
        }
      }
    }
  });
});
