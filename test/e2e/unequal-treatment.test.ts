import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asc, eq } from "drizzle-orm";
import { db, facts, precedents } from "#db";
import audit from "../../app/i18n/nl/audit.ts";
import cases from "../../app/i18n/nl/cases.ts";
import decisions from "../../app/i18n/nl/decisions.ts";
import errors from "../../app/i18n/nl/errors.ts";
import terms from "../../app/i18n/nl/terms.ts";
import type { Running } from "../../app/server.ts";
import { findings } from "../support/accessibility.ts";
import { copyCase } from "../support/case-copy.ts";
import { launchBrowser } from "../support/chromium.ts";
import { openCopy } from "../support/database.ts";
import { caseNamed } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";
import { awake, choose, done, field, fill, press, tick, told } from "../support/form-page.ts";
import { inDays } from "../support/journey-texts.ts";
import { startServer } from "../support/server.ts";
import { openTeam, stickingOut, type Team } from "../support/team.ts";

const decider = "Ingrid Wolters";
const coordinator = "Marieke Hoekstra";
const executive = "Hülya Demir";
const lower = "Een jaar terug, niet verder";
const { treatment, lineChange } = decisions;

let running: Running;
let browser: Browser;
let team: Team;
/** Late applications like the widow's in Spain, who got everything back to the death. */
let first = "";
let second = "";
let widow: typeof precedents.$inferSelect;

beforeAll(async () => {
  running = await startServer(await openCopy(await exampleContent()));
  first = (await caseNamed("Weduwe in Turkije")).id;
  second = await copyCase(first, "Weduwe in Portugal vraagt laat aan");
  const all = await db.read.select().from(precedents).orderBy(asc(precedents.id));
  const found = all.find(({ title }) => title.startsWith("Te late aanvraag"));
  if (!found) throw new Error("The widow has no precedent");
  widow = found;
  browser = await launchBrowser();
  const names = [decider, coordinator, executive];
  const { address } = running;
  const joining = { browser, address, names, javaScript: true, pickers: [], onPhone: [executive] };
  team = await openTeam(joining);
});

afterAll(async () => {
  await team?.close();
  await browser?.close();
  await running?.stop();
});

/** Opens the form and chooses the lower outcome for every claim. */
async function proposeLower(page: Page, caseId: string): Promise<void> {
  await page.goto(`/casussen/${caseId}/besluit`);
  const form = page.locator("form", { has: page.locator(".mw-treatment") });
  await awake(form);
  for (const box of await form.getByLabel(lower, { exact: true }).all()) await box.check();
}

/** Everything else that taking a decision asks. */
async function complete(page: Page): Promise<void> {
  for (const area of await page.locator('textarea[name^="motivation."]').all()) {
    await area.fill("Zo is het afgewogen.");
  }
  for (const name of ["departure", "coverageReason", "undiscussedReason"]) {
    const asked = page.locator(`textarea[name="${name}"]`);
    if ((await asked.count()) > 0) await asked.fill("Daar is over gesproken.");
  }
  await choose(page, decisions.precedents.answer, terms.precedentCheckAnswer.different);
  await fill(page, decisions.citizen.review, inDays(180));
  await tick(page, decisions.citizen.dignity);
}

/** Takes the decision and gives its address. */
async function take(page: Page): Promise<string> {
  await done(page, decisions.prepare.take, "decision_taken");
  return new URL(page.url()).pathname;
}

