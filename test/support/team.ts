import { eq } from "drizzle-orm";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { db, people } from "#db";
import { openLogin } from "../../app/server/logins.server.ts";
import { problemsOf } from "./browser-problems.ts";

const narrow = { width: 320, height: 800 };
const wide = { width: 1280, height: 900 };

export type Team = {
  /** The page of someone, who is signed in. */
  page: (name: string) => Page;
  javaScript: boolean;
  problems: () => string[];
  /** Pictures of what everyone has in front, for when something fails. */
  photograph: (folder: string) => Promise<void>;
  close: () => Promise<void>;
};

type Joining = {
  browser: Browser;
  address: string;
  javaScript: boolean;
  names: readonly string[];
  /** Those who sign in by the role picker of the demo; the others have a login. */
  pickers: readonly string[];
  /** Those who work on a phone. */
  onPhone: readonly string[];
};

/** People who are all signed in at once, each in a browser of their own. */
export async function openTeam(joining: Joining): Promise<Team> {
  const { browser, address, javaScript, names, pickers, onPhone } = joining;
  const pages = new Map<string, Page>();
  const contexts: BrowserContext[] = [];
  const problems: { name: string; found: string[] }[] = [];
  for (const name of names) {
    const context = await browser.newContext({
      locale: "nl-NL",
      javaScriptEnabled: javaScript,
      viewport: onPhone.includes(name) ? narrow : wide,
      baseURL: address,
    });
    problems.push({ name, found: await problemsOf(context) });
    contexts.push(context);
    pages.set(name, await (pickers.includes(name) ? pick(context, name) : signIn(context, name)));
  }
  return {
    javaScript,
    page: (name) => {
      const page = pages.get(name);
      if (!page) throw new Error(`${name} is not in the team`);
      return page;
    },
    problems: () => problems.flatMap(({ name, found }) => found.map((text) => `${name}: ${text}`)),
    photograph: async (folder) => {
      for (const [name, page] of pages) {
        if (page.url().endsWith("/")) continue;
        await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
      }
    },
    close: async () => {
      for (const context of contexts) await context.close();
    },
  };
}

/** With a login that was opened for them. */
async function signIn(context: BrowserContext, name: string): Promise<Page> {
  const [person] = await db.read.select().from(people).where(eq(people.name, name));
  const [cookie = ""] = (await openLogin(person?.id ?? "")).split(";");
  const [key = "", value = ""] = cookie.split("=");
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto("/inloggen");
  await context.addCookies([{ name: key, value, url: page.url() }]);
  return page;
}

/** By the role picker of the demo. */
async function pick(context: BrowserContext, name: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto("/inloggen");
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await page.waitForURL((url) => url.pathname === "/");
  return page;
}

/** How far the page sticks out of a phone; 0 when it fits. */
export async function stickingOut(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
