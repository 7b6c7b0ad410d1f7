import { and, eq } from "drizzle-orm";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseFiles, db, facts, precedentFacts, precedents } from "#db";
import comparing from "../../app/i18n/nl/comparing.ts";
import errors from "../../app/i18n/nl/errors.ts";
import terms from "../../app/i18n/nl/terms.ts";
import type { Running } from "../../app/server.ts";
import { findings } from "../support/accessibility.ts";
import { problemsOf } from "../support/browser-problems.ts";
import { launchBrowser } from "../support/chromium.ts";
import { openCopy } from "../support/database.ts";
import { exampleContent, examplePeople } from "../support/example.ts";
import { awake, choose, fill, press, told } from "../support/form-page.ts";
import { startServer } from "../support/server.ts";
import { visitor } from "../support/visitor.ts";

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 800 };
let running: Running;
let browser: Browser;
let caseId: string;
let precedentId: string;
/** A fact that the reason of the precedent names. */
let reason: { id: string; label: string };

beforeAll(async () => {
  running = await startServer(await openCopy(await exampleContent()));
  browser = await launchBrowser();
  const cases = await db.read.select().from(caseFiles);
  caseId = cases.find(({ title }) => title.startsWith("Weduwe in Turkije"))?.id ?? "";
  const known = await db.read.select().from(precedents);
  precedentId = known.find(({ number }) => number === "P-2022-0001")?.id ?? "";
  const named = await db.read
    .select({ id: facts.id, label: facts.label, inReason: precedentFacts.inReason })
    .from(precedentFacts)
    .innerJoin(facts, eq(facts.id, precedentFacts.factId))
    .where(eq(precedentFacts.precedentId, precedentId));
  const first = named.find(({ inReason }) => inReason > 0);
  reason = { id: first?.id ?? "", label: first?.label.nl ?? "" };
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

async function pageOf(name: string, javaScript = true) {
  const person = (await examplePeople()).find((one) => one.name === name);
  const { cookie } = await visitor(running.address, person?.id ?? "");
  const context = await browser.newContext({
    locale: "nl-NL",
    baseURL: running.address,
    javaScriptEnabled: javaScript,
    viewport: wide,
    reducedMotion: "reduce",
  });
  const problems = await problemsOf(context);
  const [key = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name: key, value, url: running.address }]);
  context.setDefaultTimeout(15_000);
  return { context, problems, page: await context.newPage() };
}

async function look(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport);
    found.push(...(await findings(page)));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > viewport.width) found.push(`${width} px wide at ${viewport.width} px`);
  }
  await page.setViewportSize(wide);
  return found;
}

function differences(count: number): string {
  return comparing.differences_one.replace("{{count}}", String(count));
}

const comparingAt = () => `/precedenten/vergelijken?casus=${caseId}&met=${precedentId}`;
const answer = (value: string) => `input[name="facts.${reason.id}.answer"][value="${value}"]`;

describe("comparable decisions beside the form", () => {
  it("follow what is filled in, and stay when the connection is lost", async () => {
    const { context, page, problems } = await pageOf("Marieke Hoekstra");
    await page.goto(`/casussen/${caseId}/bewerken/omstandigheden`);
    const beside = page.locator(".mw-beside-form");
    await beside.getByText(comparing.verdictLine.equal).waitFor();
    await awake(page.locator(answer("no")));
    expect(await look(page)).toEqual([]);

    await page.locator(answer("no")).check();
    const nearly = comparing.verdictLine.nearly.replace("{{differences}}", differences(1));
    await beside.getByText(nearly).waitFor();
    const different = comparing.list.toMotivate.replace("{{facts}}", reason.label);
    await beside.getByText(different).waitFor();
    // Read out: the count, not the list.
    const spoken = await beside.getByRole("status").innerText();
    expect(spoken).toContain(differences(1));
    expect(spoken).not.toContain(reason.label);
    expect(problems).toEqual([]);

    await context.setOffline(true);
    await page.locator(answer("yes")).check();
    await beside.getByText(comparing.now.lost).waitFor();
    await beside.getByText(nearly).waitFor();
    await context.setOffline(false);
    await beside.getByText(comparing.verdictLine.equal).waitFor();
    expect(await beside.getByText(comparing.now.lost).count()).toBe(0);
    await context.close();
  }, 60_000);

  it("are there without JavaScript too, as they are stored", async () => {
    const { context, page } = await pageOf("Marieke Hoekstra", false);
    await page.goto(`/casussen/${caseId}/bewerken/omstandigheden`);
    await page.getByText(comparing.verdictLine.equal).waitFor();
    expect(await page.content()).toContain(comparing.now.withoutScript);
    await page.goto(`/casussen/${caseId}/bewerken/wet`);
    await page.getByText(comparing.verdictLine.equal).waitFor();
    await context.close();
  });
});

