import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { and, eq, inArray, like } from "drizzle-orm";
import { caseFacts, db, facts, policyRules, precedents, signalCases, systemActor } from "#db";
import cases from "../../app/i18n/nl/cases.ts";
import comparing from "../../app/i18n/nl/comparing.ts";
import decisions from "../../app/i18n/nl/decisions.ts";
import rules from "../../app/i18n/nl/rules.ts";
import signals from "../../app/i18n/nl/signals.ts";
import terms from "../../app/i18n/nl/terms.ts";
import yearly from "../../app/i18n/nl/yearly.ts";
import type { Running } from "../../app/server.ts";
import { findings } from "../support/accessibility.ts";
import { copyCase } from "../support/case-copy.ts";
import { launchBrowser } from "../support/chromium.ts";
import { openCopy } from "../support/database.ts";
import { caseNamed } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";
import { awake, choose, done, fill, press, select, tick } from "../support/form-page.ts";
import { inDays } from "../support/journey-texts.ts";
import { startServer } from "../support/server.ts";
import { openTeam, stickingOut, type Team } from "../support/team.ts";

const decider = "Ingrid Wolters";
const coordinator = "Marieke Hoekstra";
const advisor = "Bram Verhagen";
const executive = "Hülya Demir";
const everything = "Volledig terug tot het overlijden";
const onlyOneYear = "Een jaar terug, niet verder";

let running: Running;
let browser: Browser;
let team: Team;
/** Like the widow in Spain: wrongly informed, and given everything back. */
let late: string[] = [];
/** Late too, but well informed. */
let informed = "";
let signalId = "";
let rule: typeof policyRules.$inferSelect;

beforeAll(async () => {
  running = await startServer(await openCopy(await exampleContent()));
  const { id } = await caseNamed("Weduwe in Turkije");
  const portugal = await copyCase(id, "Weduwe in Portugal vraagt laat aan", "2026-9001");
  const croatia = await copyCase(id, "Weduwe in Kroatië vraagt laat aan", "2026-9002");
  late = [id, portugal, croatia];
  informed = await copyCase(id, "Weduwe in Servië vraagt laat aan", "2026-9003");
  await wasWellInformed(informed);
  browser = await launchBrowser();
  const names = [decider, coordinator, advisor, executive];
  const { address } = running;
  team = await openTeam({
    ...{ browser, address, names, javaScript: true, pickers: [] },
    onPhone: [executive],
  });
});

afterAll(async () => {
  await team?.close();
  await browser?.close();
  await running?.stop();
});

async function wasWellInformed(caseId: string): Promise<void> {
  const wrongly = await db.read
    .select({ id: facts.id })
    .from(facts)
    .where(like(facts.key, "misinformed_by_%"));
  const ids = wrongly.map(({ id }) => id);
  await db.write(systemActor, async (tx) => {
    await tx
      .update(caseFacts)
      .set({ answer: "no" })
      .where(and(eq(caseFacts.caseId, caseId), inArray(caseFacts.factId, ids)));
    await tx.record({ kind: "test.informed", subject: { type: "case", id: caseId }, caseId });
  });
}

/** Takes the decision, and says what the form asks. */
async function decide(page: Page, caseId: string, because: string, outcome: string): Promise<void> {
  await page.goto(`/casussen/${caseId}/besluit`);
  await awake(page.locator("form", { has: page.locator(".mw-treatment") }));
  for (const box of await page.getByLabel(outcome, { exact: true }).all()) await box.check();
  for (const area of await page.locator('textarea[name^="motivation."]').all()) {
    await area.fill(because);
  }
  for (const name of ["departure", "coverageReason", "undiscussedReason"]) {
    const asked = page.locator(`textarea[name="${name}"]`);
    if ((await asked.count()) > 0) await asked.fill("Daar is over gesproken.");
  }
  await choose(page, decisions.precedents.answer, terms.precedentCheckAnswer.different);
  await fill(page, decisions.precedents.text, "Hier gaf onze eigen lijn het verkeerde antwoord.");
  await fill(page, decisions.citizen.review, inDays(180));
  await tick(page, decisions.citizen.dignity);
  await done(page, decisions.prepare.take, "decision_taken");
}

/** The signal that holds all these cases, as soon as the product has raised it. */
async function raisedSignal(caseIds: string[]): Promise<string> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    const rows = await db.read
      .select()
      .from(signalCases)
      .where(inArray(signalCases.caseId, caseIds));
    const all = rows.find(({ signalId: id }) =>
      caseIds.every((caseId) => rows.some((row) => row.signalId === id && row.caseId === caseId)),
    );
    if (all) return all.signalId;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error("No signal was raised");
}

async function factId(key: string): Promise<string> {
  const [fact] = await db.read.select().from(facts).where(eq(facts.key, key));
  return fact?.id ?? "";
}

