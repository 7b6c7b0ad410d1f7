import type { Locator, Page } from "playwright-core";
import terms from "../../app/i18n/nl/terms.ts";

/** Filling in forms by what people read: labels, groups and the words on buttons. */
type Place = Page | Locator;

function whole(words: string): RegExp {
  const plain = words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^\\s*${plain}( \\(${terms.optional}\\))?\\s*$`);
}

export function field(place: Place, label: string): Locator {
  return place.getByLabel(whole(label));
}

export async function fill(place: Place, label: string, text: string): Promise<void> {
  await field(place, label).fill(text);
}

export async function select(place: Place, label: string, option: string): Promise<void> {
  await field(place, label).selectOption({ label: option });
}

/** A choice in a group of radio buttons or boxes, by the words of the group and of the choice. */
export async function choose(place: Place, group: string, choice: string): Promise<void> {
  const found = place
    .getByRole("radiogroup", { name: whole(group) })
    .or(place.getByRole("group", { name: whole(group) }));
  await found.getByLabel(whole(choice)).check();
}

export async function tick(place: Place, label: string): Promise<void> {
  await field(place, label).check();
}

/** Opens what is folded away. */
export async function unfold(place: Place, summary: string): Promise<void> {
  await place.locator("summary", { hasText: whole(summary) }).click();
}

/** Presses a button that posts, and waits for what the server says. */
export async function press(place: Place, button: string): Promise<number> {
  const page = "page" in place ? place.page() : place;
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await place.getByRole("button", { name: whole(button) }).click();
  const status = (await answered).status();
  // The answer shows a moment later; until then the page takes no second press.
  if (status >= 400) await page.locator(".mw-error-summary").first().waitFor();
  return status;
}

type Flash = keyof typeof terms.flash;

/** Waits for the message on top of the page after an act. */
export async function told(page: Page, flash: Flash): Promise<void> {
  await page.locator(".mw-flash").getByText(terms.flash[flash], { exact: true }).waitFor();
}

/** Presses a button and waits for the message that it was done. */
export async function done(place: Place, button: string, flash: Flash): Promise<void> {
  await press(place, button);
  await told("page" in place ? place.page() : place, flash);
}

export async function heading(page: Page, words: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: words }).waitFor();
}

/** Waits until the scripts of the page look after this part of it. */
export async function awake(place: Locator): Promise<void> {
  await place.waitFor();
  const page = place.page();
  const handle = await place.elementHandle();
  await page.waitForFunction(
    (element) => Object.keys(element ?? {}).some((key) => key.startsWith("__reactProps")),
    handle,
  );
}
