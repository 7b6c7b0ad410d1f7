import type { Page } from "playwright-core";

export type Keyboard = {
  press: (key: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Presses Tab until what has the focus matches. */
  tabTo: (selector: string) => Promise<void>;
  /** Chooses in a group of radio buttons, by the arrow keys and the space bar. */
  choose: (name: string, value: string) => Promise<void>;
  /** Presses Enter on what matches, and waits for the page it leads to. */
  follow: (selector: string, heading: string) => Promise<void>;
  presses: () => number;
};

const longestWay = 80;

/** Somebody without a mouse: everything here is a key. */
export function keyboardOf(page: Page): Keyboard {
  let count = 0;

  async function press(key: string): Promise<void> {
    count += 1;
    await page.keyboard.press(key);
  }

  async function type(text: string): Promise<void> {
    count += text.length;
    await page.keyboard.type(text);
  }

  function isFocused(selector: string): Promise<boolean> {
    return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  }

  async function tabTo(selector: string): Promise<void> {
    for (let tabs = 0; tabs < longestWay; tabs += 1) {
      if (await isFocused(selector)) return;
      await press("Tab");
    }
    throw new Error(`Tab does not come to ${selector} on ${page.url()}`);
  }

  async function choose(name: string, value: string): Promise<void> {
    const group = `input[type=radio][name="${name}"]`;
    await tabTo(group);
    for (let arrows = 0; !(await isFocused(`${group}[value="${value}"]`)); arrows += 1) {
      if (arrows > 10) throw new Error(`The arrow keys do not come to ${name} ${value}`);
      await press("ArrowDown");
    }
    if (!(await isFocused(":checked"))) await press("Space");
  }

  async function follow(selector: string, heading: string): Promise<void> {
    await tabTo(selector);
    await press("Enter");
    await page.locator("main").getByRole("heading", { name: heading, exact: true }).waitFor();
  }

  return { press, type, tabTo, choose, follow, presses: () => count };
}
