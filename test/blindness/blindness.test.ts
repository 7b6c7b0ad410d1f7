import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { setEnvironment, stopDatabase } from "#db";
import { everyPlace } from "../support/addresses.ts";
import { contentNow, openCopy, type Content } from "../support/database.ts";
import { openExtraPlaces } from "../support/extra-places.ts";
import { exampleContent, examplePeople, type ExamplePerson } from "../support/example.ts";
import { openStream, type EventStream } from "../support/event-stream.ts";
import { formOn, send } from "../support/posting.ts";
import { startServer } from "../support/server.ts";
import { visitor, type Visitor } from "../support/visitor.ts";
import { blindItem, scoreAll, signIn, type BlindItem, type Variant } from "./blind-session.ts";

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
let item: BlindItem;
let people: ExamplePerson[];
let before: [Seen, Seen];
let after: [string, string];
let late: { page: Response; text: string; cell: Response; answer: unknown };

beforeAll(async () => {
  await openCopy(await exampleContent());
  await openExtraPlaces((await blindItem()).organisationId);
  start = await contentNow();
  const runs = [await run(mild, began), await run(harsh, began + 17 * minute)];
  before = [runs[0]?.seen ?? new Map(), runs[1]?.seen ?? new Map()];
  after = [runs[0]?.results ?? "", runs[1]?.results ?? ""];
}, 900_000);

afterAll(() => setEnvironment({}));

async function run(variant: Variant, at: number) {
  const url = await openCopy(start);
  item = await blindItem();
  people = await examplePeople();
  const paths = await addresses();
  await stopDatabase();
  let tokens = 0;
  const randomToken = () => `token-${(tokens += 1)}`;
  // A port of its own: connections kept open lead to the server of the run before.
  delete process.env.PORT;
  const { address, stop } = await startServer(url);
  try {
    setEnvironment({ now: () => began, randomToken });
    const assessors = await signIn(address, item);
    // Signed in late enough to stay so while the clock of the ratings runs.
    setEnvironment({ now: () => began + 50 * minute, randomToken });
    const streams = await openStreams(address);
    // Ratings come at other moments in each run, a second apart.
    let clock = at;
    setEnvironment({ now: () => (clock += 1000), randomToken });
    await scoreAll(assessors, item, variant);
    setEnvironment({ now: () => began + 90 * minute, randomToken });
    await changeSession(address, streams);
    const seen = await lookEverywhere(address, paths, randomToken);
    for (const [name, stream] of streams) seen.set(`${name} stream`, await streamed(stream));
    setEnvironment({});
    const results = await reveal(address);
    late = await rateLate(assessors[0]);
    return { seen, results };
  } finally {
    await stop();
  }
}

/** Every address of the product, and those at which the scoring itself would show. */
async function addresses(): Promise<string[]> {
  const places = await everyPlace(item.organisationId);
  const own = ["", "/panels", "/onthullen", "/uitkomst", "/beoordelen", "/beoordelen?stap=J1"];
  return [
    ...new Set([
      ...places.map(({ path }) => path),
      ...own.map((part) => item.path + part),
      `${item.path}/beoordelen?stap=controle`,
      `/zittingen/${item.sessionId}`,
      `/zittingen/${item.sessionId}/bewerken`,
      "/zittingen?toon=geweest",
      `/casussen/${item.caseId}`,
      `/casussen/${item.caseId}/geschiedenis`,
      `/casussen/${item.caseId}/belangenconflict`,
      `/casussen/${item.caseId}/besluit`,
      `/casussen/${item.caseId}/status`,
      "/casussen?zoek=wet",
      "/casussen?zoek=volstrekt",
      "/precedenten?zoek=volstrekt",
      `/audit?casus=${item.caseNumber}`,
      "/audit?soort=rating",
      "/audit?soort=panel",
    ]),
  ].filter((path) => !path.includes("/uitloggen"));
}

