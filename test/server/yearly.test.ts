import { createElement } from "react";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import {
  caseFiles,
  db,
  decisions,
  environment,
  people,
  policyRules,
  precedents,
  reflections,
  reviews,
  ruleSettlements,
  sessions,
  signals,
} from "#db";
import { YearlyDilemmas } from "../../app/components/yearly/yearly-dilemmas.tsx";
import { YearlyRules } from "../../app/components/yearly/yearly-rules.tsx";
import { YearlySignals } from "../../app/components/yearly/yearly-signals.tsx";
import { caseFilters } from "../../app/schemas/case-filters.ts";
import { filtersIn } from "../../app/schemas/precedent-filters.ts";
import { listCases } from "../../app/server/case-lists.server.ts";
import { listPrecedents } from "../../app/server/precedent-lists.server.ts";
import { getReflections } from "../../app/server/reflections-list.server.ts";
import { getSignalList } from "../../app/server/signal-lists.server.ts";
import { getSignalPage } from "../../app/server/signal-page.server.ts";
import { getYearly } from "../../app/server/yearly.server.ts";
import { markup } from "../components/picture-views.tsx";
import { arrange, openCopy, type Content } from "../support/database.ts";
import { as, changeCase } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const coordinator = "Yassin el Amrani";
const executive = "Hülya Demir";
const auditor = "Gerrit Oosting";
let content: Content;

beforeAll(async () => {
  content = await exampleContent();
}, 60_000);

beforeEach(() => openCopy(content));

async function yearPage(name: string, moment: number = environment.now(), query = "") {
  const yearText = String(new Date(moment).getUTCFullYear());
  const url = `http://127.0.0.1/verantwoording/stand/${yearText}${query}`;
  return getYearly(await as(name, "figures.read"), { yearText, url });
}

/** The rule of the example data that settled a case. */
async function settledRule() {
  const [found] = await db.read
    .select({ rule: policyRules, settlement: ruleSettlements })
    .from(ruleSettlements)
    .innerJoin(policyRules, eq(policyRules.id, ruleSettlements.policyRuleId));
  if (!found) throw new Error("The example data has no rule that settled a case");
  return found;
}

test("A rule adopted in the year stands there with the case it settled", async () => {
  const { rule, settlement } = await settledRule();
  const { own } = await yearPage(coordinator, rule.adoptedAt ?? 0);
  const found = own?.rules.find(({ id }) => id === rule.id);
  expect(found).toMatchObject({ change: "adopted", number: rule.number, hidden: 0 });
  expect(found?.settled).toBe(1);
  expect(found?.cases.map(({ id }) => id)).toEqual([settlement.caseId]);
});

test("A case that the reader may not open is counted with a rule, and not named", async () => {
  const { rule, settlement } = await settledRule();
  await changeCase(settlement.caseId, { specialHealth: true });
  const page = await yearPage(executive, rule.adoptedAt ?? 0);
  const found = page.own?.rules.find(({ id }) => id === rule.id);
  expect(found).toMatchObject({ settled: 1, cases: [], hidden: 1 });
  expect(JSON.stringify(page)).not.toContain(settlement.caseId);
});

test("Signals stand with what doing nothing costs, the dearest first, and merged ones not at all", async () => {
  const all = (await yearPage(executive)).own?.signals;
  const costs = all?.top.map(({ costPerYear }) => costPerYear ?? -1) ?? [];
  expect(costs.length).toBeGreaterThan(1);
  expect(costs).toEqual([...costs].sort((a, b) => b - a));
  expect(all?.top[0]).toMatchObject({ costPerYear: 185_000_000 });
  const [dearest, second] = all?.top ?? [];
  await arrange(async (tx) => {
    await tx
      .update(signals)
      .set({ status: "merged", mergedIntoId: second?.id ?? "" })
      .where(eq(signals.id, dearest?.id ?? ""));
  });
  const after = (await yearPage(executive)).own?.signals;
  expect(after?.top[0]?.id).toBe(second?.id);
});

test("The owner of a signal who works here is named as on the list of signals, also where no name was written down", async () => {
  const { person, organisation } = await as(executive, "figures.read");
  await arrange((tx) =>
    tx.update(signals).set({
      ...{ ownerId: person.id, ownerOrganisationId: organisation.id },
      ...{ ownerName: "", ownerOrganisation: "" },
    }),
  );
  const top = (await yearPage(executive)).own?.signals.top ?? [];
  expect(top.length).toBeGreaterThan(0);
  expect(new Set(top.map(({ owner }) => owner))).toEqual(
    new Set([`${person.name}, ${organisation.name}`]),
  );
});

