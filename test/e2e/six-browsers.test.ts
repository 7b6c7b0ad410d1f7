import { eq } from "drizzle-orm";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { agendaItems, db, sessions as meetings, stopDatabase } from "#db";
import errors from "../../app/i18n/nl/errors.ts";
import results from "../../app/i18n/nl/results.ts";
import scoring from "../../app/i18n/nl/scoring.ts";
import sessions from "../../app/i18n/nl/sessions.ts";
import terms from "../../app/i18n/nl/terms.ts";
import { openLogin } from "../../app/server/logins.server.ts";
import type { Running } from "../../app/server.ts";
import { findings } from "../support/axe.ts";
import { problemsOf } from "../support/browser-problems.ts";
import { launchBrowser } from "../support/chromium.ts";
import { freshDatabase } from "../support/database.ts";
import { awake, done, fill, press, select, told, unfold } from "../support/form-page.ts";
import { ready } from "../support/journey-scoring.ts";
import {
  answer,
  answers,
  firstRound,
  scorers,
  secondRound,
  secrets,
  secretsAgain,
  type Answer,
} from "../support/live-scoring.ts";
import { givenIn, makeLiveWorld, type LiveWorld } from "../support/live-world.ts";
import { startRecordingProxy, type RecordingProxy } from "../support/recording-proxy.ts";
import { startServer } from "../support/server.ts";
import { stickingOut } from "../support/team.ts";

type Who = "lead" | "deputy" | "observer" | "legal1" | "financial1" | "societal1" | "late";
type Seat = { context: BrowserContext; page: Page; cookie: string; problems: string[] };

const phone = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true };
/** From a click in one browser to what it changes in all others, on a machine that does more. */
const soonMs = 8000;

let proxy: RecordingProxy;
let running: Running;
let browser: Browser;
let world: LiveWorld;
const seats = new Map<Who, Seat>();

beforeAll(async () => {
  const url = await freshDatabase();
  world = await makeLiveWorld();
  await stopDatabase();
  let origin = "";
  proxy = await startRecordingProxy(() => origin);
  delete process.env.PORT;
  running = await startServer(url, { ORIGIN: proxy.address });
  origin = `http://127.0.0.1:${process.env.PORT}`;
  browser = await launchBrowser();
  for (const who of ["lead", "deputy", "observer", "legal1", "financial1", "societal1"] as const) {
    await open(who, world.item);
  }
});

afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  for (const [who, { page }] of seats) {
    const path = `test-results/six-browsers/${task.name}/${who}.png`;
    await page.screenshot({ path, fullPage: true }).catch(() => undefined);
  }
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await proxy?.stop();
  delete process.env.ORIGIN;
});

/** Somebody with a browser of their own, signed in; the financial assessor works on a phone. */
async function open(who: Who, path: string): Promise<Page> {
  const [cookie = ""] = (await openLogin(world.ids[who])).split(";");
  const [name = "", value = ""] = cookie.split("=");
  const context = await browser.newContext({
    ...(who === "financial1" ? phone : { viewport: { width: 1280, height: 900 } }),
    locale: "nl-NL",
    baseURL: proxy.address,
  });
  await context.addCookies([{ name, value, url: proxy.address }]);
  context.setDefaultTimeout(15_000);
  const problems = await problemsOf(context);
  const page = await context.newPage();
  seats.set(who, { context, page, cookie, problems });
  await page.goto(path);
  return page;
}

function seatOf(who: Who): Seat {
  const seat = seats.get(who);
  if (!seat) throw new Error(`${who} is not here`);
  return seat;
}

const at = (who: Who) => seatOf(who).page;

/** Who was given bytes with these words in them, by pages, data or streams. */
function readersOf(words: string): Set<string> {
  const names = new Map([...seats].map(([who, { cookie }]) => [cookie, who]));
  const reading = proxy.answered().filter(({ text }) => text.includes(words));
  return new Set(reading.map(({ cookie }) => names.get(cookie) ?? "somebody"));
}

async function score(who: keyof typeof secrets): Promise<void> {
  const page = at(who);
  await page.getByRole("link", { name: sessions.moves.score, exact: true }).click();
  for (const given of answers[who]) {
    if (who === "societal1" && given.key === "M1") await loseConnection(page, given);
    await answer(page, given);
    if (who === "financial1") expect(await stickingOut(page)).toBe(0);
  }
  await ready(page, world.item);
}

/** The second round of somebody: the first question that it asks. */
async function again(who: Who): Promise<Page> {
  const page = at(who);
  await page.goto(`${world.item}/beoordelen`);
  await awake(page.locator(".mw-cell").first());
  return page;
}

