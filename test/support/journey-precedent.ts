import { expect } from "vitest";
import type { Page } from "playwright-core";
import terms from "../../app/i18n/nl/terms.ts";
import decisions from "../../app/i18n/nl/decisions.ts";
import precedents from "../../app/i18n/nl/precedents.ts";
import { choose, done, fill, heading, press, told } from "./form-page.ts";
import { rewritten } from "./journey-texts.ts";

/** Makes a draft of the decision. Gives the address of the precedent. */
export async function draftPrecedent(page: Page, decision: string): Promise<string> {
  await page.goto(decision);
  await done(page, decisions.page.makePrecedent, "precedent_created");
  return new URL(page.url()).pathname.replace("/bewerken", "");
}

/** Personal data keeps it from being offered; rewritten it goes to the second reader. */
export async function rewritePrecedent(page: Page, title: string): Promise<void> {
  const { edit } = precedents;
  await fill(page, edit.titleField, title);
  await fill(page, edit.summary, `${rewritten.summary} ${rewritten.withPersonalData}`);
  for (const perspective of Object.values(terms.perspective)) {
    const label = edit.motivation.replace("{{perspective}}", perspective);
    await fill(page, label, `${perspective}: ${rewritten.motivation}`);
  }
  await choose(page, edit.visibility, terms.visibility.network);
  expect(await press(page, edit.offer)).toBe(422);
  await page.locator(".mw-error-summary").waitFor();
  // Saving is allowed, and says what to rewrite and how.
  await done(page, edit.save, "precedent_saved");
  await page.getByText("“weduwe@voorbeeld.nl”").waitFor();
  await page.getByText(edit.rewrite.phone).first().waitFor();
  await fill(page, edit.summary, rewritten.summary);
  await done(page, edit.offer, "precedent_offered");
}

/** The writer cannot publish it; the second reader can, from the home page on. */
export async function publishPrecedent(
  writer: Page,
  reader: Page,
  precedent: string,
): Promise<void> {
  await writer.goto(`${precedent}/bewerken`);
  await writer.getByText(precedents.edit.isEditor).waitFor();
  const publish = { name: precedents.edit.publish, exact: true } as const;
  expect(await writer.getByRole("button", publish).count()).toBe(0);
  await reader.goto("/");
  await reader.locator(`a[href^="${precedent}"]`).first().click();
  await reader.goto(`${precedent}/bewerken`);
  await reader.getByText(precedents.edit.second).waitFor();
  await press(reader, precedents.edit.publish);
  await told(reader, "precedent_published");
}

/** Types words in the search and gives the titles that came back, best first. */
export async function search(page: Page, words: string): Promise<string[]> {
  await page.goto("/precedenten");
  await heading(page, precedents.title);
  await fill(page, precedents.search.words, words);
  await press(page, precedents.search.submit);
  await page.getByText(`“${words}”`).first().waitFor();
  expect(page.url()).not.toContain(encodeURIComponent(words));
  return page.locator(".mw-work__title").allInnerTexts();
}

export async function readPrecedent(page: Page, title: string, precedent: string): Promise<void> {
  await page.getByRole("link", { name: title }).first().click();
  await page.waitForURL((url) => url.pathname === precedent);
  await heading(page, title);
  await page.getByText(rewritten.summary).waitFor();
  await page.getByText(terms.precedentStatus.valid).first().waitFor();
}
