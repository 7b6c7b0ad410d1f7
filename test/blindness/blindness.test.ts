import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { keysFolder, setEnvironment, stopDatabase } from "#db";
import { publishCheckpoint } from "../../app/server/checkpoints.server.ts";
import { sealOlderDossiers } from "../../app/server/dossier-sealing.server.ts";
import { countWaitingMails } from "../../app/server/mails.server.ts";
import { everyPlace } from "../support/addresses.ts";
import { contentNow, openCopy, type Content } from "../support/database.ts";
import { openExtraPlaces } from "../support/extra-places.ts";
import { exampleContent, examplePeople, type ExamplePerson } from "../support/example.ts";
import { openStream, type EventStream } from "../support/event-stream.ts";
import { formOn, send } from "../support/posting.ts";
import { startServer } from "../support/server.ts";
import { visitor, type Visitor } from "../support/visitor.ts";
import { parsed, startSmtpServer, type Received } from "../support/smtp-server.ts";
import { addresses, addressesOf } from "./blind-addresses.ts";
import {
  blindItem,
  idsFrom,
  openAgain,
  scoreAll,
  signIn,
  type BlindItem,
  type Variant,
} from "./blind-session.ts";

const minute = 60_000;
/** Later than anything in the example data. */
const began = Date.now() + minute;

const mild: Variant = {
  choice: () => "4",
  answer: "yes",
  reason: "hier past de wet goed",
  argumentsEach: 1,
  leavesOpen: 0,
  hesitates: false,
};
const harsh: Variant = {
  choice: (question, option) => String(1 + ((question + option) % 2)),
  answer: "no",
  reason: "dit kan volstrekt niet, om een heel andere en veel langere reden",
  argumentsEach: 3,
  leavesOpen: 2,
  hesitates: true,
};

/** What everybody got on every address: status, headers that matter and body. */
type Seen = Map<string, string>;

let start: Content;
/** One in its first round, and one that everybody scored alike and that is in its second. */
let item: BlindItem;
let again: BlindItem;
let people: ExamplePerson[];
let paths: string[];
let before: [Seen, Seen];
let after: [string, string];
let afterAgain: [string, string];
let mails: [string[], string[]];
let late: { page: Response; text: string; cell: Response; answer: unknown };

beforeAll(async () => {
  await openCopy(await exampleContent());
  const { organisationId } = await blindItem();
  await openExtraPlaces(organisationId);
  // The only case that was revealed is a place of its own before it is opened again.
  const places = await everyPlace(organisationId);
  await openAgain(organisationId);
  item = await blindItem();
  again = await blindItem(2);
  people = await examplePeople();
  paths = addresses(places, item, again);
  // After a start older decisions are committed to; here before both, so that their logs stay equal.
  await sealOlderDossiers();
  // Both go on with one log: its name, its key and its first head are the same.
  await publishCheckpoint("test");
  start = await contentNow();
  const one = await run(mild, began);
  const other = await run(harsh, began + 17 * minute);
  before = [one.seen, other.seen];
  after = [one.results, other.results];
  afterAgain = [one.resultsAgain, other.resultsAgain];
  mails = [one.mailed, other.mailed];
}, 900_000);

afterAll(() => setEnvironment({}));