test("Dilemmas stand with their answer for who may read them, and for nobody else", async () => {
  const { organisation, person } = await as(executive, "figures.read");
  const [session] = await db.read
    .select()
    .from(sessions)
    .where(eq(sessions.organisationId, organisation.id));
  await arrange(async (tx) => {
    await tx.delete(reflections);
    await tx.insert(reflections).values({
      ...{ id: environment.newId(), organisationId: organisation.id, sessionId: session?.id ?? "" },
      ...{ personId: person.id, dilemma: "Mag ik zeggen dat de wet hier niet past?" },
      ...{ at: environment.now(), answer: "Ja, zeg het.", answeredBy: person.id },
      answeredAt: environment.now(),
    });
  });
  const page = await yearPage(executive);
  expect(page.own?.dilemmas?.shown).toMatchObject([
    { answer: "Ja, zeg het.", answeredBy: executive },
  ]);
  const other = await yearPage(auditor);
  expect(other.own?.dilemmas).toBeNull();
  expect(JSON.stringify(other)).not.toContain("de wet hier niet past");
});

test("What looks back taught, and why decisions departed, stands there for who may read the case", async () => {
  const { organisation, person } = await as(executive, "figures.read");
  const [taken] = await db.read
    .select({ id: decisions.id, caseId: decisions.caseId })
    .from(decisions)
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(eq(decisions.organisationId, organisation.id));
  const { id = "", caseId = "" } = taken ?? {};
  const now = environment.now();
  await arrange(async (tx) => {
    await tx
      .update(decisions)
      .set({ status: "taken", takenAt: now, departure: "De weging zag de kinderen niet." })
      .where(eq(decisions.id, id));
    await tx.insert(reviews).values({
      ...{ id: environment.newId(), decisionId: id, ownerId: person.id, dueDate: now },
      ...{ heldAt: now, helpedCitizen: "yes" as const, learned: "Eerder bellen." },
    });
  });
  await changeCase(caseId, { specialHealth: false, specialCriminal: false });
  const { own } = await yearPage(executive);
  expect(own?.learned.shown.map(({ text }) => text)).toContain("Eerder bellen.");
  expect(own?.departures.shown.map(({ text }) => text)).toContain(
    "De weging zag de kinderen niet.",
  );
  await changeCase(caseId, { specialHealth: true });
  const hidden = JSON.stringify((await yearPage(executive)).own);
  expect(hidden).not.toContain("Eerder bellen.");
  expect(hidden).not.toContain("De weging zag de kinderen niet.");
});

test("A year without anything is empty, one to come is not there, and another organisation shows totals only", async () => {
  const empty = await yearPage(executive, Date.UTC(2001, 5, 1));
  expect(empty.own).toMatchObject({ rules: [], signals: { top: [] }, learned: { shown: [] } });
  const next = environment.now() + 366 * 86_400_000;
  await expect(yearPage(executive, next)).rejects.toMatchObject({ init: { status: 404 } });
  await arrange(async (tx) => {
    await tx.update(precedents).set({ visibility: "network" });
  });
  const { organisation } = await as(executive, "figures.read");
  const query = `?organisatie=${organisation.id}`;
  const page = await yearPage("Sanne Dijkgraaf", environment.now(), query);
  expect(page).toMatchObject({ isOwn: false, own: null });
  expect(page.year).toBe(new Date(environment.now()).getUTCFullYear() - 1);
});

/** The links of a part of the page that lead to a list, each with the number it says. */
function countedLinks(html: string) {
  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g)];
  return links
    .map(([, to = "", words = ""]) => ({
      to: to.replaceAll("&amp;", "&"),
      count: Number(/\d+/.exec(words)?.[0]),
    }))
    .filter(({ to, count }) => count >= 0 && /\?|#casussen$/.test(to));
}