describe("the compare screen", () => {
  it("lets a case adopt, adapt or depart, with the original locked beside it", async () => {
    const { context, page, problems } = await pageOf("Marieke Hoekstra");
    await page.goto(`/casussen/${caseId}`);
    await page.getByRole("link", { name: comparing.now.compare }).click();
    await page.waitForURL((url) => url.href.endsWith(comparingAt()));
    await page.getByText(comparing.card.tippingEqual).waitFor();
    const at = (perspective: keyof typeof terms.perspective) =>
      page.getByRole("region", { name: terms.perspective[perspective], exact: true });
    const { adoption } = comparing;
    await awake(at("legal").getByRole("button"));
    expect(await look(page)).toEqual([]);

    await choose(at("legal"), adoption.choice, adoption.adopt);
    await press(at("legal"), adoption.save);
    await told(page, "adoption_recorded");

    // The words of a choice show with it; the original stands in them, to be changed.
    expect(await at("financial").locator("textarea:visible").count()).toBe(0);
    await choose(at("financial"), adoption.choice, adoption.adapt);
    const original = await at("financial").locator("blockquote").innerText();
    const own = at("financial").locator("textarea:visible");
    expect(await own.inputValue()).toBe(original);
    expect(await press(at("financial"), adoption.save)).toBe(422);
    await at("financial").getByText(errors.domain.adoption_unchanged).first().waitFor();
    await fill(at("financial"), adoption.adapted, "Te dragen, met een grens van vijf jaar.");
    await press(at("financial"), adoption.save);
    await told(page, "adoption_recorded");
    expect(await at("financial").locator("blockquote").innerText()).toBe(original);
    expect(await look(page)).toEqual([]);
    expect(problems.filter((text) => !text.includes("422"))).toEqual([]);
    await context.close();
  }, 60_000);

  it("works without JavaScript, and is not there for who may not see the case", async () => {
    const { context, page } = await pageOf("Ingrid Wolters", false);
    await page.goto(comparingAt());
    const societal = page.getByRole("region", { name: terms.perspective.societal, exact: true });
    const { adoption } = comparing;
    await choose(societal, adoption.choice, adoption.depart);
    expect(await press(societal, adoption.save)).toBe(422);
    await fill(societal, adoption.departed, "Hier is al hulp in huis.");
    await press(societal, adoption.save);
    await told(page, "adoption_recorded");
    await page.getByText("Hier is al hulp in huis.").first().waitFor();
    await context.close();

    const stranger = await pageOf("Sanne Dijkgraaf");
    const statusAt = async (path: string) => (await stranger.page.goto(path))?.status();
    expect(await statusAt(comparingAt())).toBe(404);
    expect(await statusAt(`/precedenten/vergelijken?met=${precedentId}`)).toBe(200);
    const [home] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId));
    const hidden = await db.read
      .select({ id: precedents.id })
      .from(precedents)
      .where(
        and(
          eq(precedents.visibility, "organisation"),
          eq(precedents.organisationId, home?.organisationId ?? ""),
        ),
      );
    expect(hidden).not.toEqual([]);
    for (const { id } of hidden) {
      expect(await statusAt(`/precedenten/vergelijken?met=${id}`)).toBe(404);
    }
    await stranger.context.close();
  }, 60_000);
});
