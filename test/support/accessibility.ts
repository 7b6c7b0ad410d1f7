import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axeCore from "axe-core";
import type { RunOnly } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../app/domain/rights.ts";
import type { Running } from "../../app/server.ts";
import { everyPlace, type Place } from "./addresses.ts";
import { launchBrowser } from "./chromium.ts";
import { openCopy } from "./database.ts";
import { openExtraPlaces } from "./extra-places.ts";
import { exampleContent, examplePeople, organisationNamed } from "./example.ts";
import { startServer } from "./server.ts";
import { visitor } from "./visitor.ts";

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 800 };
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let running: Running;
let browser: Browser;
let places: Place[];
const cookies = new Map<Role, string[]>();

async function start() {
  running = await startServer(await openCopy(await exampleContent()));
  const home = await organisationNamed("Uitkeringsdienst");
  await openExtraPlaces(home.id);
  places = await everyPlace(home.id);
  for (const person of await examplePeople()) {
    if (person.organisationId !== home.id) continue;
    const { cookie } = await visitor(running.address, person.id);
    for (const role of person.roles) cookies.set(role, [...(cookies.get(role) ?? []), cookie]);
  }
  browser = await launchBrowser();
}

async function stop() {
  await browser.close();
  await running.stop();
}

/** One window per person, used for page after page: opening a window costs more than a page. */
const windows = new Map<string, Window>();

type Window = { page: Page; problems: string[] };

async function windowOf(language: "nl" | "en", cookie: string): Promise<Window> {
  const known = windows.get(cookie);
  if (known) return known;
  const context = await browser.newContext({ locale: language === "nl" ? "nl-NL" : "en-GB" });
  const [name = "", value = ""] = cookie.split("=");
  if (cookie) await context.addCookies([{ name, value, url: running.address }]);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    const expected = /Failed to load resource: the server responded with a status of 4/;
    if (message.type() === "error" && !expected.test(message.text())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  windows.set(cookie, { page, problems });
  return { page, problems };
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/**
 * What axe finds on the page as it stands, as readable lines. Put in the page once and asked several
 * times: the builder of axe for Playwright puts it in anew for every question, which takes as long.
 */
export async function findings(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const runOnly: RunOnly = only ? { type: "rule", values: only } : { type: "tag", values: rules };
  return page.evaluate(async (asked) => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run({ runOnly: asked, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`,
      ),
    );
  }, runOnly);
}

/** Language, title, one main heading, and a way to skip to the content. */
async function headFindings(page: Page, language: string): Promise<string[]> {
  const head = await page.evaluate(() => ({
    language: document.documentElement.lang,
    headings: document.querySelectorAll("h1").length,
    title: document.title,
    skips: document.querySelector("a[href^='#']") !== null,
  }));
  const good =
    head.language === language &&
    head.headings === 1 &&
    head.skips &&
    /.+ - Maatwerkplaats/.test(head.title);
  return good ? [] : [`head: ${JSON.stringify(head)}`];
}

async function showIn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/**
 * Looks at one page: wide in Dutch, narrow in English, so that each width is looked at once. Only colours
 * differ between themes; between languages only how long words are, and neither may stick out at 320 px.
 */
async function inspect(page: Page, language: "nl" | "en"): Promise<string[]> {
  const found: string[] = [];
  const viewport = language === "nl" ? wide : narrow;
  await page.setViewportSize(viewport);
  await showIn(page, "light");
  found.push(...(await findings(page)));
  if (language === "nl") {
    await showIn(page, "dark");
    found.push(...(await findings(page, ["color-contrast"])));
    await page.setViewportSize(narrow);
    await showIn(page, "light");
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > narrow.width) found.push(`scrolls sideways at 320 px: ${width} px wide`);
  return found;
}

/** The address as the first person of the role who may see it; the last answer otherwise. */
async function open(language: "nl" | "en", place: Place): Promise<Window & { status: number }> {
  const candidates = place.loaderRight === null ? [""] : (cookies.get(place.seenBy) ?? []);
  for (const [index, cookie] of candidates.entries()) {
    const { page, problems } = await windowOf(language, cookie);
    await page.setViewportSize(wide);
    problems.length = 0;
    const response = await page.goto(running.address + place.path);
    const status = response?.status() ?? 0;
    if (status === 200 || index === candidates.length - 1) return { page, status, problems };
  }
  throw new Error(`nobody of role ${place.seenBy} for ${place.path}`);
}

/** Public addresses that show a refusal: they are looked at all the same. */
const refusals = ["routes/refused.tsx", "routes/not-found.tsx", "routes/set-up.tsx"];

/** Looks at every page of the product in one language: the tests of both run beside each other. */
export function describeEveryPage(language: "nl" | "en"): void {
  beforeAll(start);
  afterAll(stop);

  describe(`every page in ${language === "nl" ? "Dutch" : "English"}`, () => {
    it("has nothing that axe finds, and a proper head", async () => {
      const found: Record<string, string[]> = {};
      const pages = places.filter(({ file }) => file.endsWith(".tsx"));
      for (const place of pages) {
        const { page, status, problems } = await open(language, place);
        const seen = status === 200 || refusals.includes(place.file);
        if (!seen) problems.push(`${status} for the ${place.seenBy}`);
        const head = await headFindings(page, language);
        const all = [...problems, ...head, ...(await inspect(page, language))];
        if (all.length > 0) found[place.pattern] = all;
      }
      expect(found).toEqual({});
    }, 400_000);
  });
}