/** The streams of everybody, open while people score, and one that asks for all there ever was. */
async function openStreams(origin: string): Promise<Map<string, EventStream>> {
  const streams = new Map<string, EventStream>();
  for (const { id, name } of watchers()) {
    const looking = await visitor(origin, id);
    for (const after of [undefined, 0]) {
      streams.set(`${name} ${after}`, await openStream(looking, item.sessionId, { after }));
    }
  }
  return streams;
}

/** Something that everybody in the session hears of, after all the ratings of which nobody did. */
async function changeSession(origin: string, streams: Map<string, EventStream>): Promise<void> {
  const facilitator = await visitor(origin, item.facilitatorId);
  const path = `/zittingen/${item.sessionId}/bewerken`;
  const fields = await formOn(facilitator, path, { having: "startsAt" });
  const { status, words } = await send(facilitator, path, fields);
  if (status !== 303) throw new Error(words);
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
    const sits = item.members.some(({ id }) => id === person.id);
    const leads = person.id === item.facilitatorId;
    const kind = sits || leads ? person.id : `${person.organisationId} ${person.roles.join()}`;
    if (!chosen.has(kind)) chosen.set(kind, person);
  }
  return [...chosen.values()];
}

async function lookEverywhere(
  origin: string,
  paths: string[],
  randomToken: () => string,
): Promise<Seen> {
  const seen: Seen = new Map();
  let ids = 0;
  // The same moment and the same ids for both runs, so that only what was rated can differ.
  setEnvironment({
    now: () => began + 120 * minute,
    newId: () => `00000000-0000-7000-8000-${String((ids += 1)).padStart(12, "0")}`,
    randomToken,
  });
  for (const person of watchers()) {
    const { get } = await visitor(origin, person.id);
    for (const path of paths) {
      for (const address of [path, asData(path)]) {
        if (isOwnPage(person, address)) continue;
        ids = 0;
        seen.set(`${person.name} ${address}`, await received(await get(address)));
      }
    }
  }
  return seen;
}

function asData(path: string): string {
  const [place = "", search] = path.split("?");
  return `${place === "/" ? "/_root" : place}.data${search ? `?${search}` : ""}`;
}

/** What people gave themselves they may read back, and when they were signed in to do so. */
function isOwnPage(person: ExamplePerson, address: string): boolean {
  const sits = item.members.some(({ id }) => id === person.id);
  return sits && [`${item.path}/beoordelen`, "/account"].some((own) => address.startsWith(own));
}

async function received(response: Response): Promise<string> {
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
  const headers = [...response.headers]
    .filter(([name]) => !/^(date|x-request-id|content-security-policy|set-cookie)$/.test(name))
    .map(([name, value]) => `${name}: ${value}`);
  const body = (await response.text()).replaceAll(nonce ?? "\u0000", "NONCE");
  return [String(response.status), ...headers, "", body].join("\n");
}

async function reveal(origin: string): Promise<string> {
  const facilitator = await visitor(origin, item.facilitatorId);
  const answer = await facilitator.post(`${item.path}/onthullen`, { reason: "de tijd is om" });
  if (answer.status !== 303) throw new Error(`The reveal was refused: ${answer.status}`);
  return (await facilitator.get(`${item.path}/uitkomst`)).text();
}

/** The same person, still on the page of before the reveal: with a page of answers and with one cell. */
async function rateLate(assessor: Visitor | undefined) {
  const key = item.members[0]?.criteria[0] ?? "";
  const optionId = item.optionIds[0] ?? "";
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

  test("shows what differed once it is revealed", () => {
    const [first, second] = after;
    expect(first).toContain(mild.reason);
    expect(second).toContain(harsh.reason);
    expect(first).not.toBe(second);
  });
});

function firstDifference(one: string, other: string): string {
  const place = [...one].findIndex((letter, index) => letter !== other[index]);
  const from = Math.max(0, place - 60);
  return `  ${one.slice(from, place + 60)}\n  ${other.slice(from, place + 60)}`;
}
