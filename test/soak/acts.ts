/** What people do in a working day, one act after the other. */
import type { Role } from "../../app/domain/rights.ts";
import type { Chance } from "../../db/seed/bulk/chance.ts";
import { formsIn, postedBy } from "../support/html-reader.ts";
import type { Browser } from "./browser.ts";
import type { SoakPerson } from "./people.ts";

export type Visit = {
  person: SoakPerson;
  browser: Browser;
  random: Chance;
  /** Addresses that stood on the last page with a list of them. */
  seen: { cases: string[]; sessions: string[]; precedents: string[] };
  /** What this person wrote, which has to be there the next time. */
  wrote: Map<string, string>;
};

type Act = (visit: Visit) => Promise<void>;
type Weighted = readonly [Act, number];

const everybody: Weighted[] = [
  [home, 3],
  [sessionList, 1],
  [sessionPage, 1],
  [precedentList, 1],
  [precedentPage, 1],
  [precedentSearch, 2],
  [caseList, 3],
  [caseSearch, 1],
  [casePage, 5],
  [outAndIn, 0.1],
];
const writing: Weighted[] = [
  [saveStep, 3],
  [documents, 1],
  [upload, 0.4],
];
const ofRole: Partial<Record<Role, Weighted[]>> = {
  coordinator: [...writing, [board, 1]],
  submitter: writing,
  assessor: [
    [scoringPage, 2],
    [autosave, 12],
  ],
};

export function nextAct({ person, random }: Visit): Act {
  const acts = [...everybody, ...(ofRole[person.role] ?? [])];
  const whole = acts.reduce((sum, [, weight]) => sum + weight, 0);
  return random.byShare(acts.map(([act, weight]) => [act, weight / whole] as const));
}

export async function signIn({ browser, person }: Visit): Promise<void> {
  await browser.page("sign-in page", "/inloggen", ["Inloggen"]);
  const { email, password } = person;
  const fields = { intent: "sign-in", email, password, naar: "/" };
  await browser.post("sign in", "/inloggen", { fields, status: 303 });
  await browser.page("home page", "/", [person.name]);
}

async function outAndIn(visit: Visit): Promise<void> {
  await visit.browser.post("sign out", "/uitloggen", { fields: {}, status: 303 });
  await signIn(visit);
}

async function home({ browser, person, random }: Visit): Promise<void> {
  if (random.next() < 0.5) await browser.page("home page", "/", [person.name]);
  else await browser.followed("home page", "/", "routes/home");
}

async function caseList(visit: Visit): Promise<void> {
  const { browser, random, seen } = visit;
  const { text } = await browser.page("case list", "/casussen", ["Casussen"]);
  seen.cases = linksTo("casussen", text);
  const next = /href="(\/casussen\?[^"]*na=[^"]*)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
  if (next && random.next() < 0.3) await browser.followed("case list", next, "routes/cases/list");
}

async function casePage(visit: Visit): Promise<void> {
  const { browser, random, seen } = visit;
  if (seen.cases.length === 0) return caseList(visit);
  const path = random.oneOf(seen.cases);
  if (random.next() < 0.5) await browser.page("case page", path, [idIn(path)]);
  else await browser.followed("case page", path, "routes/cases/case");
}

async function board({ browser }: Visit): Promise<void> {
  await browser.page("case board", "/casussen/bord", ["Bord"]);
}

async function sessionList({ browser, seen }: Visit): Promise<void> {
  const { text } = await browser.page("session list", "/zittingen", ["Zittingen"]);
  seen.sessions = linksTo("zittingen", text);
}

async function sessionPage(visit: Visit): Promise<void> {
  const { browser, random, seen } = visit;
  if (seen.sessions.length === 0) return sessionList(visit);
  const path = random.oneOf(seen.sessions);
  await browser.page("session page", path, [idIn(path)]);
}

async function precedentList({ browser, seen }: Visit): Promise<void> {
  const { text } = await browser.page("precedent list", "/precedenten", ["Precedenten"]);
  seen.precedents = linksTo("precedenten", text);
}

async function precedentPage(visit: Visit): Promise<void> {
  const { browser, random, seen } = visit;
  if (seen.precedents.length === 0) return precedentList(visit);
  const path = random.oneOf(seen.precedents);
  await browser.page("precedent page", path, [idIn(path)]);
}