async function stay(): Promise<void> {
  const page = await again("legal1");
  expect(await page.locator(".mw-first-round").innerText()).toContain(secrets.legal1);
  await page.getByRole("button", { name: scoring.again.stay }).click();
  await page.getByText(scoring.check.complete).waitFor();
  await ready(page, world.item);
}

async function change(): Promise<void> {
  const page = await again("societal1");
  expect(await findings(page)).toEqual([]);
  const cell = page.locator(".mw-cell").first();
  await cell.locator('input[value="3"]').check();
  await page.getByRole("button", { name: /^Opslaan en/ }).click();
  await page.getByText(errors.domain.change_reason_required).first().waitFor();
  await fill(cell, scoring.reason, secretsAgain.societal1);
  await page.getByRole("button", { name: /^Opslaan en/ }).click();
  await page.getByText(scoring.check.complete).waitFor();
  await ready(page, world.item);
}

async function judgeLate(): Promise<void> {
  const page = await again("late");
  await page.getByText(scoring.again.ownNone).waitFor();
  await page.locator('.mw-cell input[value="5"]').check();
  await fill(page.locator(".mw-cell"), scoring.reason, secretsAgain.late);
  await page.getByRole("button", { name: /^Opslaan en/ }).click();
  await page.getByText(scoring.check.complete).waitFor();
  await ready(page, world.item);
}

/** In the middle of a question the network is gone, for the page and for its stream. */
async function loseConnection(page: Page, { key, choices, reason = "" }: Answer): Promise<void> {
  const { context, cookie } = seatOf("societal1");
  await page.locator(".mw-question__kind").getByText(key).waitFor();
  const cell = page.locator(".mw-cell").first();
  await awake(cell);
  await context.setOffline(true);
  proxy.cut(cookie);
  await cell.locator(`input[value="${choices[0]}"]`).check();
  await fill(cell, scoring.reason, reason);
  await cell.getByText(scoring.save.retrying).waitFor();
  await context.setOffline(false);
  await cell.getByText(scoring.save.saved, { exact: true }).waitFor();
}

/** All of these words are on the page, some of them folded away. */
async function reads(page: Page, words: string[]): Promise<void> {
  for (const one of words) await page.getByText(one).first().waitFor({ state: "attached" });
}

/** Acts in one browser and waits for what the others then show; gives the time the last one took. */
async function everyoneSees(act: () => Promise<unknown>, shown: () => [Who, string | RegExp][]) {
  const started = performance.now();
  const acted = act();
  await Promise.all(
    shown().map(([who, words]) => at(who).getByText(words).first().waitFor({ timeout: soonMs })),
  );
  const took = performance.now() - started;
  await acted;
  return took;
}

