import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "#db";
import accountTexts from "../../app/i18n/nl/account-figures.ts";
import decisions from "../../app/i18n/nl/decisions.ts";
import errors from "../../app/i18n/nl/errors.ts";
import verify from "../../app/i18n/nl/verify.ts";
import { formatVerifierKey } from "../../app/domain/signed-note.ts";
import { currentSigner } from "../../app/server/log-keys.server.ts";
import type { Running } from "../../app/server.ts";
import { mw } from "../cli/mw.ts";
import { findings } from "../support/accessibility.ts";
import { launchBrowser } from "../support/chromium.ts";
import { openCopy } from "../support/database.ts";
import { exampleContent } from "../support/example.ts";
import { awake, field, fill } from "../support/form-page.ts";
import { startServer } from "../support/server.ts";
import { openTeam, stickingOut, type Team } from "../support/team.ts";

const executive = "Hülya Demir";
const folder = mkdtempSync(join(tmpdir(), "maatwerkplaats-file-"));
const nowhere = { url: join(folder, "never-made.db"), documents: folder };
const whole = join(folder, "besluit.zip");
const tampered = join(folder, "veranderd.zip");

let running: Running;
let browser: Browser;
let team: Team;
let page: Page;
let key = "";
/** A place in the dossier where the tampered file differs. */
let changedPlace = "";

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

/** Chooses a file on the page and asks for the check. */
async function check(on: Page, file: string, verifierKey = ""): Promise<void> {
  await on.goto("/controleren");
  if (on === page) await awake(on.locator("form", { has: on.locator("[type=file]") }));
  await field(on, verify.form.file).setInputFiles(file);
  await fill(on, verify.form.key, verifierKey);
  await on.getByRole("button", { name: verify.form.submit }).click();
}

function words(text: string): string {
  return text.split("{{")[0]?.trim() ?? "";
}

describe("An executive", () => {
  it("comes from a figure to the decision behind it, and takes its file along", async () => {
    await page.goto("/verantwoording");
    const departures = page.locator("#departures");
    const followed = departures.getByRole("row", {
      name: accountTexts.rows.choice.followed,
    });
    await followed.getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: accountTexts.cases.title }).waitFor();
    const links = page.locator("tbody").getByRole("link", { name: /besluit/i });
    await links.first().click();
    const button = page.getByRole("link", { name: decisions.file.button });
    await button.waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(download.suggestedFilename()).toMatch(/^besluit-\d{4}-\d{4}-\d+\.zip$/);
    await download.saveAs(whole);
    const files = unzipSync(readFileSync(whole));
    expect(
      Buffer.from(files["besluit.pdf"] ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    key = formatVerifierKey((await currentSigner(db.read)).key);
    const dossier = JSON.parse(new TextDecoder().decode(files["dossier.json"])) as {
      decision: { motivation: Record<string, string> };
    };
    const text = Object.values(dossier.decision.motivation).find((own) => own !== "") ?? "";
    const [name = ""] =
      Object.entries(dossier.decision.motivation).find(([, own]) => own === text) ?? [];
    changedPlace = `dossier.json: decision.motivation.${name}`;
    const changed = new TextDecoder()
      .decode(files["dossier.json"])
      .replace(JSON.stringify(text), JSON.stringify(`${text} Of toch niet.`));
    writeFileSync(
      tampered,
      zipSync({ ...files, "dossier.json": new TextEncoder().encode(changed) }),
    );
  });

  it("sees in the browser that it holds, and nothing of it is sent", async () => {
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") sent.push(request.url());
    });
    await check(page, whole, key);
    await page.getByText(verify.result.holds, { exact: true }).waitFor();
    for (const text of ["weighing_recomputed", "content_committed", "in_log"] as const) {
      await page.getByText(words(verify.check[text])).waitFor();
    }
    await page.getByText(verify.check.key_expected).waitFor();
    await page.getByText(basename(whole), { exact: true }).waitFor();
    expect(sent).toEqual([]);
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await stickingOut(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("sees no verdict beside another file, nor after a check that was refused", async () => {
    const verdict = page.getByText(verify.result.holds, { exact: true });
    await field(page, verify.form.file).setInputFiles(tampered);
    await verdict.waitFor({ state: "detached" });
    await check(page, whole);
    await verdict.waitFor();
    await fill(page, verify.form.key, "geen sleutel");
    await verdict.waitFor({ state: "detached" });
    await page.getByRole("button", { name: verify.form.submit }).click();
    await page.getByRole("heading", { name: errors.summaryTitle_one }).waitFor();
    expect(await verdict.count()).toBe(0);
  });

  it("sees that a file that was tampered with is refused, and where it was changed", async () => {
    await check(page, tampered);
    await page.getByText(verify.result.broken, { exact: true }).waitFor();
    await page.getByText(changedPlace).waitFor();
    await page.getByText(verify.check.content_not_committed).waitFor();
    expect(team.problems()).toEqual([]);
  });
});

describe("Anybody else", () => {
  it("checks it on the command line, without a server or a database", async () => {
    const [held, refused] = await Promise.all([
      mw(nowhere, "verify", whole, "--key", key, "--language", "nl"),
      mw(nowhere, "verify", tampered, "--language", "nl"),
    ]);
    expect(held.code, held.out + held.err).toBe(0);
    expect(held.out).toContain(verify.check.content_committed);
    expect(refused.code).toBe(3);
    expect(refused.out).toContain(changedPlace);
  });

  it("checks it without an account and without JavaScript", async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: "nl-NL",
      baseURL: running.address,
    });
    const bare = await context.newPage();
    await check(bare, whole);
    await bare.getByText(verify.result.holds, { exact: true }).waitFor();
    await check(bare, tampered, key);
    await bare.getByText(changedPlace).waitFor();
    await context.close();
  });
});