async function run(variant: Variant, at: number) {
  const url = await openCopy(start);
  // On PostgreSQL the runs share their keys, and the head of one says nothing of the other.
  rmSync(join(keysFolder(), "heads"), { recursive: true, force: true });
  await stopDatabase();
  let tokens = 0;
  const randomToken = () => `token-${(tokens += 1)}`;
  // A port of its own: connections kept open lead to the server of the run before.
  delete process.env.PORT;
  const smtp = await startSmtpServer();
  const mail = { SMTP_URL: `smtp://127.0.0.1:${smtp.port}`, MAIL_FROM: "maatwerk@test.nl" };
  const { address, stop } = await startServer(url, mail);
  try {
    setEnvironment({ now: () => began, randomToken });
    const assessors = await signIn(address, item);
    const assessorsAgain = await signIn(address, again);
    // Signed in late enough to stay so while the clock of the ratings runs.
    setEnvironment({ now: () => began + 50 * minute, randomToken });
    const streams = await openStreams(address);
    // Ratings come at other moments in each run, a second apart.
    let clock = at;
    setEnvironment({ now: () => (clock += 1000), randomToken });
    await scoreAll(assessors, item, variant);
    await scoreAll(assessorsAgain, again, variant);
    setEnvironment({ now: () => began + 90 * minute, randomToken, newId: idsFrom("9") });
    await remind(address);
    const mailed = smtp.received.map((received) => readable(received, address));
    setEnvironment({ now: () => began + 90 * minute, randomToken });
    await changeSession(address, streams);
    const seen = await lookEverywhere(address, randomToken);
    for (const [name, stream] of streams) seen.set(`${name} stream`, await streamed(stream));
    setEnvironment({});
    const results = await reveal(address, item);
    const resultsAgain = await reveal(address, again);
    late = await rateLate(assessors[0]);
    return { seen, results, resultsAgain, mailed };
  } finally {
    await stop();
    await smtp.stop();
  }
}

/** The facilitators remind whoever is not ready, and the mail goes out. */
async function remind(origin: string): Promise<void> {
  for (const { facilitatorId, path } of [item, again]) {
    const facilitator = await visitor(origin, facilitatorId);
    const { status, words } = await send(facilitator, path, { intent: "remind" });
    if (status !== 303) throw new Error(words);
  }
  await vi.waitFor(async () => expect(await countWaitingMails()).toBe(0), { timeout: 20_000 });
}

/** A mail without what differs from mail to mail: its name, its date and the border of its parts. */
function readable({ from, to, raw }: Received, origin: string): string {
  const { headers, parts } = parsed(raw);
  const told = [...headers].filter(([name]) => !/^(message-id|date|content-type)$/.test(name));
  const lines = told.map(([name, value]) => `${name}: ${value}`);
  return [from, ...to, ...lines, ...parts].join("\n").replaceAll(origin, "ORIGIN");
}

/** Every address of the product, and those at which the scoring itself would show. */
/** The streams of everybody, open while people score, and one that asks for all there ever was. */
async function openStreams(origin: string): Promise<Map<string, EventStream>> {
  const streams = new Map<string, EventStream>();
  for (const { id, name } of watchers()) {
    const looking = await visitor(origin, id);
    for (const [which, { sessionId }] of [item, again].entries()) {
      for (const after of [undefined, 0]) {
        const key = `${name} ${which + 1} ${after}`;
        streams.set(key, await openStream(looking, sessionId, { after }));
      }
    }
  }
  return streams;
}

/** Something that everybody in the session hears of, after all the ratings of which nobody did. */
async function changeSession(origin: string, streams: Map<string, EventStream>): Promise<void> {
  for (const { facilitatorId, sessionId } of [item, again]) {
    const facilitator = await visitor(origin, facilitatorId);
    const path = `/zittingen/${sessionId}/bewerken`;
    const fields = await formOn(facilitator, path, { having: "startsAt" });
    const { status, words } = await send(facilitator, path, fields);
    if (status !== 303) throw new Error(words);
  }
  const open = [...streams.values()].filter((stream) => stream.status === 200);
  // Every stream is told of it in the end, those that replay as well as those that were there.
  const told = open.map((stream) =>
    vi.waitFor(() => expect(stream.events().at(-1)?.area).toBe("session"), { timeout: 10_000 }),
  );
  await Promise.all(told);
}

async function streamed(stream: EventStream): Promise<string> {
  stream.close();
  await stream.ended;
  return [stream.status, stream.headers.get("Content-Type"), stream.text()].join("\n");
}

/** One person per set of roles in each organisation, and everyone on the panels. */
function watchers(): ExamplePerson[] {
  const chosen = new Map<string, ExamplePerson>();
  for (const person of people) {
    const sits = [item, again].some(({ members }) => members.some(({ id }) => id === person.id));
    const leads = [item, again].some(({ facilitatorId }) => person.id === facilitatorId);
    const kind = sits || leads ? person.id : `${person.organisationId} ${person.roles.join()}`;
    if (!chosen.has(kind)) chosen.set(kind, person);
  }
  return [...chosen.values()];
}

