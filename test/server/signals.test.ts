import { spawn } from "node:child_process";
import { once } from "node:events";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import {
  auditEvents,
  caseFiles,
  db,
  policyRules,
  ruleSettlements,
  setEnvironment,
  environment,
  signals,
} from "#db";
import type { SignalInput } from "#app/schemas/signal.ts";
import * as signalRoute from "../../app/routes/signals/signal.tsx";
import { findClusters } from "#app/server/clusters.server.ts";
import { getHome } from "#app/server/home.server.ts";
import { raiseSignals } from "#app/server/signal-clusters.server.ts";
import { answerSignal } from "#app/server/signal-changes.server.ts";
import { getSignalList } from "#app/server/signal-lists.server.ts";
import { raiseByHand } from "#app/server/signal-new.server.ts";
import { getSignalPage } from "#app/server/signal-page.server.ts";
import { remindOfSignals, signalMailContent } from "#app/server/signal-reminders.server.ts";
import { takeSignalStep } from "#app/server/signal-step.server.ts";
import { markSignal } from "#app/server/signals.server.ts";
import { moveCase } from "#app/server/case-status.server.ts";
import { arrange, freshDatabase } from "../support/database.ts";
import { newWorld, type Someone } from "./case-world.ts";
import { browser } from "./handover-world.ts";
import { decideCase, signalWorld, type SignalWorld } from "./signal-world.ts";

const day = 86_400_000;
let now = Date.UTC(2026, 5, 1, 9);
let url: string;
let made: Awaited<ReturnType<typeof newWorld>>;
let world: SignalWorld;
let lead: Someone;

beforeEach(async () => {
  now = Date.UTC(2026, 5, 1, 9);
  setEnvironment({ now: () => now });
  url = await freshDatabase();
  made = await newWorld();
  lead = await made.person("coordinator");
  world = await signalWorld(lead);
});
afterAll(() => setEnvironment({}));

const all = () => db.read.select().from(signals).orderBy(signals.number);
const list = (access: Someone, query = "") =>
  getSignalList(access, `http://test/signalen${query}`).then(({ items }) => items);
const page = (access: Someone, id: string) => getSignalPage(access, id);
type Step = Exclude<SignalInput, { intent: "answer" }>;
const step = (id: string, input: Step, access = lead) => takeSignalStep(access, { id }, input);
const status = async (refused: Promise<unknown>) =>
  refused.then(
    () => 200,
    (error: { init?: { status: number } }) => error.init?.status,
  );

/** A few other outcomes, so that not all in the scope ends alike; then three late applications. */
async function threeAlike(costs?: [number, number]): Promise<string[]> {
  for (const other of [4, 5]) await decideCase(world, { holds: [other], level: 0 });
  const ids: string[] = [];
  for (const more of [[2], [3], []]) {
    ids.push(await decideCase(world, { holds: [0, 1, ...more], ...(costs && { costs }) }));
  }
  return ids;
}

async function byHand(title = "Brief komt te laat", access = lead): Promise<string> {
  const id = await raiseByHand(access, {
    ...{ kind: "structural", title, description: "", scopeId: null, source: "unease" },
    ...{ caseIds: [], caseId: null, sessionId: null, doorId: null },
  });
  return id ?? "";
}

async function given(id: string, owner: Someone, answerBy = now + 10 * day): Promise<void> {
  const { version } = (await page(lead, id)).signal;
  await step(id, {
    ...{ intent: "owner", version, owner: `${owner.organisation.id}/${owner.person.id}` },
    ...{ organisation: "", name: "", contact: "", answerBy },
  });
}