/** Words that occur: those of a title on the list. */
async function precedentSearch(visit: Visit): Promise<void> {
  const { browser, random, wrote } = visit;
  const words = wrote.get("words");
  if (words === undefined || random.next() < 0.1) return rememberWords(visit);
  const fields = { words };
  await browser.post("precedent search", "/precedenten", { fields, words: ["/precedenten/"] });
}

async function caseSearch(visit: Visit): Promise<void> {
  const text = visit.wrote.get("words");
  if (text === undefined) return rememberWords(visit);
  const posted = { fields: { text }, words: ["</html>", "Casussen"] };
  await visit.browser.post("case search", "/casussen", posted);
}

async function rememberWords({ browser, random, wrote }: Visit): Promise<void> {
  const { text } = await browser.page("precedent list", "/precedenten", ["Precedenten"]);
  const titles = [...text.matchAll(/href="\/precedenten\/[0-9a-f-]{36}"[^>]*>([^<]{12,})</g)];
  if (titles.length > 0) wrote.set("words", random.oneOf(titles)[1] ?? "");
}

/** People of different roles write different steps, so that nobody stands in another's way. */
async function saveStep({ browser, person, random, wrote }: Visit): Promise<void> {
  const [step, field] =
    person.role === "coordinator" ? ["mensen", "organisationsInvolved"] : ["situatie", "unease"];
  const caseId = random.oneOf(person.ownCases);
  const path = `/casussen/${caseId}/bewerken/${step}`;
  const before = wrote.get(path);
  const { text } = await browser.page("case step", path, before === undefined ? [] : [before]);
  const form = formsIn(text).find(({ fields }) => fields.some(({ name }) => name === "version"));
  if (!form) throw new Error(`${path} has no form`);
  // Too few digits to be taken for a citizen service number.
  const written = `Opgeschreven door ${person.name}: ${random.below(1_000_000)}.`;
  const fields = { ...Object.fromEntries(postedBy(form, "continue")), [field]: written };
  wrote.delete(path);
  await browser.post("save case step", path, { fields, status: 303 });
  wrote.set(path, written);
}

async function documents({ browser, person, random }: Visit): Promise<void> {
  const path = `/casussen/${random.oneOf(person.ownCases)}/documenten`;
  const { text } = await browser.page("documents page", path, ["Documenten"]);
  const [found] = /\/casussen\/[0-9a-f-]{36}\/documenten\/[0-9a-f-]{36}/.exec(text) ?? [];
  if (found) {
    const bytes = await browser.file("download", found);
    if (!bytes.startsWith(documentStart)) throw new Error(`${found} is not what was uploaded`);
  }
}

const documentStart = "Verslag van het gesprek.";

async function upload({ browser, person, random }: Visit): Promise<void> {
  const path = `/casussen/${random.oneOf(person.ownCases)}/documenten`;
  const lines = Array.from({ length: 100 + random.below(400) }, () => `${documentStart}\r\n`);
  const fields = new FormData();
  fields.set("intent", "add");
  fields.set("file", new File(lines, `verslag-${random.below(1000)}.txt`, { type: "text/plain" }));
  await browser.post("upload", path, { fields, status: 303 });
}

async function scoringPage({ browser, person, random }: Visit): Promise<void> {
  const { path } = random.oneOf(person.seats);
  await browser.page("scoring page", `${path}/beoordelen`);
}

async function autosave({ browser, person, random }: Visit): Promise<void> {
  const { path, criteria, optionIds } = random.oneOf(person.seats);
  const fields = {
    key: random.oneOf(criteria),
    optionId: random.oneOf(optionIds),
    choice: random.oneOf(["1", "2", "3", "4", "5"]),
    reason: `Reden ${random.below(1000)}`,
  };
  await browser.post("scoring autosave", `${path}/oordeel`, { fields, words: ['"at"'] });
}

function linksTo(list: string, html: string): string[] {
  return [...new Set(html.match(new RegExp(`/${list}/[0-9a-f-]{36}(?=")`, "g")))];
}

function idIn(path: string): string {
  return path.split("/").at(-1) ?? "";
}
