import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { and, eq, isNull } from "drizzle-orm";
import type { AppLoadContext } from "@remix-run/node";
import {
  auditEvents,
  db,
  decisions,
  environment,
  people,
  questionnaires,
  reviews,
  setEnvironment,
  systemActor,
} from "#db";
import "../../app/i18n/all-languages.ts";
import { refusedStatus } from "../../app/server/request-checks.server.ts";
import { loggedPath } from "../../app/server/log.server.ts";
import { action, loader } from "../../app/routes/citizen/questions.tsx";
import {
  getQuestionnaires,
  inviteCitizen,
  withdrawQuestionnaire,
} from "../../app/server/questionnaires.server.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { arrange, openCopy, type Content } from "../support/database.ts";
import { as, caseNamed, refusalOf } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const coordinator = "Yassin el Amrani";
const day = 86_400_000;
const answers = {
  ...{ heard: "yes", understood: "partly", fair: "skip", helped: "no" },
  words: "Eindelijk belde iemand terug.",
};
const asked = { intent: "invite", about: "decision", days: "30" } as const;
let content: Content;
let caseId: string;

beforeAll(async () => {
  content = await exampleContent();
}, 60_000);

beforeEach(async () => {
  await openCopy(content);
  caseId = (await caseNamed("WW teruggevraagd terwijl zij")).id;
});

afterEach(() => setEnvironment({}));

async function madeLink(about: string = asked.about, days: "14" | "30" | "60" = asked.days) {
  const access = await as(coordinator, "questionnaire.invite");
  return (await inviteCitizen(access, caseId, { ...asked, about, days })).address;
}

type Sent = { from?: string; language?: string };

function visit(address: string, { from = "192.0.2.1", language = "nl" }: Sent = {}) {
  const { request, params } = requestTo(address, { headers: { "Accept-Language": language } });
  const context = { clientAddress: from } as AppLoadContext;
  return loader({ request, params, context });
}

