import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  caseFiles,
  db,
  environment,
  handovers,
  mails,
  pseudonym,
  setEnvironment,
  type Notice,
} from "#db";
import "../../app/i18n/all-languages.ts";
import type { HandoverPart } from "../../app/domain/handover.ts";
import * as history from "../../app/routes/cases/history.tsx";
import * as handOver from "../../app/routes/handovers/hand-over.tsx";
import * as handover from "../../app/routes/handovers/handover.tsx";
import { mayRefer } from "../../app/server/handovers.server.ts";
import { mailOverdueHandovers } from "../../app/server/handover-mails.server.ts";
import { mailSettings } from "../../app/server/mail-settings.server.ts";
import { claimMail, mailContent } from "../../app/server/mails.server.ts";
import { settings } from "../../app/server/settings.server.ts";
import { contentNow, openCopy, type Content } from "../support/database.ts";
import { changeCase, giveRole } from "../support/decision-drafts.ts";
import { exampleContent, organisationNamed } from "../support/example.ts";
import { marking } from "../support/marks.ts";
import { everythingFor as channelsOf } from "./handover-channels.ts";
import {
  browser,
  markColleagues,
  markFacts,
  personWith,
  type Browser,
  type Fields,
} from "./handover-world.ts";
import { markCase } from "./marked-case.ts";

// Each asks for some thirty pages.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const { mark, marks } = marking();
const said = Object.fromEntries(
  ["question", "consent", "contactName", "contactReach", "word"].map((name) => [name, mark(name)]),
) as Record<string, string>;
let content: Content;
let now = Date.now();
let factIds: string[];
let caseId: string;
let markedId: string;
let sender: Browser;
let receiver: Browser;
/** What the stream of events was told while it happened. */
let heard: Notice[] = [];
let ids: { sender: string; receiver: string };

beforeAll(async () => {
  settings().mail = mailSettings({
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "Maatwerkplaats <maatwerk@example.nl>",
  });
  await openCopy(await exampleContent());
  const { id: organisationId } = await organisationNamed("Uitkeringsdienst");
  const all = await db.read
    .select()
    .from(caseFiles)
    .where(eq(caseFiles.organisationId, organisationId));
  markedId = all.find(({ number }) => number.endsWith("-0001"))?.id ?? "";
  await markCase(markedId, mark);
  await changeCase(markedId, { specialHealth: false, specialCriminal: false });
  factIds = await markFacts(markedId, mark);
  await markColleagues(await personWith("coordinator", organisationId), mark);
  for (const role of ["auditor", "submitter"] as const) await giveRole("Sanne Dijkgraaf", role);
  content = await contentNow();
});

beforeEach(async () => {
  caseId = markedId;
  now = Date.now();
  setEnvironment({ now: () => now });
  await openCopy(content);
  heard = [];
  db.listen((notices) => heard.push(...notices));
  ids = {
    sender: (await organisationNamed("Uitkeringsdienst")).id,
    receiver: (await organisationNamed("Waterrijk")).id,
  };
  sender = await browser(await personWith("coordinator", ids.sender), ids.sender);
  receiver = await browser(await personWith("coordinator", ids.receiver), ids.receiver);
});

afterAll(() => {
  settings().mail = null;
  setEnvironment({});
});

type Choice = { parts?: HandoverPart[]; facts?: number[] };

function formOf({ parts = [], facts = [] }: Choice, more: Fields = {}): Fields {
  return {
    ...{ toOrganisationId: ids.receiver, toName: "", days: "5", intent: "preview", seen: "" },
    ...{ contactName: said.contactName ?? "", contactReach: said.contactReach ?? "" },
    ...{ question: said.question ?? "", consent: said.consent ?? "", consentAt: "2026-01-05" },
    ...Object.fromEntries(parts.map((part) => [`parts.${part}`, "yes"])),
    ...Object.fromEntries(facts.map((place) => [`facts.${factIds[place] ?? ""}`, "yes"])),
    ...more,
  };
}

/** Looks at the preview and sends what it shows; gives the address of the handover. */
async function send(choice: Choice, more: Fields = {}): Promise<string> {
  const path = `/casussen/${caseId}/overdracht`;
  const params = { caseId };
  const fields = formOf(choice, more);
  const looked = await sender.post(handOver.action, path, { fields, params });
  const { seen } = looked.value as { seen: string };
  const sending = { ...fields, intent: "send", seen };
  const sent = await sender.post(handOver.action, path, { fields: sending, params });
  if (sent.location === null) throw new Error(`It was not sent: ${sent.bytes}`);
  return sent.location;
}

async function act(who: Browser, path: string, fields: Fields) {
  const params = { handoverId: path.split("/").at(-1) ?? "" };
  const [row] = await db.read.select().from(handovers).where(eq(handovers.id, params.handoverId));
  const version = String(row?.version ?? 0);
  return who.post(handover.action, path, { fields: { version, ...fields }, params });
}

/** Everything that the receiver can ask for, as the bytes that come back. */
function everythingFor(path: string): Promise<string[]> {
  return channelsOf(path, { receiver, caseId, receiverId: ids.receiver, marks, heard });
}

