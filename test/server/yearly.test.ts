import { beforeAll, beforeEach, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import {
  caseFiles,
  db,
  decisions,
  environment,
  policyRules,
  precedents,
  reflections,
  reviews,
  ruleSettlements,
  sessions,
  signals,
} from "#db";
import { getYearly } from "../../app/server/yearly.server.ts";
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
  expect(found).toMatchObject({ change: "adopted", number: rule.number, otherCases: 0 });
  expect(found?.settled).toBe(1);
  expect(found?.cases.map(({ id }) => id)).toEqual([settlement.caseId]);
});

test("A case that the reader may not open is counted with a rule, and not named", async () => {
  const { rule, settlement } = await settledRule();
  await changeCase(settlement.caseId, { specialHealth: true });
  const page = await yearPage(executive, rule.adoptedAt ?? 0);
  const found = page.own?.rules.find(({ id }) => id === rule.id);
  expect(found).toMatchObject({ settled: 1, cases: [], otherCases: 1 });
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