function send(address: string, form: Record<string, string>, { from = "192.0.2.1" }: Sent = {}) {
  const { request, params } = requestTo(address, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  return action({ request, params, context: { clientAddress: from } as AppLoadContext });
}

function requestTo(address: string, init: RequestInit) {
  const request = new Request(new URL(address, "http://127.0.0.1"), init);
  return { request, params: { token: new URL(request.url).pathname.split("/").at(-1) ?? "" } };
}

async function read(response: Promise<Response>) {
  const answered = await response;
  const { status, headers } = answered;
  return { status, location: headers.get("Location"), html: await answered.text() };
}

async function rows() {
  return db.read.select().from(questionnaires).where(eq(questionnaires.caseId, caseId));
}

async function eventsOf(kind: string) {
  return db.read.select().from(auditEvents).where(eq(auditEvents.kind, kind));
}

describe("A link for a citizen", () => {
  test("holds 256 bits by chance, and only their hash is kept", async () => {
    const address = await madeLink();
    const secret = address.split("/").at(-1) ?? "";
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await madeLink()).not.toBe(address);
    const stored = JSON.stringify([await rows(), await eventsOf("questionnaire.invited")]);
    expect(stored).not.toContain(secret);
    expect(loggedPath(`/vragen/${secret}?taal=en`)).toBe("/vragen/...");
  });

  test("shows five questions in Dutch and in English, and nothing of the person or the case", async () => {
    const address = await madeLink();
    const { number, title } = await caseNamed("WW teruggevraagd terwijl zij");
    const everyone = await db.read.select({ name: people.name }).from(people);
    for (const [language, words] of [
      ["nl", "Hebben wij goed naar u geluisterd?"],
      ["en", "Did we listen to you well?"],
    ] as const) {
      const { status, html } = await read(visit(address, { language }));
      expect(status).toBe(200);
      expect(html).toContain(words);
      expect(html.match(/<fieldset/g)).toHaveLength(4);
      expect(html).toContain("<textarea");
      for (const secret of [number, title, caseId, ...everyone.map(({ name }) => name)]) {
        expect(html).not.toContain(secret);
      }
      expect(html).not.toMatch(/<script|style=|https?:/);
      expect(html).toMatch(/name="robots" content="noindex/);
      expect(html).toContain('name="referrer" content="no-referrer"');
      expect(html.length).toBeLessThan(6000);
    }
    const other = await read(visit(`${address}?taal=en`));
    expect(other.html).toContain('<html lang="en">');
  });

  test("changes nothing by being looked at, however often", async () => {
    const address = await madeLink();
    const before = await fingerprint();
    for (let times = 0; times < 3; times += 1) await visit(address);
    expect(await fingerprint()).toEqual(before);
  });

  test("takes one answer, with an event of the system in the same change", async () => {
    const address = await madeLink();
    const sent = await read(send(address, answers));
    expect(sent.status).toBe(303);
    expect(await read(visit(sent.location ?? ""))).toMatchObject({ status: 200 });
    expect((await read(visit(sent.location ?? ""))).html).toContain("Dank u wel");
    const [row] = await rows();
    expect(row?.answers).toEqual({
      ...{ heard: "yes", understood: "partly", fair: null, helped: "no" },
      words: answers.words,
    });
    const [event] = await eventsOf("questionnaire.answered");
    expect(event).toMatchObject({ actorId: systemActor.personId, caseId });
    expect(JSON.stringify(event?.details)).not.toContain("Eindelijk");
  });

  test("works once, not twice", async () => {
    const address = await madeLink();
    await send(address, answers);
    const again = await read(visit(address));
    expect(again.status).toBe(200);
    expect(again.html).toContain("U hebt al geantwoord");
    expect(again.html).not.toContain("<form");
    const other = await read(send(address, { ...answers, heard: "no" }));
    expect(other.location).not.toContain("dank");
    expect((await rows())[0]?.answers?.heard).toBe("yes");
    expect(await eventsOf("questionnaire.answered")).toHaveLength(1);
  });

  test("gives one answer to two tabs at once, and thanks who pressed twice", async () => {
    const address = await madeLink();
    const twice = await Promise.all([read(send(address, answers)), read(send(address, answers))]);
    expect(twice.map(({ location }) => location?.includes("dank"))).toEqual([true, true]);
    const second = await madeLink(await heldReview());
    const tabs = await Promise.all(
      (["yes", "no", "partly"] as const).map((heard) => read(send(second, { ...answers, heard }))),
    );
    expect(tabs.filter(({ location }) => location?.includes("dank"))).toHaveLength(1);
    expect(await eventsOf("questionnaire.answered")).toHaveLength(2);
  });

  test("works until it expires, and then looks as one that never was", async () => {
    const address = await madeLink("decision", "14");
    const made = environment.now();
    setEnvironment({ now: () => made + 14 * day - 60_000 });
    expect((await visit(address)).status).toBe(200);
    setEnvironment({ now: () => made + 14 * day + 60_000 });
    const expired = await read(visit(address));
    expect(expired).toEqual(await read(visit("/vragen/nooit-bestaan")));
    expect(expired.status).toBe(404);
    expect(await read(send(address, answers))).toEqual(expired);
    expect((await rows())[0]?.answers).toBeNull();
  });

  test("does not work after it was withdrawn, nor after another one about the same", async () => {
    const access = await as(coordinator, "questionnaire.invite");
    const first = await madeLink();
    const second = await madeLink();
    expect((await visit(first)).status).toBe(404);
    const [open] = (await rows()).filter(({ withdrawnAt }) => withdrawnAt === null);
    const withdraw = { intent: "withdraw", questionnaireId: open?.id ?? "" } as const;
    await withdrawQuestionnaire(access, caseId, withdraw);
    expect((await send(second, answers)).status).toBe(404);
    const again = withdrawQuestionnaire(access, caseId, withdraw);
    expect((await refusalOf(again)).code).toBe("already_done");
    expect(await eventsOf("questionnaire.answered")).toHaveLength(0);
  });

  test("refuses a number that could be a BSN, and what is too long or empty, and keeps what was typed", async () => {
    const address = await madeLink();
    const bsn = await read(send(address, { ...answers, words: "Mijn nummer is 111222333." }));
    expect(bsn.status).toBe(422);
    expect(bsn.html).toContain("burgerservicenummer te staan");
    expect(bsn.html).toContain("Mijn nummer is 111222333.");
    expect(bsn.html).toMatch(/id="heard-yes"[^>]*checked/);
    const long = await read(send(address, { ...answers, words: "a".repeat(1001) }));
    expect(long.html).toContain("te lang");
    const empty = await read(send(address, { heard: "skip", words: " " }));
    expect(empty.html).toContain("nog niets ingevuld");
    expect((await rows())[0]?.answeredAt).toBeNull();
    expect((await send(address, { words: "é".repeat(1000) })).status).toBe(303);
  });

  test("is tried out no more than so often from one address, which keeps nobody with a good link out", async () => {
    const address = await madeLink();
    const guess = (number: number) => visit(`/vragen/gok-${number}`, { from: "198.51.100.7" });
    const tried: number[] = [];
    for (let number = 0; number < 60; number += 1) tried.push((await guess(number)).status);
    expect(tried.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 404));
    expect(tried.slice(50).every((status) => status === 429)).toBe(true);
    expect((await visit("/vragen/elders", { from: "198.51.100.8" })).status).toBe(404);
    expect((await visit(address, { from: "198.51.100.7" })).status).toBe(200);
    expect((await send(address, answers, { from: "198.51.100.7" })).status).toBe(303);
  });

  test("takes the form of a browser that does not say where it comes from; other pages do not", () => {
    const from = { method: "POST", headers: { origin: "null" } };
    const site = "https://maatwerk.example";
    expect(refusedStatus({ ...from, url: "/vragen/abc?taal=nl" }, site)).toBeNull();
    expect(refusedStatus({ ...from, url: "/casussen/abc/vragen" }, site)).toBe(403);
    for (const url of ["/vragen/../casussen/nieuw", "/vragen/%2e%2e/casussen/nieuw", "/vragen/"]) {
      expect(refusedStatus({ ...from, url }, site), url).toBe(403);
    }
    const elsewhere = { origin: "https://elsewhere.example" };
    expect(refusedStatus({ ...from, headers: elsewhere, url: "/vragen/abc" }, site)).toBe(403);
  });
});