const fieldsOf: Record<Exclude<HandoverPart, "facts">, string[]> = {
  title: ["case_files.title"],
  story: ["case_files.story", "case_files.lifeEvents"],
  wish: ["case_files.citizenWish", "case_files.citizenFirstNeed"],
  urgency: ["case_files.urgencyNote"],
  law: ["case_files.pinch", "case_files.pinchSource", "case_files.lawPurpose"],
  attempts: ["case_files.ownAttempts"],
  options: ["options.title", "options.description"],
  people: [
    "case_files.organisationsInvolved",
    "case_files.contactPerson",
    "case_files.representativeRole",
    "case_files.representativeMandate",
  ],
};
const parts = Object.keys(fieldsOf) as (keyof typeof fieldsOf)[];

function agreed({ parts: chosen = [], facts = [] }: Choice): string[] {
  return [
    ...["question", "consent", "contactName"],
    ...chosen.flatMap((part) => (part === "facts" ? [] : fieldsOf[part])),
    ...facts.flatMap((place) => [`note of fact ${place}`, `source of fact ${place}`]),
  ].sort();
}

function marksIn(bytes: string[]): string[] {
  const all = bytes.join("\n");
  return [...marks].flatMap(([text, what]) => (all.includes(text) ? [what] : [])).sort();
}

/** Ids and the number of the sender's case. */
async function expectNothingElse(bytes: string[]): Promise<void> {
  const [row] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId));
  // The marks of the case carry its id, to be unlike those of another.
  let all = bytes.join("\n");
  for (const text of marks.keys()) all = all.replaceAll(`${text} ${caseId}`, text);
  expect(all.includes(caseId), "the id of the case").toBe(false);
  expect(all.includes(pseudonym(caseId) ?? ""), "the pseudonym of its people").toBe(false);
  expect(all.includes(row?.submitterId ?? ""), "its submitter").toBe(false);
}

const choices: [string, Choice][] = [
  ["only the question", {}],
  ["the title and the story", { parts: ["title", "story"] }],
  ["one fact and the wish", { parts: ["wish"], facts: [0] }],
  ["another fact, the law and who is involved", { parts: ["law", "people"], facts: [1] }],
  ["urgency, attempts and options", { parts: ["urgency", "attempts", "options"] }],
  ["everything", { parts, facts: [0, 1, 2] }],
];

