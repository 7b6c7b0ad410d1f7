import { expect } from "vitest";
import type { Page } from "playwright-core";
import cases from "../../app/i18n/nl/cases.ts";
import terms from "../../app/i18n/nl/terms.ts";
import options from "../../app/i18n/nl/options.ts";
import { choose, done, field, fill, heading, press, select, told, unfold } from "./form-page.ts";
import { stickingOut } from "./team.ts";
import { costLines, facts, inDays, steps, widow } from "./journey-texts.ts";

const { field: words, form } = cases;

/** A new case with all its steps, from the button on the list to the last page. Gives its id. */
export async function submitCase(page: Page, title: string): Promise<string> {
  await page.goto("/casussen");
  await page.getByRole("link", { name: cases.list.new }).click();
  await heading(page, cases.new.title);
  await fill(page, words.title, title);
  await fill(page, words.story, widow.story);
  await select(page, words.scopeId, widow.scope);
  await done(page, cases.new.submit, "case_created");
  const caseId = /casussen\/([0-9a-f-]{36})\//.exec(page.url())?.[1] ?? "";
  await situation(page);
  await law(page);
  await circumstances(page);
  await claimsAndOptions(page, caseId);
  await people(page);
  await lastStep(page);
  return caseId;
}

async function next(page: Page, step: string): Promise<void> {
  expect(await stickingOut(page), page.url()).toBe(0);
  await press(page, form.save);
  await page.waitForURL((url) => url.pathname.endsWith(`/bewerken/${step}`));
}

async function situation(page: Page): Promise<void> {
  await fill(page, words.citizenWish, widow.wish);
  await fill(page, words.citizenFirstNeed, widow.firstNeed);
  await fill(page, words.citizenHeardAt, inDays(-20));
  await fill(page, words.ownAttempts, widow.attempts);
  await fill(page, words.unease, widow.unease);
  await select(page, words.urgencyKind, terms.urgencyKind.bailiff);
  await fill(page, words.urgencyDate, inDays(40));
  await fill(page, words.urgencyNote, widow.urgency);
  await choose(page, words.lifeEvents, terms.lifeEvent.death_of_partner);
  await choose(page, words.lifeEvents, terms.lifeEvent.moving_abroad);
  await next(page, "wet");
}

async function law(page: Page): Promise<void> {
  await heading(page, terms.caseStep.law);
  await fill(page, words.pinch, widow.pinch);
  await select(page, words.pinchPlace, terms.pinchPlace.law_article);
  await fill(page, words.pinchSource, widow.pinchSource);
  await fill(page, words.lawPurpose, widow.lawPurpose);
  await fill(page, words.lawReferences, widow.references.join("\n"));
  await next(page, "omstandigheden");
}

async function circumstances(page: Page): Promise<void> {
  await heading(page, terms.caseStep.facts);
  for (const { label, answer } of facts) await choose(page, label, terms.factAnswer[answer]);
  const first = page.locator(".mw-fact", { hasText: facts[0].label }).first();
  await unfold(first, cases.facts.more);
  await fill(first, cases.facts.note, widow.factNote);
  await fill(first, cases.facts.source, widow.factSource);
  await next(page, "oplossingen");
}

/** The claim, what going on costs, and two solutions with their costs. */
async function claimsAndOptions(page: Page, caseId: string): Promise<void> {
  await heading(page, terms.caseStep.options);
  const [first] = widow.claims;
  await fill(page, words.claimLabel, first.label);
  await fill(page, words.claimCents, first.amount);
  await press(page, words.addClaim);
  const second = page.getByRole("group", { name: cases.field.claimOf.replace("{{number}}", "2") });
  await fill(second, words.claimLabel, widow.claims[1].label);
  await press(page, form.close);
  await page.waitForURL((url) => url.pathname === `/casussen/${caseId}`);
  await page.goto(`/casussen/${caseId}/bewerken/oplossingen`);
  await page.getByRole("link", { name: "Strikte toepassing" }).click();
  await page.waitForURL((url) => url.pathname.includes("/oplossingen/0"));
  await fillCosts(page, [costLines.muddlingOn]);
  await done(page, options.save, "option_saved");
  for (const option of widow.options) await addOption(page, option);
  await page.goto(`/casussen/${caseId}/bewerken/mensen`);
}

async function addOption(page: Page, option: (typeof widow.options)[number]): Promise<void> {
  await page.getByRole("link", { name: cases.optionsList.add }).click();
  await heading(page, options.newTitle);
  await fill(page, options.title, option.title);
  await fill(page, options.description, option.description);
  await choose(page, options.level, option.level);
  await choose(page, options.ground, terms.ground[option.ground]);
  await fill(page, options.groundReference, option.reference);
  await fillCosts(page, option.costs);
  await done(page, options.save, "option_saved");
  await page.getByRole("link", { name: option.title }).waitFor();
}

type CostLine = (typeof costLines)[keyof typeof costLines];

/** Adds a row on the page for every line after the first, as people without JavaScript do too. */
async function fillCosts(page: Page, lines: readonly CostLine[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await press(page, options.addLine);
    const row = page.getByRole("group", {
      name: options.lineOf.replace("{{number}}", String(index + 1)),
    });
    await fill(row, options.post, line.post);
    await fill(row, options.cents, line.amount);
    await select(row, options.bearer, terms.bearer[line.bearer]);
    await select(row, options.recurrence, terms.recurrence[line.recurrence]);
    await select(row, options.certainty, terms.certainty[line.certainty]);
    await fill(row, options.source, line.source);
  }
}

async function people(page: Page): Promise<void> {
  await heading(page, terms.caseStep.people);
  await fill(page, words.organisationsInvolved, widow.organisations);
  await fill(page, words.contactPerson, widow.contact);
  await fill(page, words.representativeRole, widow.representative);
  await fill(page, words.representativeUntil, inDays(400));
  await fill(page, words.sharingConsent, widow.consent);
  await next(page, "controle");
}

async function lastStep(page: Page): Promise<void> {
  await heading(page, terms.caseStep.check);
  const questions = page.getByRole("group", { name: cases.check.questions });
  await questions.getByRole("textbox").first().fill(widow.answer);
  await press(page, form.saveLast);
  await page.waitForURL((url) => /^\/casussen\/[^/]+$/.test(url.pathname));
  await told(page, "step_saved");
}

/** A letter with the case; what the page then offers to download. */
export async function addDocument(page: Page, caseId: string): Promise<void> {
  await page.goto(`/casussen/${caseId}/documenten`);
  const buffer = Buffer.from("Afwijzing van de aanvraag, zonder persoonsgegevens.", "utf8");
  await field(page, cases.documents.file).setInputFiles({
    name: "afwijzing.txt",
    mimeType: "text/plain",
    buffer,
  });
  await done(page, cases.documents.submit, "document_added");
  await page.getByRole("link", { name: "afwijzing.txt" }).waitFor();
}

/** Everything that was typed, read again on the page of the case. */
export async function readCase(page: Page, caseId: string): Promise<void> {
  await page.goto(`/casussen/${caseId}`);
  const text = await page.locator("main").innerText();
  for (const typed of [...steps, ...widow.options.map(({ title }) => title)]) {
    expect(text).toContain(typed);
  }
}

/** One step on by the status form. */
export async function moveTo(
  page: Page,
  caseId: string,
  status: keyof typeof terms.caseStatus,
): Promise<void> {
  await page.goto(`/casussen/${caseId}/status`);
  const choice = `${terms.caseStatus[status]} (${terms.statusMove.forward.toLowerCase()})`;
  await choose(page, cases.status.to, choice);
  await done(page, cases.status.submit, "status_changed");
}