async function lookEverywhere(origin: string, randomToken: () => string): Promise<Seen> {
  const seen: Seen = new Map();
  // The same moment and the same ids for both runs, so that only what was rated can differ.
  const now = () => began + 120 * minute;
  for (const person of watchers()) {
    const { get } = await visitor(origin, person.id);
    for (const path of paths) {
      for (const address of isAboutCases(path) ? [path, asData(path)] : [path]) {
        if (isOwnPage(person, address)) continue;
        // Looking is written down as well: the ids of one look must not be those of another.
        setEnvironment({ now, newId: idsFrom("8", seen.size * 1000), randomToken });
        seen.set(`${person.name} ${address}`, await received(await get(address)));
      }
    }
  }
  return seen;
}

/** A page holds all of its data: elsewhere asking for the data alone as well would tell nothing more. */
function isAboutCases(path: string): boolean {
  return [item, again].some((one) => addressesOf(one).includes(path));
}

function asData(path: string): string {
  const [place = "", search] = path.split("?");
  return `${place === "/" ? "/_root" : place}.data${search ? `?${search}` : ""}`;
}

/** What people gave themselves they may read back, and when they were signed in to do so. */
function isOwnPage(person: ExamplePerson, address: string): boolean {
  return [item, again].some(({ members, path }) => {
    const sits = members.some(({ id }) => id === person.id);
    return sits && [`${path}/beoordelen`, "/account"].some((own) => address.startsWith(own));
  });
}

async function received(response: Response): Promise<string> {
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
  const headers = [...response.headers]
    .filter(([name]) => !/^(date|x-request-id|content-security-policy|set-cookie)$/.test(name))
    .map(([name, value]) => `${name}: ${value}`);
  // Which of the ids of one look a form gets and which its note in the log, hangs on who came first.
  const body = (await response.text())
    .replaceAll(nonce ?? "\u0000", "NONCE")
    .replaceAll(/(8000-?\d{9})\d{3}/g, "$1");
  return [String(response.status), ...headers, "", body].join("\n");
}

async function reveal(origin: string, of: BlindItem): Promise<string> {
  const facilitator = await visitor(origin, of.facilitatorId);
  const fields = { reason: "de tijd is om", round: String(of.round) };
  const answer = await facilitator.post(`${of.path}/onthullen`, fields);
  if (answer.status !== 303) throw new Error(`The reveal was refused: ${answer.status}`);
  return (await facilitator.get(`${of.path}/uitkomst`)).text();
}

/** The same person, still on the page of before the reveal: with a page of answers and with one cell. */
async function rateLate(assessor: Visitor | undefined) {
  const { key = "", optionId = "" } = item.members[0]?.cells.find(({ isGate }) => !isGate) ?? {};
  const cell = { optionId, choice: "2", reason: "dit typte ik nog net" };
  const named = Object.entries(cell).map(([name, value]) => [`cells.0.${name}`, value]);
  const fields = { intent: "next", key, ...(Object.fromEntries(named) as Record<string, string>) };
  if (!assessor) throw new Error("Nobody sits on the panel");
  const page = await assessor.post(`${item.path}/beoordelen?stap=${key}`, fields);
  const kept = await assessor.post(`${item.path}/oordeel`, { key, ...cell });
  return { page, text: await page.text(), cell: kept, answer: (await kept.json()) as unknown };
}

describe("a rating that comes after the reveal", () => {
  test("is refused, and what was typed stands on the page", () => {
    expect(late.page.status).toBe(409);
    expect(late.text).toContain("dit typte ik nog net</textarea>");
  });

  test("is refused as one cell too, with its text given back", () => {
    expect(late.cell.status).toBe(409);
    expect(late.answer).toMatchObject({
      saved: false,
      code: "rating_closed",
      values: { reason: "dit typte ik nog net" },
    });
  });
});