describe("three late applications with the same outcome", () => {
  it("become a signal by themselves, which the policy advisor finds", async () => {
    const page = team.page(decider);
    for (const caseId of late) await decide(page, caseId, "Zij is verkeerd ingelicht.", everything);
    await decide(page, informed, "Zij wist dat er haast bij was.", onlyOneYear);
    signalId = await raisedSignal(late);
    const reading = team.page(advisor);
    await reading.goto("/signalen");
    await reading.locator(`a[href="/signalen/${signalId}"]`).first().click();
    await reading.getByText(signals.source.cluster).first().waitFor();
    const text = await reading.locator("main").innerText();
    for (const title of ["Weduwe in Turkije", "Weduwe in Portugal", "Weduwe in Kroatië"]) {
      expect(text).toContain(title);
    }
    expect(text).not.toContain("Weduwe in Servië");
    expect(await findings(reading)).toEqual([]);
  });

  it("give a rule its conditions, of which the try-out shows where it decides otherwise, and why", async () => {
    const page = team.page(advisor);
    await page.getByRole("link", { name: signals.page.makeRule }).click();
    await page.getByRole("heading", { name: rules.tried.title }).waitFor();
    const form = page.locator("form", { has: page.locator('input[name^="facts."]') });
    await awake(form);
    const suggested = form.locator('input[value="must"]:checked');
    expect(await suggested.count()).toBe(1);
    const beside = page.locator("aside.mw-trial");
    await beside.getByText(rules.tried.differs_zero).waitFor();
    // Whoever reads with difficulty, whatever was said to them: that reaches further than was decided.
    await form.locator('input[value=""]').first().check();
    const wide = form.locator(`input[name="facts.${await factId("low_literacy")}"][value="must"]`);
    await wide.locator("xpath=ancestor::details/summary").click();
    await wide.check();
    // Between the two ticks the draft asks nothing, and settles others too.
    const [differs = ""] = rules.tried.differs_one.replace("{{count}}", "1").split(":");
    await beside.getByText(differs).waitFor();
    await beside.getByText(rules.tried.differenceMore).waitFor();
    await beside.locator("summary", { hasText: rules.tried.reasons }).click();
    const text = await beside.innerText();
    expect(text).toContain("Zij wist dat er haast bij was.");
    expect(text.split(rules.tried.differenceMore)).toHaveLength(2);
    expect(await findings(page)).toEqual([]);
    await fill(page, rules.field.title, "Late aanvraag door wie moeilijk leest");
    await fill(
      page,
      rules.field.text,
      "Leest u moeilijk en vraagt u te laat aan? U krijgt toch alles.",
    );
    await done(page, rules.edit.save, "rule_drafted");
  });

  it("are settled for everyone once the advisor adopts it, with a reason for the difference", async () => {
    const page = team.page(advisor);
    await tick(page, rules.act.confirm);
    expect(await press(page, rules.act.adoptSubmit)).toBe(422);
    await fill(page, rules.act.reason, "Wie niet kan lezen, kan een brief over haast niet lezen.");
    await done(page, rules.act.adoptSubmit, "rule_adopted");
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const [row] = await db.read.select().from(policyRules).where(eq(policyRules.id, id));
    if (!row) throw new Error("The rule is not kept");
    rule = row;
    expect(rule).toMatchObject({ status: "in_force", signalId });
    await page.goto(`/signalen/${signalId}`);
    await page.getByText(signals.status.adopted, { exact: true }).first().waitFor();
    const [replaced] = await db.read
      .select()
      .from(precedents)
      .where(eq(precedents.policyRuleId, rule.id));
    await page.goto(`/precedenten/${replaced?.id}`);
    await page.getByText(terms.precedentStatus.became_policy_rule).first().waitFor();
    await page.locator(`a[href="/regels/${rule.id}"]`).first().waitFor();
  });
});

describe("the next late application", () => {
  it("is met with the rule while its facts are typed, and is settled by it without a session", async () => {
    const page = team.page(coordinator);
    await page.goto("/casussen/nieuw");
    await fill(page, cases.field.title, "Weduwe in Spanje hoort het na drie jaar");
    await fill(page, cases.field.story, "Haar buurvrouw vertelde haar van de uitkering.");
    await select(page, cases.field.scopeId, "Anw: te late aanvraag");
    await done(page, cases.new.submit, "case_created");
    const caseId = /casussen\/([0-9a-f-]{36})\//.exec(page.url())?.[1] ?? "";
    await page.goto(`/casussen/${caseId}/bewerken/omstandigheden`);
    const name = `facts.${await factId("low_literacy")}.answer`;
    const answer = page.locator(`input[name="${name}"][value="yes"]`);
    await awake(answer);
    const covered = comparing.rule.yes.replace("{{number}}", rule.number);
    expect(await page.getByText(covered).count()).toBe(0);
    await answer.check();
    await page.locator("strong", { hasText: covered }).waitFor();
    await press(page, cases.form.save);
    await page.goto(`/casussen/${caseId}`);
    await page.locator("strong", { hasText: covered }).waitFor();
    await page.getByRole("link", { name: comparing.rule.settle }).click();
    await done(page, rules.settle.submit, "rule_settled_case");
    await page.getByText(terms.caseStatus.standard_route).first().waitFor();
  });

  it("stands with the rule in the page of the year that the executive reads", async () => {
    const page = team.page(executive);
    await page.goto("/verantwoording");
    await page.getByRole("link", { name: yearly.links }).first().click();
    await page.getByRole("heading", { name: yearly.rules.title }).waitFor();
    const text = await page.locator("main").innerText();
    expect(text).toContain(`${rule.title}`);
    expect(text).toContain("Steeds hetzelfde besluit");
    await page.getByRole("link", { name: rule.title }).first().click();
    await page.getByText("Weduwe in Spanje hoort het na drie jaar").waitFor();
    expect(await stickingOut(page)).toBe(0);
    expect(await findings(page)).toEqual([]);
    expect(team.problems()).toEqual([]);
  });
});