/** A look back at the decision that was held, with its id. */
async function heldReview(): Promise<string> {
  const [open] = await db.read
    .select({ id: reviews.id })
    .from(reviews)
    .innerJoin(decisions, eq(decisions.id, reviews.decisionId))
    .where(and(eq(decisions.caseId, caseId), isNull(reviews.heldAt)));
  const { person } = await as(coordinator, "case.read");
  const held = { heldAt: environment.now(), heldBy: person.id, helpedCitizen: "yes" as const };
  await arrange(async (tx) => {
    await tx
      .update(reviews)
      .set(held)
      .where(eq(reviews.id, open?.id ?? ""));
  });
  return open?.id ?? "";
}

describe("The page of the case", () => {
  test("offers the decision and every look back that was held, until the citizen answered", async () => {
    const reader = await as(coordinator, "case.read");
    expect((await getQuestionnaires(reader, caseId)).subjects).toEqual([
      { about: "decision", heldAt: null },
    ]);
    const reviewId = await heldReview();
    const address = await madeLink();
    await send(address, answers);
    const page = await getQuestionnaires(reader, caseId);
    expect(page.subjects.map(({ about }) => about)).toEqual([reviewId]);
    expect(page.questionnaires).toMatchObject([{ state: "answered", answers: { heard: "yes" } }]);
    expect((await refusalOf(madeLink())).code).toBe("questionnaire_answered");
  });

  test("shows no answers to who neither follows up nor accounts", async () => {
    await send(await madeLink(), answers);
    const reader = await as(coordinator, "case.read");
    const assessor = { ...reader, roles: ["assessor", "auditor"] as const };
    expect((await getQuestionnaires(assessor, caseId)).questionnaires[0]?.answers).not.toBeNull();
    const { person } = await as("Femke Brouwers", "case.read");
    const officer = { ...reader, person, roles: ["privacy_officer"] as const };
    const [shown] = (await getQuestionnaires(officer, caseId)).questionnaires;
    expect(shown).toMatchObject({ state: "answered", answers: null });
  });

  test("and its links are not there for another organisation, and nothing is asked before a decision", async () => {
    const stranger = await as("Sanne Dijkgraaf", "questionnaire.invite");
    const made = inviteCitizen(stranger, caseId, asked);
    await expect(made).rejects.toMatchObject({ init: { status: 404 } });
    const undecided = await caseNamed("Kleinzoon");
    const early = inviteCitizen(await as(coordinator, "questionnaire.invite"), undecided.id, asked);
    expect((await refusalOf(early)).code).toBe("questionnaire_no_decision");
  });
});