describe("six browsers and a phone in one session", () => {
  it("open the scoring for everyone at once", async () => {
    const took = await everyoneSees(
      () => done(at("lead"), sessions.moves.open, "scoring_opened"),
      () => scorers.map((who): [Who, string] => [who, sessions.moves.scoreTitle]),
    );
    expect(took).toBeLessThan(soonMs);
    expect(await findings(at("lead"))).toEqual([]);
  });

  it("score blind at the same time, one of them without a connection for a while", async () => {
    await Promise.all(scorers.map(score));
    expect(await givenIn(world)).toEqual(firstRound());
    const { ready: isReady } = terms.progressStatus;
    await at("lead").getByText(isReady, { exact: true }).nth(2).waitFor();
  });

  it("let somebody in who comes late by the link, to read along until the second round", async () => {
    const lead = at("lead");
    await unfold(lead, sessions.join.show);
    const link = await lead.locator(".mw-join__link").getAttribute("href", { timeout: 5000 });
    const page = await open("late", new URL(link ?? "").pathname);
    await page.getByRole("button", { name: sessions.asking.ask }).click();
    await page.getByText(sessions.asking.waiting, { exact: true }).waitFor();
    const request = lead.getByRole("form", { name: "Antwoord aan late" });
    await select(request, sessions.requests.perspective, terms.perspective.legal);
    expect(await findings(lead)).toEqual([]);
    await done(request, sessions.requests.assess, "join_admitted");
    await page.getByText(sessions.moves.readsAlongTitle).waitFor();
    await at("observer").getByText(sessions.panel.readsAlong).waitFor();
  });

  it("go on with the deputy when the browser of the facilitator dies", async () => {
    await seatOf("lead").context.close();
    await done(at("deputy"), sessions.session.takeOver, "session_taken_over");
    const [meeting] = await db.read.select().from(meetings).where(eq(meetings.id, world.sessionId));
    expect(meeting).toMatchObject({
      facilitatorId: world.ids.deputy,
      deputyId: world.ids.lead,
    });
  });

  it("give nobody a byte of what others wrote until the reveal", () => {
    for (const [who, words] of Object.entries(secrets)) {
      expect([...readersOf(words)], words).toEqual([who]);
    }
  });

  it("show the reveal to everyone at once", async ({ annotate }) => {
    const page = at("deputy");
    await page.getByRole("link", { name: sessions.moves.reveal }).click();
    const reveal = page.getByRole("button", { name: sessions.reveal.do });
    await awake(reveal);
    const took = await everyoneSees(
      () => reveal.click(),
      () => [
        ["observer", sessions.moves.discussTitle],
        ["late", sessions.moves.discussTitle],
        ...scorers.map((who): [Who, string] => [who, scoring.closed.title]),
      ],
    );
    expect(took).toBeLessThan(soonMs);
    await annotate(`On every screen after ${Math.round(took)} ms`);
    await told(page, "revealed");
    expect(await givenIn(world)).toEqual(firstRound());
    await at("legal1").getByRole("link", { name: scoring.closed.outcome }).click();
    await reads(at("legal1"), Object.values(secrets));
  });

  it("talk about what is put on the agenda by hand and on the table, and tick it", async () => {
    const page = at("deputy");
    await unfold(page, results.flag.title);
    for (const key of ["J1", "M1"]) {
      await page.locator('select[name="key"]').selectOption(key);
      await page.locator('select[name="optionId"]').selectOption(world.optionIds[0] ?? "");
      await done(page, results.flag.add, "cell_flagged");
    }
    const cell = page.locator(".mw-discussion__cell", { hasText: "J1:" });
    await everyoneSees(
      () => press(cell, results.table.table),
      () => [
        ["observer", sessions.tabled.title],
        ["legal1", results.table.title],
      ],
    );
    await unfold(cell, results.discussion.act);
    await fill(cell, results.discussion.note, "De termijn is besproken.");
    await everyoneSees(
      () => press(cell, terms.save),
      () => [["legal1", "De termijn is besproken."]],
    );
    expect(await findings(at("legal1"))).toEqual([]);
  });

  it("score a second time what is on the agenda, blind again", async () => {
    await everyoneSees(
      () => press(at("deputy"), results.secondRound.open),
      () => [
        ["observer", "Ronde 2"],
        ["late", sessions.moves.scoreTitle],
        ["legal1", results.secondRound.blindTitle],
      ],
    );
    await Promise.all([stay(), change(), judgeLate()]);
    await at("financial1").goto(`${world.item}/beoordelen`);
    await at("financial1").getByText(scoring.again.nothingTitle).waitFor();
    expect(await givenIn(world)).toEqual([...firstRound(), ...secondRound].sort());
    for (const [who, words] of Object.entries(secretsAgain)) {
      expect([...readersOf(words)], words).toEqual([who]);
    }
  });

  it("show the second reveal to everyone at once, with what moved", async () => {
    const page = at("deputy");
    await page.goto(`${world.item}/onthullen`);
    const reveal = page.getByRole("button", { name: sessions.reveal.do });
    await awake(reveal);
    await everyoneSees(
      () => reveal.click(),
      () => [
        ["observer", sessions.revealed.titleSecond],
        ["late", scoring.closed.title],
        ["societal1", scoring.closed.title],
      ],
    );
    await told(page, "revealed");
    await page.getByText(results.shifts.title).waitFor();
    await reads(page, Object.values(secretsAgain));
    expect(await givenIn(world)).toEqual([...firstRound(), ...secondRound].sort());
  });

  it("weigh once more, and conclude", async () => {
    const page = at("deputy");
    await unfold(page, results.weighings.again);
    const form = page.locator("form", { has: page.locator('input[name="method"]') });
    await form.locator('input[name="method"][value="equal"]').check();
    await fill(form, results.weighings.reason, "Wij laten alles even zwaar tellen.");
    await done(form, results.weighings.make, "weighing_made");
    await everyoneSees(
      () => done(page, results.conclude.do, "item_concluded"),
      () => [["observer", sessions.moves.overTitle]],
    );
    const [item] = await db.read.select().from(agendaItems);
    expect(item).toMatchObject({ phase: "concluded", round: 2 });
    expect(await givenIn(world)).toEqual([...firstRound(), ...secondRound].sort());
  });

  it("never make a browser complain", () => {
    // That the network is gone is what one of them was made to say.
    const offline = /ERR_(INTERNET_DISCONNECTED|CONNECTION|NETWORK|EMPTY|INCOMPLETE)/;
    const problems = [...seats].flatMap(([who, seat]) =>
      seat.problems.filter((text) => !offline.test(text)).map((text) => `${who}: ${text}`),
    );
    expect(problems).toEqual([]);
  });
});