describe("a signal that the product raises", () => {
  it("comes once from three cases decided alike, with what they have in common", async () => {
    const ids = await threeAlike([90_000, 30_000]);
    expect(await raiseSignals()).toBe(1);
    const [row] = await all();
    const found = await page(lead, row?.id ?? "");
    expect(row).toMatchObject({
      number: "S-2026-0001",
      source: "cluster",
      status: "new",
      level: 3,
    });
    expect(row?.raisedBy).toBeNull();
    expect(found.cases.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(row?.facts.every((id) => world.factIds.slice(0, 2).includes(id))).toBe(true);
    expect(found.cost).toMatchObject({ casesPerYear: 3, centsPerCase: 60_000, perYear: 180_000 });
    expect(found.cost.fromCases).toMatchObject({ cases: 3, lastYear: 3, known: 3, halfKnown: 0 });
    expect(await raiseSignals()).toBe(0);
  });

  it("does not come from two cases, nor from cases decided by the rule", async () => {
    for (let times = 0; times < 3; times += 1) await decideCase(world, { holds: [0], level: 0 });
    for (let times = 0; times < 2; times += 1) await decideCase(world, { holds: [1] });
    expect(await raiseSignals()).toBe(0);
  });

  it("takes in a fourth case, and leaves out what somebody took away", async () => {
    const [first = ""] = await threeAlike();
    await raiseSignals();
    const [row] = await all();
    const id = row?.id ?? "";
    const fourth = await decideCase(world, { holds: [0, 1], costs: [900_000, null] });
    expect(await raiseSignals()).toBe(0);
    const { cases, cost } = await page(lead, id);
    expect(cases.map((one) => one.id)).toContain(fourth);
    expect(cost.fromCases).toMatchObject({ known: 0, halfKnown: 1, centsPerCase: null });
    now += day;
    await step(id, { intent: "remove_case", caseId: first });
    now += day;
    const fifth = await decideCase(world, { holds: [0, 1, 3] });
    await raiseSignals();
    const ids = (await page(lead, id)).cases.map((one) => one.id);
    expect(ids).toContain(fifth);
    expect(ids).not.toContain(first);
  });

  it("is not raised for cases that a signal made by hand holds, nor for what a rule settled", async () => {
    const ids = await threeAlike();
    const clusters = await findClusters(world.scopeId);
    expect(clusters.some(({ caseIds }) => caseIds.length === 3)).toBe(true);
    const ruleId = environment.newId();
    await arrange(async (tx) => {
      await tx.insert(policyRules).values({
        ...{ id: ruleId, organisationId: lead.organisation.id, number: "R-1", title: "Regel" },
        ...{ status: "in_force", scopeId: world.scopeId, level: 1, lawReferences: [] },
        ...{
          mustHold: [world.factIds[4] ?? ""],
          mustNotHold: [],
          bounds: [],
          validFrom: now - day,
        },
        ...{ preparedBy: lead.person.id, createdAt: now, updatedAt: now },
      });
      await tx.insert(ruleSettlements).values({
        ...{
          caseId: ids[0] ?? "",
          policyRuleId: ruleId,
          settledBy: lead.person.id,
          settledAt: now,
        },
      });
    });
    expect(await raiseSignals()).toBe(0);
    await arrange((tx) =>
      tx.delete(ruleSettlements).where(eq(ruleSettlements.policyRuleId, ruleId)),
    );
    const id = await byHand();
    const [one] = await db.read
      .select()
      .from(caseFiles)
      .where(eq(caseFiles.id, ids[0] ?? ""));
    await step(id, { intent: "add_case", number: one?.number ?? "", note: "" });
    expect(await raiseSignals()).toBe(0);
  });

  it("is there once when two processes look at the same time", { timeout: 60_000 }, async () => {
    await threeAlike();
    const env = { ...process.env, DATABASE_URL: url };
    const children = [1, 2].map(() =>
      spawn(process.execPath, ["test/support/signal-worker.ts"], { env, stdio: "inherit" }),
    );
    const codes = await Promise.all(
      children.map(async (child) => {
        await once(child, "exit");
        return child.exitCode;
      }),
    );
    expect(codes).toEqual([0, 0]);
    expect(await all()).toHaveLength(1);
    const raised = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.kind, "signal.raised"));
    expect(raised).toHaveLength(1);
  });
});