describe("a second late application like the widow's, with a lower outcome", () => {
  it("is warned with her precedent and no difference, as soon as it is chosen", async () => {
    const page = team.page(decider);
    await proposeLower(page, first);
    const box = page.locator(".mw-treatment");
    await box.getByText(treatment.warning_one).waitFor();
    await box.getByText(treatment.noDifference).waitFor();
    await box.getByText(treatment.atLeast.replace(" {{level}}.", "")).waitFor();
    const warning = box.locator(".mw-alert");
    expect(await warning.innerText()).toContain(`${widow.number} ${widow.title}`);
    expect(await findings(page)).toEqual([]);
    await complete(page);
    expect(await press(page, decisions.prepare.take)).toBe(422);
    const summary = page.locator(".mw-error-summary");
    await summary.getByText(errors.requirement.unequal_treatment).waitFor();
    expect(await summary.locator("h2").evaluate((head) => head === document.activeElement)).toBe(
      true,
    );
    await done(page, decisions.prepare.save, "decision_saved");
  });

  it("is cleared by the fact that differs, once it is in the case and named", async () => {
    const [fact] = await db.read
      .select()
      .from(facts)
      .where(eq(facts.key, "could_reasonably_have_known"));
    const label = fact?.label.nl ?? "";
    const filing = team.page(coordinator);
    await filing.goto(`/casussen/${first}/bewerken/omstandigheden`);
    const answer = filing.locator(`input[name="facts.${fact?.id}.answer"][value="yes"]`);
    await awake(answer);
    await answer.check();
    await press(filing, cases.form.save);
    await told(filing, "step_saved");
    const page = team.page(decider);
    await page.goto(`/casussen/${first}/besluit`);
    const box = page.locator(".mw-treatment");
    await awake(box);
    await box.getByText(treatment.hasDifference).waitFor();
    await choose(page, treatment.differences, label);
    await box.getByText(treatment.warning_one).waitFor({ state: "detached" });
    await box.getByText(widow.number).last().waitFor();
    await complete(page);
    await fill(page, decisions.precedents.text, "Zij kende de regeling en wachtte.");
    await page.goto(await take(page));
    const text = await page.locator("main").innerText();
    expect(text).toContain(treatment.answer.reason);
    expect(text).toContain(treatment.differ.replace("{{facts}}", label));
  });
});

describe("without JavaScript", () => {
  it("is compared by a button that keeps all that was typed, and stores nothing", async () => {
    const { address } = running;
    const joining = { browser, address, names: [decider], javaScript: false, pickers: [] };
    const plain = await openTeam({ ...joining, onPhone: [decider] });
    const page = plain.page(decider);
    await page.goto(`/casussen/${second}/besluit`);
    for (const box of await page.getByLabel(lower, { exact: true }).all()) await box.check();
    await fill(page, decisions.minority.label, "Nog niet bewaard.");
    expect(await page.getByText(treatment.warning_one).count()).toBe(0);
    expect(await press(page, treatment.compare)).toBe(200);
    await page.getByText(treatment.warning_one).waitFor();
    expect(await field(page, decisions.minority.label).inputValue()).toBe("Nog niet bewaard.");
    expect(await stickingOut(page)).toBe(0);
    await page.goto(`/casussen/${second}/besluit`);
    expect(await field(page, decisions.minority.label).inputValue()).toBe("");
    expect(plain.problems()).toEqual([]);
    await plain.close();
  });
});

describe("another one, for which the line is changed", () => {
  it("waits for an executive, who approves with a reason and need not see the case", async () => {
    const page = team.page(decider);
    await proposeLower(page, second);
    await page.locator(".mw-treatment").getByText(treatment.warning_one).waitFor();
    await complete(page);
    await fill(page, decisions.precedents.text, "De wet is sindsdien strenger.");
    await done(page, treatment.lineAskButton, "line_change_proposed");
    await page.getByText(treatment.lineProposed).waitFor();
    const phone = team.page(executive);
    await phone.goto("/");
    await phone.locator('a[href^="/lijnwijzigingen/"]').first().click();
    await phone.getByText("De wet is sindsdien strenger.").waitFor();
    expect(await stickingOut(phone)).toBe(0);
    await fill(phone, lineChange.answerLabel, "Dat vraagt de nieuwe wet.");
    await done(phone, lineChange.approve, "saved");
    await phone.getByText(lineChange.status.approved, { exact: true }).waitFor();
  });

  it("ends the old precedent when it is taken", async () => {
    const page = team.page(decider);
    await page.goto(`/casussen/${second}/besluit`);
    await page.getByText(widow.number).first().waitFor();
    await complete(page);
    await page.goto(await take(page));
    expect(await page.locator("main").innerText()).toContain(treatment.answer.line_change);
    await page.goto(`/precedenten/${widow.id}`);
    await page.getByText(terms.precedentStatus.outdated).first().waitFor();
    await page.getByText("De wet is sindsdien strenger.").first().waitFor();
  });

  it("is seen by the executive in the audit, beside the difference that was named", async () => {
    const phone = team.page(executive);
    await phone.goto("/audit");
    const text = await phone.locator("main").innerText();
    for (const words of [
      `${audit.event.decision.taken}: ${audit.detail.treatment.reason}`,
      `${audit.event.decision.taken}: ${audit.detail.treatment.line_change}`,
      `${audit.event.precedent.ended}: ${audit.detail.treatment.ended}`,
      audit.event.line.changed,
      audit.event.line["change-approved"],
    ]) {
      expect(text).toContain(words);
    }
    expect(team.problems()).toEqual([]);
  });
});