describe("a session that runs twice with other ratings", () => {
  test("gives every other person the same bytes on every address until the reveal", () => {
    const [first, second] = before;
    expect([...first.keys()]).toEqual([...second.keys()]);
    const different = [...first].flatMap(([where, got]) =>
      got === second.get(where)
        ? []
        : [`${where}\n${firstDifference(got, second.get(where) ?? "")}`],
    );
    expect(different).toEqual([]);
  });

  test("is looked at by every role, by people on the same and on other panels, and by outsiders", () => {
    const roles = new Set(watchers().flatMap((person) => person.roles));
    expect([...roles].sort()).toEqual([
      "administrator",
      "assessor",
      "auditor",
      "coordinator",
      "decision_maker",
      "executive",
      "policy_advisor",
      "privacy_officer",
      "submitter",
    ]);
    const seenWell = [...before[0].values()].filter((got) => got.startsWith("200"));
    expect(seenWell.length).toBeGreaterThan(500);
  });

  test("holds no word of what people wrote, anywhere, before the reveal", () => {
    for (const [place, variant] of [mild, harsh].entries()) {
      const told = [...(before[place] ?? new Map<string, string>())].filter(([, got]) =>
        got.includes(variant.reason),
      );
      expect(told.map(([where]) => where)).toEqual([]);
    }
  });

  test("tells the same in the event stream, which is open meanwhile and was not silent", () => {
    const told = [...before[0]].filter(([where]) => where.endsWith(" stream"));
    expect(told.filter(([, got]) => got.startsWith("200")).length).toBeGreaterThan(10);
    expect(told.filter(([, got]) => got.startsWith("404")).length).toBeGreaterThan(0);
    const replayed = told.filter(([where]) => where.endsWith(" 0 stream"));
    expect(replayed.filter(([, got]) => got.includes('"area":"item"')).length).toBeGreaterThan(5);
    // The number of what was told last does not tell how much was kept silent before it.
    const live = told.filter(([where, got]) => /undefined stream$/.test(where) && /^200/.test(got));
    const areas = (got: string) => [...got.matchAll(/"area":"(\w+)"/g)].map(([, area]) => area);
    const heard = new Set<string>();
    for (const [where, got] of live) {
      const [last, ...earlier] = areas(got).reverse();
      expect(last, where).toBe("session");
      // Who may not see the case hears nothing of who is how far.
      expect([[], ["presence"]], where).toContainEqual([...new Set(earlier)]);
      heard.add(earlier[0] ?? "nothing");
    }
    expect([...heard].sort()).toEqual(["nothing", "presence"]);
  });

  test("mails the same to those who are missing, and nothing of the case", () => {
    const [first, second] = mails;
    expect(first).toEqual(second);
    expect(first.length).toBeGreaterThan(1);
    for (const { caseNumber } of [item, again]) expect(first.join("\n")).not.toContain(caseNumber);
    for (const { reason } of [mild, harsh]) expect(first.join("\n")).not.toContain(reason);
  });

  test.each(["first", "second"])("shows what differed once the %s round is revealed", (round) => {
    const [one, other] = round === "first" ? after : afterAgain;
    expect(one).toContain(mild.reason);
    expect(other).toContain(harsh.reason);
    expect(one).not.toBe(other);
  });

  test("still shows the first round of a case that is in its second", () => {
    const open = [...before[0]].filter(
      ([where, got]) => where.endsWith(` ${again.path}/uitkomst`) && got.startsWith("200"),
    );
    expect(open.length).toBeGreaterThan(5);
    const closed = [...before[0]].filter(
      ([where, got]) => where.endsWith(` ${item.path}/uitkomst`) && got.startsWith("200"),
    );
    expect(closed).toEqual([]);
  });
});

function firstDifference(one: string, other: string): string {
  const place = [...one].findIndex((letter, index) => letter !== other[index]);
  const from = Math.max(0, place - 60);
  return `  ${one.slice(from, place + 60)}\n  ${other.slice(from, place + 60)}`;
}