describe("what becomes of a signal", () => {
  it("goes on when its cases are closed: the fix does not end the solve", async () => {
    const [caseId = ""] = await threeAlike();
    await raiseSignals();
    const before = await all();
    const [caseFile] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId));
    if (!caseFile) throw new Error("No case");
    await db.write(lead.actor, (tx) =>
      moveCase(tx, caseFile as never, "closed", { personId: lead.person.id }),
    );
    await raiseSignals();
    expect(await all()).toEqual(before);
  });

  it("asks a reason to reject it, keeps every step, and takes what rules note on it", async () => {
    const id = await byHand();
    const move = (to: "rejected" | "taken_up", reason: string, version: number) =>
      step(id, { intent: "status", version, status: to, reason });
    await expect(move("rejected", "", 1)).rejects.toThrow("required");
    await move("rejected", "Komt niet vaker voor", 1);
    await expect(move("taken_up", "Toch wel", 1)).rejects.toThrow("stale_version");
    await move("taken_up", "Toch wel", 2);
    const mark = (to: "rule_change_proposed" | "adopted") =>
      db.write(lead.actor, (tx) =>
        markSignal(tx, id, { status: to, text: "R-2026-0001", personId: lead.person.id }),
      );
    await mark("rule_change_proposed");
    await mark("adopted");
    await mark("rule_change_proposed");
    const { signal, steps } = await page(lead, id);
    expect(signal.status).toBe("adopted");
    expect(steps.map(({ kind, status: to }) => to ?? kind).reverse()).toEqual([
      ...["new", "rejected", "taken_up", "rule_change_proposed", "adopted", "note"],
    ]);
    expect(await list(lead)).toEqual([]);
    expect(await list(lead, "?status=adopted")).toHaveLength(1);
  });

  it("moves its cases along when it is merged, and points to where it went", async () => {
    const ids = await threeAlike();
    await raiseSignals();
    const [auto] = await all();
    const target = await byHand("Te laat in het buitenland");
    await step(auto?.id ?? "", { intent: "merge", version: auto?.version ?? 0, into: target });
    const [from, into] = [await page(lead, auto?.id ?? ""), await page(lead, target)];
    expect(from.mergedInto?.id).toBe(target);
    expect([from.cases.length, into.cases.length]).toEqual([0, ids.length]);
    const fourth = await decideCase(world, { holds: [0, 1] });
    expect(await raiseSignals()).toBe(0);
    expect((await page(lead, target)).cases.map(({ id }) => id)).toContain(fourth);
    await expect(step(auto?.id ?? "", { intent: "note", note: "x" })).rejects.toThrow(
      "signal_merged",
    );
  });

  it("keeps amounts that somebody wrote with their basis, and follows its cases again without", async () => {
    await threeAlike([50_000, 10_000]);
    await raiseSignals();
    const [row] = await all();
    const id = row?.id ?? "";
    const cost = (casesPerYear: number | null, basis: string) =>
      page(lead, id).then(({ signal: { version } }) =>
        step(id, { intent: "cost", version, casesPerYear, centsPerCase: null, basis }),
      );
    await cost(1000, "Telling van de uitvoering");
    await decideCase(world, { holds: [0, 1], costs: [50_000, 10_000] });
    await raiseSignals();
    expect((await page(lead, id)).cost).toMatchObject({ casesPerYear: 1000, perYear: null });
    await cost(null, "");
    expect((await page(lead, id)).cost).toMatchObject({ casesPerYear: 4, perYear: 160_000 });
  });
});

