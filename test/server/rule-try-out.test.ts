import { beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { caseFiles, db, decisions, environment, facts, systemActor } from "#db";
import { ruleAnswer } from "#app/domain/policy-rule.ts";
import { removeCase } from "#app/server/case-removal.server.ts";
import { closedSets, setRows } from "#app/domain/closed-sets.ts";
import { smallestConditions } from "#app/domain/smallest-conditions.ts";
import { findClusters } from "#app/server/clusters.server.ts";
import { suggestConditions, tryOutRule } from "#app/server/rule-try-out.server.ts";
import { freshDatabase } from "../support/database.ts";
import { newWorld, type Someone } from "./case-world.ts";
import {
  change,
  changeOne,
  precedentWorld,
  publishOne,
  type PrecedentWorld,
} from "./precedent-world.ts";
import {
  answerFacts,
  decidedInTables,
  decideOne,
  someConditions,
  triedOutOnTables,
} from "./rule-world.ts";

let world: PrecedentWorld;
let reader: Someone;
let made: Awaited<ReturnType<typeof newWorld>>;

beforeEach(async () => {
  await freshDatabase();
  made = await newWorld();
  world = await precedentWorld(await made.person("coordinator"), 5);
  reader = world.someone;
});

async function expectSameAsTheRules(): Promise<void> {
  const [scopeId] = world.scopeIds;
  const conditions = someConditions(world);
  const found = await tryOutRule(reader, { scopeId, conditions });
  const { numbers, open, newest, groups, replacedIds } = await triedOutOnTables(
    scopeId,
    conditions,
  );
  expect(found.complete).toBe(true);
  expect(found.numbers).toEqual(numbers);
  expect(found.open).toBe(open);
  expect(found.disagreements.map(({ id, difference }) => ({ id, difference }))).toEqual(newest);
  expect(Object.fromEntries(found.groups.map(({ fact, count }) => [fact.id, count]))).toEqual(
    Object.fromEntries(groups.map(({ fact, count }) => [fact, count])),
  );
  const replaced = found.replaces.map(({ id }) => id ?? "");
  expect(replaced).toHaveLength(Math.min(20, replacedIds.length));
  expect(replacedIds).toEqual(expect.arrayContaining(replaced));
}

/** Something else of a decided case: its facts, scope, level, or that it is withdrawn. */
async function changeCase(id: string): Promise<void> {
  const { random, scopeIds } = world;
  await db.write(systemActor, async (tx) => {
    const which = random.below(4);
    if (which === 0) await answerFacts(tx, world, id);
    const scopeId = random.oneOf([scopeIds[0], scopeIds[1], null]);
    if (which === 1) await tx.update(caseFiles).set({ scopeId }).where(eq(caseFiles.id, id));
    const level = which === 2 ? random.below(4) : null;
    if (which > 1) await tx.update(decisions).set({ level }).where(eq(decisions.caseId, id));
    await tx.record({ kind: "test.prepared", subject: { type: "case", id }, caseId: id });
  });
}

describe("Trying a policy rule out", { timeout: 60_000 }, () => {
  test("says what the readable rules say on the rows of the database, whatever changes in between", async () => {
    const ids: string[] = [];
    for (let number = 0; number < 15; number += 1) {
      await publishOne(world);
      ids.push(await decideOne(world));
    }
    for (let round = 0; round < 25; round += 1) {
      await expectSameAsTheRules();
      await changeOne(world);
      await changeCase(world.random.oneOf(ids));
      if (round === 8) await destroy(ids.pop() ?? "");
      if (round === 12) await newFact();
      if (round === 16) await mergeFacts();
    }
  });

  test("counts cases with special facts and shows them to nobody who may not see them", async () => {
    const id = await decideOne(world, true);
    const [scopeId] = world.scopeIds;
    const { decided } = await decidedInTables(scopeId);
    const level = ((decided[0]?.level ?? 0) + 1) % 4;
    const conditions = { mustHold: [], mustNotHold: [], bounds: [], level };
    const own = await tryOutRule(reader, { scopeId, conditions });
    expect(own.disagreements[0]).toMatchObject({ kind: "case", id, title: id });
    expect(own.disagreements[0]?.reasons).toEqual([{ perspective: "legal", text: `Omdat ${id}` }]);
    const policy = await made.person("policy_advisor");
    const found = await tryOutRule(policy, { scopeId, conditions });
    expect(found.numbers).toEqual(own.numbers);
    expect(found.disagreements).toHaveLength(1);
    expect(found.disagreements[0]).toMatchObject({ id: null, facts: [], reasons: [], title: "" });
    expect(JSON.stringify(found.disagreements)).not.toContain(id);
    const outsider = await made.outsider("policy_advisor");
    await expect(tryOutRule(outsider, { scopeId, conditions })).rejects.toMatchObject({
      init: { status: 404 },
    });
  });

  test("shows everything a rule decides otherwise, page by page, and keeps hidden cases in the count", async () => {
    const special = await decideOne(world, true);
    for (let number = 0; number < 32; number += 1) await decideOne(world);
    const [scopeId] = world.scopeIds;
    const { decided } = await decidedInTables(scopeId);
    const own = decided.find(({ id }) => id === special);
    const conditions = {
      mustHold: [],
      mustNotHold: [],
      bounds: [],
      level: own?.level === 3 ? 0 : 3,
    };
    const otherwise = decided.filter(({ level }) => level !== conditions.level);
    expect(otherwise.length).toBeGreaterThan(20);
    const policy = await made.person("policy_advisor");
    const shown: (string | null)[] = [];
    for (const page of [1, 2]) {
      const found = await tryOutRule(policy, { scopeId, conditions, page });
      expect(found.place).toEqual({ page, pages: 2, first: page === 1 ? 1 : 21 });
      shown.push(...found.disagreements.map(({ id }) => id));
    }
    expect(shown).toHaveLength(otherwise.length);
    const others = otherwise.filter(({ id }) => id !== special).map(({ id }) => id);
    expect(shown.filter((id) => id !== null).sort()).toEqual(others.sort());
    const last = await tryOutRule(reader, { scopeId, conditions, page: 4_000 });
    expect(last.place.page).toBe(2);
    expect(last.disagreements.map(({ id }) => id)).toContain(special);
  });

  test("suggests conditions that settle a cluster and none of those decided otherwise but what it names", async () => {
    for (let number = 0; number < 20; number += 1) await decideOne(world);
    for (let number = 0; number < 20; number += 1) await publishOne(world);
    const [scopeId] = world.scopeIds;
    const { decided } = await decidedInTables(scopeId);
    const cases = new Set(
      (await db.read.select({ id: caseFiles.id }).from(caseFiles)).map(({ id }) => id),
    );
    for (const level of [0, 1, 2, 3]) {
      const cluster = decided.filter((each) => each.level === level).slice(0, 3);
      if (cluster.length === 0) continue;
      const ids = cluster.map(({ id }) => id);
      const found = await suggestConditions(reader, {
        ...{ scopeId, level, caseIds: ids.filter((id) => cases.has(id)) },
        precedentIds: ids.filter((id) => !cases.has(id)),
      });
      const opposite = decided.filter((each) => each.level !== level);
      const { cannotExclude, ...wanted } = smallestConditions({ cluster, opposite });
      const asked = wanted.mustHold.length + wanted.mustNotHold.length + wanted.bounds.length;
      if (asked > 0) expect(found).toMatchObject({ ...wanted, level });
      expect(found.cannotExclude.map(({ id }) => id).sort()).toEqual(cannotExclude);
      for (const each of cluster) expect(ruleAnswer(found, each).settles).toBe("yes");
      for (const { id, kind } of found.cannotExclude) {
        expect(kind).toBe(cases.has(id) ? "case" : "precedent");
      }
    }
    const undecided = { caseIds: [environment.newId()], precedentIds: [] };
    expect(await suggestConditions(reader, { scopeId, level: 3, ...undecided })).toEqual({
      ...{ level: 3, mustHold: [], mustNotHold: [], bounds: [] },
      ...{ cannotExclude: [], isSmallest: true },
    });
  });

  test("finds clusters in a thread, told how far it is, that hold what the rows of the database hold", async () => {
    for (let number = 0; number < 25; number += 1) {
      await decideOne(world);
      await publishOne(world);
      if (number % 3 === 0) await changeOne(world);
    }
    const [scopeId] = world.scopeIds;
    const told: number[] = [];
    const clusters = await findClusters(scopeId, { progress: (part) => told.push(part) });
    expect(told.at(-1)).toBe(1);
    const { decided } = await decidedInTables(scopeId);
    const byFact = new Map(world.facts.map(({ id, number }) => [id, number]));
    const sets = closedSets(
      setRows(
        decided.map(({ pro, con, level }) => {
          return { level, facts: [...pro, ...con].map((fact) => byFact.get(fact) ?? 0) };
        }),
      ),
      { support: 3, levels: [1, 2, 3] },
    ).sets;
    expect(sets.length).toBeGreaterThan(0);
    for (const { level, facts, rows } of sets.filter((set) => set.facts.length > 0)) {
      const found = clusters.find(({ key }) => key === `${scopeId}.${level}.${facts.join("-")}`);
      const ids = [...(found?.caseIds ?? []), ...(found?.precedentIds ?? [])];
      expect(ids).toEqual(expect.arrayContaining(rows.map((row) => decided[row]?.id)));
    }
    const known = new Map(decided.map((each) => [each.id, each]));
    for (const { kind, level, facts, caseIds, precedentIds } of clusters) {
      const members = [...caseIds, ...precedentIds].map((id) => known.get(id));
      expect(level).toBeGreaterThan(0);
      expect(members.length).toBeGreaterThanOrEqual(3);
      expect(members.every((each) => each?.level === level)).toBe(true);
      if (kind === "leading") continue;
      const shares = (fact: string) =>
        members.every((each) => each?.pro.includes(fact) || each?.con.includes(fact));
      expect(facts.every(shares)).toBe(true);
    }
    const ending = new AbortController();
    const stopped = findClusters(scopeId, { signal: ending.signal });
    ending.abort();
    await expect(stopped).rejects.toThrow("abort");
  });
});

async function destroy(id: string): Promise<void> {
  await db.write(systemActor, async (tx) => {
    await removeCase(tx, id);
    await tx.record({ kind: "case.destroyed", subject: { type: "case", id }, caseId: id });
  });
}

/** A fact that what was decided before it came did not know. */
async function newFact(): Promise<void> {
  const [like] = world.facts;
  const [row] = await db.read
    .select()
    .from(facts)
    .where(eq(facts.id, like?.id ?? ""));
  if (!row) throw new Error("No facts");
  const fact = { ...row, id: environment.newId(), number: 1000, key: "new", createdAt: Date.now() };
  await change(async (tx) => {
    await tx.insert(facts).values(fact);
  });
  world.facts.push(fact);
}

async function mergeFacts(): Promise<void> {
  const plain = world.facts.filter(({ measure }) => measure === null);
  const [from, into] = plain.filter(({ direction }) => direction === "pro");
  await change(async (tx) => {
    await tx
      .update(facts)
      .set({ mergedIntoId: into?.id ?? null, version: 2 })
      .where(eq(facts.id, from?.id ?? ""));
  });
}
