import { eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { caseFiles, db, weighings } from "#db";
import pictures from "../../app/i18n/nl/pictures.ts";
import type { Running } from "../../app/server.ts";
import { problemsOf } from "../support/browser-problems.ts";
import { launchBrowser } from "../support/chromium.ts";
import { openCopy } from "../support/database.ts";
import { exampleContent, examplePeople } from "../support/example.ts";
import { startServer } from "../support/server.ts";
import { visitor } from "../support/visitor.ts";

let running: Running;
let browser: Browser;
let cookie: string;
let address: string;
const problems: string[][] = [];

/** A case in which two options pass and each is first under some weights. */
const contested = "Weduwnaar in Marokko vraagt vier jaar na het overlijden Anw aan";

beforeAll(async () => {
  running = await startServer(await openCopy(await exampleContent()));
  const [row] = await db.read
    .select({
      caseId: caseFiles.id,
      weighingId: weighings.id,
      organisationId: caseFiles.organisationId,
    })
    .from(weighings)
    .innerJoin(caseFiles, eq(caseFiles.id, weighings.caseId))
    .where(eq(caseFiles.title, contested));
  address = `/casussen/${row?.caseId}/wegingen/${row?.weighingId}`;
  const people = await examplePeople();
  const coordinator = people.find(
    ({ roles, organisationId }) =>
      roles.includes("coordinator") && organisationId === row?.organisationId,
  );
  ({ cookie } = await visitor(running.address, coordinator?.id ?? ""));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

async function pageOf(width: number, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale: "nl-NL", baseURL: running.address, javaScriptEnabled },
    viewport: { width, height: 900 },
  });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: running.address }]);
  if (javaScriptEnabled) problems.push(await problemsOf(context));
  return context.newPage();
}

const first = "“Volledig terug tot het overlijden” op de eerste plaats";
const other = "“Tijd van ziekte erbij, wachttijd niet” op de eerste plaats";

it("lets people look at other weights by keys, pointer and sliders, and stores nothing", async () => {
  const page = await pageOf(1280);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.url());
  });
  await page.goto(address);
  const handle = page.getByRole("slider", { name: pictures.look.handle });
  const aloud = page.locator(".mw-look [aria-live]");
  await handle.focus();
  for (let step = 0; step < 15; step += 1) await page.keyboard.press("ArrowUp");
  expect(await handle.getAttribute("aria-valuetext")).toMatch(/^Juridisch 63,3,/);
  await aloud.filter({ hasText: other }).waitFor();
  await page.keyboard.press("Home");
  await aloud.filter({ hasText: first }).waitFor();
  const box = await page.locator(".mw-triangle__handle").boundingBox();
  if (!box) throw new Error("no triangle");
  const middle = box.x + box.width / 2;
  await page.mouse.move(middle, box.y + box.height * 0.68);
  await page.mouse.down();
  await page.mouse.move(middle, box.y + box.height * 0.2, { steps: 3 });
  await page.mouse.up();
  await aloud.filter({ hasText: other }).waitFor();
  await page.getByRole("slider", { name: "Maatschappelijk" }).focus();
  await page.keyboard.press("End");
  expect(await handle.getAttribute("aria-valuetext")).toMatch(/Maatschappelijk 100$/);
  await page.getByRole("button", { name: pictures.look.back }).click();
  expect(await handle.getAttribute("aria-valuetext")).toMatch(/Maatschappelijk 33,3$/);
  expect(sent).toEqual([]);
  expect(problems.flat()).toEqual([]);
});

it("shows other weights without JavaScript, by a form", async () => {
  const page = await pageOf(320, false);
  await page.goto(address);
  await page.getByLabel("Juridisch", { exact: true }).fill("80");
  await page.getByLabel("Financieel", { exact: true }).fill("10");
  await page.getByLabel("Maatschappelijk", { exact: true }).fill("10");
  await page.getByRole("button", { name: pictures.look.do }).click();
  await page.getByText(other, { exact: false }).last().waitFor();
  expect(new URL(page.url()).searchParams.getAll("gewicht")).toEqual(["80", "10", "10"]);
});

it("stays as the server drew it while its code cannot be fetched, and asks again", async () => {
  const page = await pageOf(1280);
  problems.pop();
  const asked: string[] = [];
  await page.route(/assets\/(perspective-circle|robustness|weight-explorer)-/, async (route) => {
    const url = route.request().url();
    asked.push(url);
    const isFirst = asked.filter((known) => known === url).length === 1;
    await (isFirst ? route.abort("internetdisconnected") : route.continue());
  });
  await page.goto(address);
  await expect.poll(() => asked.length).toBeGreaterThan(1);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await page.locator("input[type=range]").first().waitFor();
  expect(await page.getByRole("img", { name: /^Perspectiefcirkel van/ }).count()).toBe(3);
  expect(new Set(asked).size).toBeLessThan(asked.length);
});

it("keeps every letter of a picture at 11 pixels or more and the page within 320", async () => {
  const page = await pageOf(320);
  await page.goto(address);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("main svg text, main svg tspan")].flatMap((text) => {
      const drawing = text.closest("svg");
      const scale =
        (drawing?.getBoundingClientRect().width ?? 0) / (drawing?.viewBox.baseVal.width ?? 1);
      const size = scale * Number.parseFloat(getComputedStyle(text).fontSize);
      return size < 11 ? [`${text.textContent}: ${size}`] : [];
    }),
  );
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

it("prints every picture whole on A4, in the colours of the light", async () => {
  // The paper less its margins, at 96 pixels an inch.
  const page = await pageOf(673);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(address);
  const drawings = await page.evaluate(() =>
    [...document.querySelectorAll("figure.mw-picture")].map((figure) => {
      const { left, right, height } = figure.getBoundingClientRect();
      const { breakInside } = getComputedStyle(figure);
      return { breakInside, fits: left >= 0 && right <= 673 && height < 930 };
    }),
  );
  expect(drawings.length).toBe(4);
  for (const drawing of drawings) expect(drawing).toEqual({ breakInside: "avoid", fits: true });
  const ink = await page.evaluate(() => {
    const edge = document.querySelector(".mw-triangle__edge");
    return edge ? getComputedStyle(edge).stroke : "";
  });
  expect(ink).toBe("rgb(22, 37, 42)");
});