async function countIn(to: string): Promise<number> {
  const url = `http://127.0.0.1${to}`;
  if (to.startsWith("/casussen?")) {
    return (await listCases(await as(executive, "case.read"), url, caseFilters(url))).items.length;
  }
  if (to.startsWith("/precedenten?")) {
    const access = await as(executive, "precedent.read");
    return (await listPrecedents(access, filtersIn(url), null)).precedents.length;
  }
  if (to.startsWith("/reflecties?")) {
    return (await getReflections(await as(executive, "reflection.read"), url)).items.length;
  }
  const access = await as(executive, "signal.read");
  if (to.startsWith("/signalen?")) return (await getSignalList(access, url)).items.length;
  const [, id = ""] = /^\/signalen\/([0-9a-f-]{36})#casussen$/.exec(to) ?? [];
  const { cases, hiddenCases } = await getSignalPage(access, id);
  return cases.length + hiddenCases;
}

test("Every number of the page leads to a list with as many", async () => {
  const { rule, settlement } = await settledRule();
  const { organisation } = await as(executive, "figures.read");
  const everyone = await db.read.select().from(people).orderBy(people.id);
  const now = environment.now();
  const past = now - 400 * 86_400_000;
  const [session] = await db.read
    .select()
    .from(sessions)
    .where(eq(sessions.organisationId, organisation.id));
  const own = await db.read
    .select()
    .from(signals)
    .where(eq(signals.organisationId, organisation.id))
    .orderBy(signals.id);
  const others = await db.read.select().from(caseFiles).orderBy(caseFiles.id);
  const unsettled = others.filter(
    ({ id, organisationId }) => id !== settlement.caseId && organisationId === organisation.id,
  );
  await arrange(async (tx) => {
    const [first, second] = own;
    const copy = { ...first, version: 1, key: null };
    const more = [
      { status: "adopted", closedAt: now, raisedAt: past },
      { status: "rejected", closedAt: now, raisedAt: now },
      { status: "rejected", closedAt: past, raisedAt: past },
      { status: "merged", mergedIntoId: second?.id, raisedAt: now },
      { status: "taken_up", raisedAt: past },
    ] as const;
    for (const [at, one] of more.entries()) {
      const id = environment.newId();
      await tx
        .insert(signals)
        .values({ ...copy, ...one, id, number: `SIG-9${at}` } as typeof signals.$inferInsert);
    }
    for (const [at, one] of unsettled.slice(0, 2).entries()) {
      await tx.insert(ruleSettlements).values({
        ...settlement,
        ...{ caseId: one.id, settledAt: at === 0 ? now : past },
      });
      await tx
        .update(caseFiles)
        .set({ specialHealth: false, specialCriminal: false })
        .where(eq(caseFiles.id, one.id));
    }
    const [precedent] = await tx
      .select()
      .from(precedents)
      .where(eq(precedents.organisationId, organisation.id));
    await tx
      .update(precedents)
      .set({ policyRuleId: rule.id, publishedAt: now })
      .where(eq(precedents.id, precedent?.id ?? ""));
    await tx.delete(reflections);
    for (const [at, one] of [
      { answeredAt: now },
      {},
      {},
      { dilemma: "" },
      { at: past },
    ].entries()) {
      await tx.insert(reflections).values({
        ...{ id: environment.newId(), organisationId: organisation.id },
        ...{ sessionId: session?.id ?? "", personId: everyone[at]?.id ?? "" },
        ...{ dilemma: "Past de wet hier?", at: now, ...one },
      });
    }
  });
  const page = await yearPage(executive);
  const { year } = page;
  if (!page.own) throw new Error("The own year is there");
  const html = [
    markup(createElement(YearlySignals, { year, signals: page.own.signals })),
    markup(createElement(YearlyRules, { year, rules: page.own.rules })),
    markup(createElement(YearlyDilemmas, { year, dilemmas: page.own.dilemmas })),
  ].join("");
  const links = countedLinks(html);
  const kinds = [...new Set(links.map(({ to }) => to.replaceAll(/[0-9a-f-]{36}|\d{4}/g, "*")))];
  expect(kinds.sort()).toEqual([
    "/casussen?regel=*",
    "/casussen?regel=*&regeljaar=*",
    "/casussen?regeljaar=*",
    "/precedenten?rule=*",
    "/reflecties?jaar=*&toon=dilemma",
    "/reflecties?jaar=*&toon=open",
    "/signalen/*#casussen",
    ...["adopted", "open", "raised", "rejected"].map(
      (which) => `/signalen?status=alle&jaar=*&welke=${which}`,
    ),
  ]);
  for (const { to, count } of links) {
    expect({ to, count: await countIn(to) }).toEqual({ to, count });
  }
  const all = `/signalen?status=alle&jaar=${year}`;
  expect(await countIn(all)).toBe(page.own.signals.total);
});