describe("who sees a signal", () => {
  it("is everyone of the organisation who reads signals, each with the cases they may see", async () => {
    await decideCase(world, { holds: [5], level: 0 });
    for (const special of [true, false, false]) await decideCase(world, { holds: [0], special });
    await raiseSignals();
    const [row] = await all();
    const advisor = await made.person("policy_advisor");
    const seen = await page(advisor, row?.id ?? "");
    expect([seen.cases.length, seen.hiddenCases]).toEqual([2, 1]);
    const assessor = await page(await made.person("assessor"), row?.id ?? "");
    expect([assessor.cases.length, assessor.hiddenCases]).toEqual([0, 3]);
    expect(assessor.may).toMatchObject({ edit: false, answer: false, draftRule: false });
  });

  it("is nobody of another organisation but the owner of the rule, who sees no case of it", async () => {
    const [caseId = ""] = await threeAlike();
    await raiseSignals();
    const [row] = await all();
    const id = row?.id ?? "";
    const owner = await made.outsider("executive");
    const other = await made.outsider("coordinator", "policy_advisor");
    expect(await status(page(owner, id))).toBe(404);
    await expect(given(id, owner, now - day)).rejects.toThrow("signal_answer_past");
    await given(id, owner);
    expect(await status(page(other, id))).toBe(404);
    expect(await list(other)).toEqual([]);
    const seen = await page(owner, id);
    expect(seen).toMatchObject({ elsewhere: true, cases: [], hiddenCases: 3, rules: [] });
    expect(JSON.stringify(seen)).not.toContain(caseId);
    expect(JSON.stringify(seen)).not.toMatch(/"2026-|Casus /);
    expect(await list(owner, "?mijn=ja")).toMatchObject([{ id, cases: 3, elsewhere: true }]);
    const answer = { intent: "answer", version: seen.signal.version, answer: "Wij passen het aan" };
    await answerSignal(owner, { id }, answer as never);
    expect((await page(lead, id)).owner).toMatchObject({ answer: "Wij passen het aan" });
    expect((await page(owner, id)).steps[0]).toMatchObject({ person: owner.person.name });
    expect(await status(step(id, { intent: "note", note: "x" }, owner))).toBe(404);
    expect(await status(answerSignal(lead, { id }, answer as never))).toBe(403);
  });

  it("tells an owner elsewhere which organisation did what, and the name of nobody there", async () => {
    const [raiser, before] = [await made.person("assessor"), await made.person("executive")];
    const owner = await made.outsider("executive");
    const id = await byHand("Brief komt te laat", raiser);
    await given(id, before);
    await given(id, owner);
    expect((await page(lead, id)).signal.raisedBy).toBe(raiser.person.name);
    const outside = await browser(owner.person.id, owner.organisation.id);
    const asked = await outside.get(signalRoute.loader, `/signalen/${id}`, { signalId: id });
    for (const { person } of [raiser, before, lead]) expect(asked.bytes).not.toContain(person.name);
    const seen = asked.value as Awaited<ReturnType<typeof page>>;
    const by = [seen.signal.raisedBy, ...seen.steps.map(({ person }) => person)];
    expect(by).toEqual(Array(4).fill(lead.organisation.name));
  });

  it("is not told, as an owner elsewhere, which signals it was merged with", async () => {
    const owner = await made.outsider("executive");
    const [first, second] = [await byHand("Eerste"), await byHand("Tweede")];
    await given(second, owner);
    const { version } = (await page(lead, first)).signal;
    await step(first, { intent: "merge", version, into: second });
    expect((await page(lead, second)).mergedFrom).toMatchObject([{ id: first }]);
    expect((await page(owner, second)).mergedFrom).toEqual([]);
  });
});

describe("an answer that does not come", () => {
  it("stands first in the list and at home, and is asked for once a week", async () => {
    const owner = await made.person("executive");
    const first = await byHand("Eerst");
    await given(first, owner);
    now += day;
    await byHand("Later");
    expect((await list(lead)).map(({ title }) => title)).toEqual(["Later", "Eerst"]);
    expect(await remindOfSignals()).toBe(0);
    now += 12 * day;
    expect((await list(lead)).map(({ title, overdue }) => [title, overdue])).toEqual([
      ["Eerst", true],
      ["Later", false],
    ]);
    expect((await getHome(owner)).signals?.rows).toMatchObject([{ id: first, why: "answer" }]);
    expect((await getHome(lead)).signals?.rows).toMatchObject([
      { id: first, why: "late", overdue: true },
      { why: "new" },
    ]);
    const mail = { personId: owner.person.id, organisationId: owner.organisation.id };
    expect(await signalMailContent(mail)).toMatchObject({ signals: 1 });
    expect(await remindOfSignals()).toBe(1);
    expect(await remindOfSignals()).toBe(0);
    await expect(step(first, { intent: "remind" })).rejects.toThrow("signal_reminded_recently");
    now += 7 * day;
    await step(first, { intent: "remind" });
    expect((await page(lead, first)).steps.filter(({ kind }) => kind === "reminded")).toHaveLength(
      2,
    );
  });
});