describe("The receiver", () => {
  test.each(choices)(
    "of %s gets exactly that, in every byte, and nothing else",
    async (_, choice) => {
      const path = await send(choice);
      const before = await everythingFor(path);
      expect(marksIn(before)).toEqual(agreed(choice));
      await expectNothingElse(before);
      await act(receiver, path, { intent: "accept", answer: said.word ?? "" });
      const made = await act(receiver, path, { intent: "make-case" });
      expect(made.location).toMatch(/^\/casussen\//);
      const after = await everythingFor(path);
      expect(marksIn(after)).toEqual([...agreed(choice), "word"].sort());
      await expectNothingElse(after);
    },
  );

  test("reads nothing any more of what was sent back or withdrawn", async () => {
    const back = await send({ parts, facts: [0] });
    await act(receiver, back, { intent: "return", answer: said.word ?? "" });
    expect(marksIn(await everythingFor(back))).toEqual(["contactName", "word"]);
    const withdrawn = await send({ parts, facts: [0] });
    const colleague = await browser(await personWith("coordinator", ids.sender, 1), ids.sender);
    await act(colleague, withdrawn, { intent: "withdraw", answer: said.word ?? "" });
    const bytes = await everythingFor(withdrawn);
    expect(marksIn(bytes)).toEqual(["contactName", "word"]);
    await expectNothingElse(bytes);
  });

  test("keeps a case of special data as closely as the sender does", async () => {
    await changeCase(caseId, { specialHealth: true });
    const path = await send({ parts: ["title"] });
    await act(receiver, path, { intent: "accept", answer: "Goed." });
    const { location } = await act(receiver, path, { intent: "make-case" });
    const [made] = await db.read
      .select()
      .from(caseFiles)
      .where(eq(caseFiles.id, location?.split("/").at(-1) ?? ""));
    expect(made).toMatchObject({ specialHealth: true, specialCriminal: false });
  });

  test("answers once, and makes one case of it", async () => {
    const path = await send({});
    const early = await act(receiver, path, { intent: "make-case" });
    expect(early.bytes).toContain("handover_not_accepted");
    await act(receiver, path, { intent: "accept", answer: "Goed." });
    const again = await act(receiver, path, { intent: "return", answer: "Toch niet." });
    expect(again.bytes).toContain("handover_answered");
    await act(receiver, path, { intent: "make-case" });
    const twice = await act(receiver, path, { intent: "make-case" });
    expect(twice.bytes).toContain("already_done");
  });
});

describe("The sender", () => {
  test("sends only what the preview on the screen showed", async () => {
    const params = { caseId };
    const fields = formOf({ parts: ["title"] });
    const path = `/casussen/${caseId}/overdracht`;
    const looked = await sender.post(handOver.action, path, { fields, params });
    const { seen } = looked.value as { seen: string };
    await changeCase(caseId, { title: "Intussen anders" });
    const sending = { ...fields, intent: "send", seen };
    const sent = await sender.post(handOver.action, path, { fields: sending, params });
    expect(sent.location).toBeNull();
    expect(sent.bytes).toContain("Intussen anders");
    const without = { ...fields, intent: "send", seen: "" };
    const unseen = await sender.post(handOver.action, path, { fields: without, params });
    expect(unseen.location).toBeNull();
  });

  test("sends nothing without what the citizen agreed to, nor to two organisations or none", async () => {
    const path = `/casussen/${caseId}/overdracht`;
    const errorsOf = async (more: Fields) => {
      const given = { fields: formOf({}, more), params: { caseId } };
      const { value } = await sender.post(handOver.action, path, given);
      return (value as { data: { errors: Record<string, string[]> } }).data.errors;
    };
    expect(await errorsOf({ consent: "" })).toEqual({ consent: ["required"] });
    expect(await errorsOf({ consentAt: "2199-01-01" })).toEqual({ consentAt: ["date_past"] });
    expect(await errorsOf({ toOrganisationId: "" })).toEqual({ toOrganisationId: ["handover_to"] });
    expect(await errorsOf({ toName: "Elders" })).toEqual({
      toOrganisationId: ["handover_to_both"],
    });
    expect(await errorsOf({ toOrganisationId: ids.sender })).toEqual({
      toOrganisationId: ["unknown_option"],
    });
  });

  test("sees that it was taken on, and not what is done with it", async () => {
    const path = await send({ parts: ["title"] });
    await act(receiver, path, { intent: "accept", answer: said.word ?? "" });
    const { location } = await act(receiver, path, { intent: "make-case" });
    const madeId = location?.split("/").at(-1) ?? "";
    const params = { handoverId: path.split("/").at(-1) ?? "" };
    const page = await sender.get(handover.loader, path, params);
    expect(page.value).toMatchObject({ side: "sent", status: "accepted", answer: said.word });
    expect(page.bytes).not.toContain(madeId);
    const log = await sender.get(history.loader, `/casussen/${caseId}/geschiedenis`, { caseId });
    expect(log.bytes).toContain("handover.accepted");
    expect(log.bytes).not.toContain(madeId);
  });

  test("writes the answer of an organisation outside down, with who gave it and when", async () => {
    const path = await send({}, { toOrganisationId: "", toName: "Kredietbank" });
    const answer = {
      ...{ intent: "record-answer", outcome: "accepted", answer: "Zij bellen morgen." },
      ...{ answeredByName: "De baliemedewerker", answeredAt: "2026-01-06" },
    };
    await act(sender, path, answer);
    const params = { handoverId: path.split("/").at(-1) ?? "" };
    const { value } = await sender.get(handover.loader, path, params);
    expect(value).toMatchObject({ status: "accepted", answeredBy: "De baliemedewerker" });
    const inside = await send({});
    expect((await act(sender, inside, answer)).bytes).toContain("handover_answers_itself");
  });

  test("keeps the case on its own road, unless it is closed as handed over", async () => {
    const own = eq(caseFiles.organisationId, ids.sender);
    const all = await db.read.select().from(caseFiles).where(own);
    caseId = all.find(mayRefer)?.id ?? "";
    const statusOf = async () =>
      (await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId)))[0]?.status;
    const before = await statusOf();
    const path = await send({});
    expect(await statusOf()).toBe(before);
    await act(sender, path, { intent: "refer" });
    expect(await statusOf()).toBe("referred");
  });
});

describe("Mail about a handover", () => {
  const whys = async () =>
    (await db.read.select().from(mails).where(eq(mails.kind, "handover")).orderBy(asc(mails.id)))
      .map(({ organisationId, about }) => [organisationId, about.why])
      .sort();

  test("goes to the coordinators of the receiver, and to who sent it once it is late", async () => {
    await send({});
    const first = await whys();
    expect(first.length).toBeGreaterThan(0);
    expect(new Set(first.map(String))).toEqual(new Set([`${ids.receiver},received`]));
    expect(await mailOverdueHandovers()).toBe(0);
    now += 6 * 86_400_000;
    const late = await mailOverdueHandovers();
    expect(late).toBeGreaterThan(0);
    expect(await mailOverdueHandovers()).toBe(0);
    expect((await whys()).map(String)).toContain(`${ids.sender},overdue`);
  });

  test("is not sent any more once it was answered", async () => {
    const path = await send({});
    await act(receiver, path, { intent: "accept", answer: "Goed." });
    const waiting = [];
    for (let mail = await claimMail(); mail; mail = await claimMail()) {
      if (mail.kind === "handover") waiting.push(await mailContent(mail));
    }
    expect(waiting.filter((said) => said !== null)).toMatchObject([{ why: "answered" }]);
    expect(environment.now()).toBe(now);
  });
});
