/** How long it takes until a reveal is on the screen of everyone who follows a session. */
import { openBrowser, postForm, type BrowserPlace, type LiveBrowser } from "./live-browsers.ts";
import { percentile } from "./measure.ts";

export type Reveals = {
  browsers: number;
  reveals: number;
  /** Milliseconds from the facilitator's request, over every browser and every reveal. */
  event: Spread;
  page: Spread;
  /** The last browser of each reveal. */
  lastPage: Spread;
};

export type Spread = { p50: number; p99: number; most: number };

export type RevealPlan = {
  places: BrowserPlace[];
  caseIds: string[];
  /** So many of the first only warm the server up. */
  warmUps: number;
  /** What the facilitator posts, and what each browser then loads. */
  form: (caseId: string) => { path: string; fields: Record<string, string> };
  page: (caseId: string) => string;
  /** How long a browser waits after an event before it loads: not all at once. */
  pause: { least: number; spread: number } | null;
};

const restMs = 400;

export async function measureReveals(plan: RevealPlan): Promise<Reveals> {
  const browsers = await Promise.all(plan.places.map(openBrowser));
  const counted: { event: number; page: number }[][] = [];
  for (const [place, caseId] of plan.caseIds.entries()) {
    // The page that everyone has in front of them when it is revealed.
    await Promise.all(browsers.map((browser) => browser.load(plan.page(caseId))));
    await rest(restMs);
    const times = await revealed(plan, browsers, caseId);
    if (place >= plan.warmUps) counted.push(times);
    await rest(restMs);
  }
  for (const browser of browsers) browser.close();
  const all = counted.flat();
  return {
    browsers: browsers.length,
    reveals: counted.length,
    event: spread(all.map(({ event }) => event)),
    page: spread(all.map(({ page }) => page)),
    lastPage: spread(counted.map((times) => Math.max(...times.map(({ page }) => page)))),
  };
}

async function revealed(plan: RevealPlan, browsers: LiveBrowser[], caseId: string) {
  const [facilitator] = plan.places;
  if (!facilitator) throw new Error("Nobody leads");
  const { path, fields } = plan.form(caseId);
  const events = browsers.map((browser) => browser.nextEvent());
  const started = performance.now();
  const posted = postForm(facilitator, path, fields);
  const times = await Promise.all(
    browsers.map(async (browser, place) => {
      const at = (await events[place]) ?? 0;
      if (plan.pause) await rest(plan.pause.least + Math.random() * plan.pause.spread);
      await browser.load(plan.page(caseId));
      return { event: at - started, page: performance.now() - started };
    }),
  );
  await posted;
  return times;
}

function spread(values: number[]): Spread {
  return {
    p50: percentile(values, 0.5),
    p99: percentile(values, 0.99),
    most: Math.max(...values),
  };
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
