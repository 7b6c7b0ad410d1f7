import { expect } from "vitest";
import type { Page } from "playwright-core";
import cases from "../../app/i18n/nl/cases.ts";
import terms from "../../app/i18n/nl/terms.ts";
import decisions from "../../app/i18n/nl/decisions.ts";
import errors from "../../app/i18n/nl/errors.ts";
import { choose, done, field, fill, heading, press, select, tick, unfold } from "./form-page.ts";
import { decided, inDays, widow } from "./journey-texts.ts";

const [full] = widow.options;

/** The coordinator writes what is known already; somebody with the mandate goes on with it. */
export async function prepareDecision(page: Page, caseId: string, carried: string): Promise<void> {
  await page.goto(`/casussen/${caseId}`);
  await page.getByRole("link", { name: cases.page.prepare }).click();
  await heading(page, decisions.prepare.title);
  const legal = page.locator('textarea[name="motivation.legal"]');
  expect(await legal.inputValue()).toContain(carried);
  for (const [key, text] of Object.entries(decided.motivation)) {
    await page.locator(`textarea[name="motivation.${key}"]`).fill(text);
  }
  expect(await page.getByRole("button", { name: decisions.prepare.take }).count()).toBe(0);
  await done(page, decisions.prepare.save, "decision_saved");
}

/** Takes the decision, after hearing what is still missing. Gives its address. */
export async function takeDecision(page: Page, caseId: string): Promise<string> {
  await page.goto("/");
  await page.locator(`a[href^="/casussen/${caseId}"]`).first().click();
  await page.goto(`/casussen/${caseId}/besluit`);
  await heading(page, decisions.prepare.title);
  expect(await press(page, decisions.prepare.take)).toBe(422);
  const summary = page.locator(".mw-error-summary");
  await summary.getByText(errors.requirement.precedent_check_missing).waitFor();
  await summary.getByText(errors.requirement.dignity_missing).waitFor();
  await chooseForEveryClaim(page);
  await grounds(page);
  await choose(page, decisions.precedents.answer, terms.precedentCheckAnswer.not_found);
  await fill(page, decisions.precedents.text, decided.check);
  await fill(page, decisions.minority.label, decided.minority);
  await condition(page);
  await fill(page, decisions.citizen.told, decided.told);
  await fill(page, decisions.citizen.toldAt, inDays(0));
  await fill(page, decisions.citizen.review, inDays(180));
  await tick(page, decisions.citizen.dignity);
  await done(page, decisions.prepare.take, "decision_taken");
  return new URL(page.url()).pathname;
}

async function chooseForEveryClaim(page: Page): Promise<void> {
  const groups = page.locator('input[name^="choices."]').locator("xpath=ancestor::fieldset[1]");
  const claims = new Set(
    await page
      .locator('input[name^="choices."]')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name)),
  );
  expect(claims.size).toBe(widow.claims.length);
  for (const name of claims) {
    const group = groups.filter({ has: page.locator(`input[name="${name}"]`) }).first();
    await group.getByLabel(full.title).check();
  }
}

async function grounds(page: Page): Promise<void> {
  await select(page, decisions.ground.ground, terms.ground.room_in_norm);
  await fill(page, decisions.ground.reference, full.reference);
  await choose(page, decisions.reasons.pro, "Moeite met lezen en schrijven");
  await choose(page, decisions.reasons.con, "Meer dan een jaar te laat aangevraagd");
  for (const reason of ["coverageReason", "undiscussedReason", "departure"]) {
    const asked = page.locator(`textarea[name="${reason}"]`);
    if (reason !== "departure" && (await asked.count()) > 0) {
      await asked.fill("De zaak kan niet wachten; de groep is het over de kern eens.");
    }
  }
}

async function condition(page: Page): Promise<void> {
  await fill(page, decisions.conditions.text, decided.condition);
  await select(page, decisions.conditions.owner, "Femke Brouwers");
  await fill(page, decisions.conditions.due, inDays(30));
}

/** The decision as everyone with a right to it reads it. */
export async function readDecision(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const text = await page.locator("main").innerText();
  for (const written of [
    full.title,
    ...Object.values(decided.motivation),
    decided.minority,
    decided.condition,
    decided.told,
    "Ingrid Wolters",
  ]) {
    expect(text).toContain(written);
  }
}

/** The owner of a condition sees it waiting at home, and says that it is done. */
export async function keepCondition(page: Page, caseId: string): Promise<void> {
  await page.goto("/");
  await page.locator(`a[href^="/casussen/${caseId}/nazorg"]`).first().click();
  await heading(page, decisions.followUp.title);
  await unfold(page, decisions.followUp.done);
  const form = page.locator("form", { has: page.locator('input[name="conditionId"]') });
  await fill(form, decisions.followUp.note, "Gelezen met de dochter erbij.");
  await done(form, decisions.followUp.done, "follow_up_saved");
  await page.getByText("Gelezen met de dochter erbij.").waitFor();
  expect(await field(page, decisions.followUp.reopenNote).count()).toBe(1);
}
