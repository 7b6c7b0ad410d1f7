import { expect } from "vitest";
import type { Page } from "playwright-core";
import cases from "../../app/i18n/nl/cases.ts";
import terms from "../../app/i18n/nl/terms.ts";
import results from "../../app/i18n/nl/results.ts";
import sessions from "../../app/i18n/nl/sessions.ts";
import { done, field, fill, heading, press, select, told, unfold } from "./form-page.ts";
import { inDays } from "./journey-texts.ts";

export const panels = {
  legal: ["Annelies Terpstra", "Kwame Mensah"],
  financial: ["Joris van der Velde", "Sunita Ramdin"],
  societal: ["Esra Yildirim", "Thijs Kuipers"],
} as const;
export const assessors = Object.values(panels).flat();

const perspectiveOf = Object.fromEntries(
  Object.entries(panels).flatMap(([key, names]) => names.map((name) => [name, key])),
) as Record<string, keyof typeof panels>;

/** Plans a meeting from the page of the case. Gives the address of the case on its agenda. */
export async function planSession(page: Page, caseId: string, title: string): Promise<string> {
  await page.goto(`/casussen/${caseId}`);
  await page.getByRole("link", { name: cases.page.planSession }).click();
  await heading(page, sessions.form.newTitle);
  await fill(page, sessions.field.title, title);
  await page.getByLabel(terms.sessionKind.spread).check();
  await field(page, sessions.field.startsAt).fill(`${inDays(1)}T09:30`);
  await field(page, sessions.field.deadline).fill(`${inDays(5)}T17:00`);
  await fill(page, sessions.field.place, "Zaal 3");
  await select(page, sessions.field.questionSetId, "Perspectiefcirkel, versie 1");
  await select(page, sessions.field.facilitatorId, "Marieke Hoekstra");
  await select(page, sessions.field.deputyId, "Yassin el Amrani");
  const onAgenda = page.locator(`input[name="caseIds"][value="${caseId}"]`);
  expect(await onAgenda.isChecked()).toBe(true);
  await done(page, sessions.form.plan, "session_created");
  return `${new URL(page.url()).pathname}/casussen/${caseId}`;
}

/** Two people on every panel, the weights as they are. */
export async function seatPanels(page: Page, item: string): Promise<void> {
  await page.goto(`${item}/panels`);
  for (const name of assessors) {
    await select(page, name, terms.perspective[perspectiveOf[name] ?? "legal"]);
  }
  const members = page.locator("form", { has: page.locator(".mw-members") });
  await done(members, terms.save, "saved");
}

export async function openScoring(page: Page, item: string): Promise<void> {
  await page.goto(item);
  await done(page, sessions.moves.open, "scoring_opened");
}

/** The facilitator reveals. Who is named as missing, and the reason that is then asked. */
export async function reveal(page: Page, item: string, missing: string[]): Promise<void> {
  await page.goto(item);
  await page.getByRole("link", { name: sessions.moves.reveal }).click();
  await heading(page, sessions.reveal.title);
  if (missing.length > 0) {
    const list = page.locator("ul", { has: page.getByText(missing[0] ?? "") }).first();
    expect(await list.getByRole("listitem").count()).toBe(missing.length);
    for (const name of missing) await list.getByText(name).waitFor();
    // Without a reason it does not happen, with JavaScript and without.
    expect(await press(page, sessions.reveal.do)).toBe(422);
    await page.getByText("Geef een reden om toch te onthullen.").first().waitFor();
    await fill(page, sessions.reveal.reason, "De deurwaarder komt morgen.");
  } else {
    await page.getByText(sessions.reveal.completeText).waitFor();
    expect(await field(page, sessions.reveal.reason).count()).toBe(0);
  }
  await done(page, sessions.reveal.do, "revealed");
  expect(new URL(page.url()).pathname).toBe(`${item}/uitkomst`);
}

/** Every flagged cell is talked about and ticked, with a note. Gives how many there were. */
export async function discuss(page: Page, item: string): Promise<number> {
  await page.goto(`${item}/uitkomst`);
  const cells = page.locator(".mw-discussion__cell");
  const count = await cells.count();
  for (let place = 0; place < count; place += 1) {
    const open = cells.filter({
      has: page.locator("summary", { hasText: results.discussion.act }),
    });
    const cell = open.first();
    await unfold(cell, results.discussion.act);
    await fill(cell, results.discussion.note, `Besproken verschil ${place + 1}`);
    await press(cell, terms.save);
    await page
      .getByText(`Besproken verschil ${place + 1}`)
      .first()
      .waitFor();
  }
  await page.getByText(`${count} van ${count}`).waitFor();
  return count;
}

/** Marks a reason that people gave as carrying the decision. */
export async function carry(page: Page, reason: string): Promise<void> {
  const given = page.locator("#redenen .mw-reason", { hasText: reason }).first();
  await unfoldAround(page, reason);
  await press(given, results.reasons.carry);
  // Without JavaScript the page is new, and what was unfolded is folded again.
  await page
    .locator("#redenen .mw-reason", { hasText: reason })
    .locator("button", { hasText: results.reasons.drop })
    .first()
    .waitFor({ state: "attached" });
}

async function unfoldAround(page: Page, reason: string): Promise<void> {
  const around = page.locator("#redenen details", { hasText: reason }).first();
  if ((await around.getAttribute("open")) === null) await around.locator("summary").first().click();
}

/** Weighs once more with other weights: 40, 30 and 30 percent. */
export async function weighAgain(page: Page): Promise<void> {
  await unfold(page, results.weighings.again);
  const form = page.locator("form", { has: page.locator('input[name="perspectives.0.weight"]') });
  const weight = (place: number) => form.locator(`input[name="perspectives.${place}.weight"]`);
  await weight(0).fill("50");
  await weight(1).fill("30");
  await weight(2).fill("30");
  await fill(
    form,
    results.weighings.reason,
    "De groep wil zien wat de wet zwaarder laten tellen doet.",
  );
  // In the browser where it runs, on the server where it does not.
  await form.getByRole("button", { name: results.weighings.make }).click();
  await page.getByText("De gewichten zijn samen geen 1 (100%).").first().waitFor();
  await weight(0).fill("40");
  await done(form, results.weighings.make, "weighing_made");
}

export async function conclude(page: Page): Promise<void> {
  await press(page, results.conclude.do);
  await told(page, "item_concluded");
}

/** The facilitator's page says of everyone how far they are, and nothing more. */
export async function progressOf(page: Page, item: string): Promise<Record<string, string>> {
  await page.goto(item);
  const rows = page.locator(".mw-panels__people li");
  const texts = await rows.allInnerTexts();
  return Object.fromEntries(
    texts.map((text) => {
      const [name = "", status = ""] = text.split("\n").map((part) => part.trim());
      return [name, status];
    }),
  );
}
