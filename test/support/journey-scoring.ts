import { expect } from "vitest";
import type { Locator, Page } from "playwright-core";
import terms from "../../app/i18n/nl/terms.ts";
import scoring from "../../app/i18n/nl/scoring.ts";
import sessions from "../../app/i18n/nl/sessions.ts";
import { awake, choose, done, fill, press, select, unfold } from "./form-page.ts";
import { stickingOut } from "./team.ts";

/** Choices for option 0, 1 and 2, and the reason given where one is asked. */
export type Answers = { choices: readonly [string, string, string]; reason?: string };

export type Assessor = {
  page: Page;
  item: string;
  /** The answers at a question; those at "*" where it has none of its own. */
  answers: Record<string, Answers>;
  /** Chooses by the keys 1 to 5, and sees it saved by itself. */
  byKeyboard?: boolean;
  /** Leaves these questions open. */
  skips?: readonly string[];
};

const lastStep = "controle";

/** From the home page to the check: every question of the own perspective, over all options. */
export async function score(assessor: Assessor): Promise<string[]> {
  const { page, item } = assessor;
  await page.goto("/");
  await page.locator(`a[href^="${item}"]`).first().click();
  await page.waitForURL((url) => url.pathname.startsWith(item));
  if (!page.url().includes("/beoordelen")) {
    await page.getByRole("link", { name: sessions.moves.score, exact: true }).click();
  }
  await page.locator(".mw-question").waitFor();
  const seen: string[] = [];
  let key: string | null = await questionOn(page);
  for (; key !== null; key = await questionAfter(assessor, key)) {
    seen.push(key);
    expect(await stickingOut(page), key).toBe(0);
  }
  return seen;
}

async function questionOn(page: Page): Promise<string> {
  const kind = await page.locator(".mw-question__kind").innerText();
  return kind.trim().split(" ").at(-1) ?? "";
}

/** Answers the question on the page and goes on; null when the check has come. */
async function questionAfter(assessor: Assessor, key: string): Promise<string | null> {
  const { page } = assessor;
  const isGate = key.includes("-G");
  const answers = assessor.answers[key] ?? assessor.answers[isGate ? "gate" : "*"];
  if (answers && !assessor.skips?.includes(key)) await answer(assessor, answers);
  const button = page.getByRole("button", {
    name: new RegExp(`^(${scoring.next}|${scoring.toCheck})$`),
  });
  await button.click();
  await page.waitForURL((url) => {
    const step = url.searchParams.get("stap");
    return step !== null && step !== key;
  });
  const step = new URL(page.url()).searchParams.get("stap") ?? "";
  if (step === lastStep) {
    await page.getByRole("heading", { name: scoring.check.title }).waitFor();
    return null;
  }
  await page.locator(".mw-question__kind").getByText(step, { exact: false }).waitFor();
  return step;
}

async function answer({ page, byKeyboard }: Assessor, answers: Answers): Promise<void> {
  const cells = page.locator(".mw-cell");
  for (const [place, choice] of answers.choices.entries()) {
    const cell = cells.nth(place);
    if (byKeyboard && /^[1-5]$/.test(choice)) await pressKey(cell, choice);
    else await cell.locator(`input[type="radio"][value="${choice}"]`).check();
    const asksReason = ["1", "2", "no", "unsure", "not_applicable"].includes(choice);
    if (asksReason && answers.reason) await giveReason(cell, answers.reason, byKeyboard);
  }
}

/** Reached by the keyboard, chosen by it, and kept without a button. */
async function pressKey(cell: Locator, key: string): Promise<void> {
  await awake(cell);
  await cell.locator('input[type="radio"]').first().focus();
  await cell.page().keyboard.press(key);
  expect(await cell.locator(`input[value="${key}"]`).isChecked()).toBe(true);
  await cell.getByRole("status").getByText(scoring.save.saved).waitFor();
}

async function giveReason(cell: Locator, reason: string, byKeyboard = false): Promise<void> {
  if (byKeyboard) await cell.getByText(scoring.save.reasonMissing).waitFor();
  await fill(cell, scoring.reason, reason);
  if (byKeyboard) await cell.getByText(scoring.save.saved, { exact: true }).waitFor();
}

/** A low judgement without a reason stays on the page and asks for it. */
export async function refusedWithoutReason(page: Page, item: string, key: string): Promise<void> {
  await page.goto(`${item}/beoordelen?stap=${key}`);
  const cell = page.locator(".mw-cell").first();
  await cell.locator('input[value="1"]').check();
  await fill(cell, scoring.reason, "");
  expect(await press(page, scoring.next)).toBeLessThan(500);
  await page.getByText("Geef een reden bij dit oordeel.").first().waitFor();
  expect(await cell.locator('input[value="1"]').isChecked()).toBe(true);
  await fill(cell, scoring.reason, "Geschikt is het niet.");
  await press(page, scoring.next);
  await page.waitForURL((url) => url.searchParams.get("stap") !== key);
}

/** A free argument for an option, besides the reasons at the questions. */
export async function argue(page: Page, item: string, text: string): Promise<void> {
  await page.goto(`${item}/beoordelen?stap=J1`);
  await unfold(page, scoring.arguments.add);
  const form = page.locator("form", { has: page.locator('select[name="optionId"]') });
  await select(form, scoring.arguments.option, "1. Volledig toekennen vanaf het overlijden");
  await choose(form, scoring.arguments.side, terms.argumentSide.for);
  await fill(form, scoring.arguments.argument, text);
  await done(form, scoring.arguments.add, "argument_added");
  await page.locator(".mw-own-argument").getByText(text).waitFor();
  // The form is ready for the next one, not for the same one again.
  expect(await form.locator('textarea[name="text"]').inputValue()).toBe("");
}

export async function ready(page: Page, item: string): Promise<void> {
  await page.goto(`${item}/beoordelen?stap=${lastStep}`);
  const open = page.locator('input[name="confirmed"]');
  if ((await open.count()) > 0) await open.check();
  await done(page, scoring.check.ready, "ratings_ready");
}

/** Ready can be taken back, and given again. */
export async function readyBackAndForth(page: Page, item: string): Promise<void> {
  await ready(page, item);
  await done(page, scoring.check.undo, "ratings_reopened");
  await ready(page, item);
}
