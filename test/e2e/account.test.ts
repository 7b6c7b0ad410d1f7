import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figureKeys } from "../../app/domain/account-figures.ts";
import texts from "../../app/i18n/nl/account-figures.ts";
import terms from "../../app/i18n/nl/terms.ts";
import type { Running } from "../../app/server.ts";
import { findings } from "../support/accessibility.ts";
import { launchBrowser } from "../support/chromium.ts";
import { openCopy } from "../support/database.ts";
import { exampleContent } from "../support/example.ts";
import { field } from "../support/form-page.ts";
import { startServer } from "../support/server.ts";
import { openTeam, stickingOut, type Team } from "../support/team.ts";

const executive = "Hülya Demir";
const { figures, rows } = texts;

let running: Running;
let browser: Browser;
let team: Team;
let page: Page;

beforeAll(async () => {
  running = await startServer(await openCopy(await exampleContent()));
  browser = await launchBrowser();
  const { address } = running;
  const joining = { browser, address, names: [executive], pickers: [], onPhone: [] };
  team = await openTeam({ ...joining, javaScript: true });
  page = team.page(executive);
});

afterAll(async () => {
  await team?.close();
  await browser?.close();
  await running?.stop();
});

const card = (key: string) => page.locator(`#${key}`);

/** The numbers of a column of a figure, those of the total left out. */
async function numbers(key: string, column: number): Promise<number[]> {
  const found = card(key).locator(`tbody tr td:nth-of-type(${column})`);
  const shown = await found.locator(".mw-table__value").allTextContents();
  return shown.slice(0, -1).map((text) => Number.parseInt(text, 10));
}

describe("an executive who accounts for the year", () => {
  it("sees every figure in words, as a table and as a chart that shows the same", async () => {
    await page.goto("/verantwoording");
    for (const key of figureKeys) {
      await card(key).getByRole("heading", { name: figures[key].title }).waitFor();
      expect(await card(key).locator(".mw-account__lead").innerText()).not.toBe("");
    }
    await card("departures").locator(".mw-chart svg.recharts-surface").first().waitFor();
    const labels = card("departures").locator(".recharts-label-list text");
    const bars = (await labels.allTextContents()).map(Number);
    const inTable = await numbers("departures", 1);
    expect(bars).toEqual(inTable.filter((count) => count > 0));
    expect(bars.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it("can use it with any tool, on paper and on a telephone", async () => {
    expect(await findings(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    const chart = card("departures").locator(".mw-chart svg.recharts-surface").first();
    expect((await chart.boundingBox())?.width).toBeGreaterThan(100);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await stickingOut(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("comes from a number to its cases, and from there to the decision and its reasons", async () => {
    const row = card("departures").getByRole("row", { name: rows.choice.followed });
    const count = Number.parseInt(await row.getByRole("link").first().innerText(), 10);
    await row.getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: texts.cases.title }).waitFor();
    expect(await page.locator("tbody tr").count()).toBe(count);
    await page.getByText(texts.cases.departure).first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page
      .locator("tbody")
      .getByRole("link", { name: /besluit/i })
      .first()
      .click();
    await page.waitForURL(/\/casussen\/[^/]+\/besluiten\//);
  });

  it("keeps period and scope in the address, and finds fewer cases in a part of it", async () => {
    await page.goto("/verantwoording");
    const all = await numbers("inflow", 1);
    await field(page.locator("main"), texts.filters.from).fill("2026-10-01");
    await page.getByRole("button", { name: terms.filter, exact: true }).click();
    await page.waitForURL(/van=2026-10-01/);
    await page.getByText("Van 1 oktober 2026").waitFor();
    const some = await numbers("inflow", 1);
    const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
    expect(sum(some)).toBeLessThan(sum(all));
    expect(sum(some)).toBeGreaterThan(0);
    expect(team.problems()).toEqual([]);
  });
});
