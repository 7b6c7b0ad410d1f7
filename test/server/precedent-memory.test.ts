import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import {
  db,
  dialect,
  environment,
  facts,
  openDatabase,
  precedents,
  precedentWords,
  scopeLinks,
  setEnvironment,
  stopDatabase,
} from "#db";
import { checkPostgres } from "#db/postgres/check.ts";
import { checkSqlite } from "#db/sqlite/check.ts";
import { addedConflicts } from "#app/domain/precedent-added-conflicts.ts";
import { dayNumber } from "#app/domain/day.ts";
import { comparison } from "#app/domain/precedent-comparison.ts";
import { conflicts, equalTreatment } from "#app/domain/precedent.ts";
import { rulesProposal, rulesSituation } from "#app/server/case-situation.server.ts";
import { comparedCatalogue, readPrecedents } from "#app/server/comparable-precedents.server.ts";
import {
  bandFor,
  nearestTo,
  treatmentFor,
  type CaseSituation,
} from "#app/server/comparing.server.ts";
import { countsNow, visiblePrecedents } from "#app/server/precedent-access.server.ts";
import { packUnpacked, repackAll, repackPrecedent } from "#app/server/precedent-words.server.ts";
import { arrange, freshDatabase } from "../support/database.ts";
import { newWorld } from "./case-world.ts";
import {
  change,
  changeOne,
  levels,
  precedentWorld,
  publishOne,
  someSituation,
  type PrecedentWorld,
} from "./precedent-world.ts";

let world: PrecedentWorld;
let url: string;

beforeEach(async () => {
  url = await freshDatabase();
  const { person } = await newWorld();
  world = await precedentWorld(await person("policy_advisor"), 11);
});

/** What counts in these scopes, read from the rows themselves. */
async function counting(scopeIds: string[]) {
  const which = and(
    inArray(precedents.scopeId, scopeIds),
    visiblePrecedents(world.someone),
    countsNow(environment.now()),
  );
  const known = await readPrecedents(db.read, await comparedCatalogue(), which);
  const rows = await db.read.select().from(precedents).where(which);
  const days = new Map(rows.map(({ id, decidedAt }) => [id, dayNumber(decidedAt)]));
  return known.map((each) => ({ ...each, decidedDay: days.get(each.id) ?? 0 }));
}

async function expectSameAsTheRules(situation: CaseSituation): Promise<void> {
  const { random } = world;
  const line = await counting([situation.scopeId ?? ""]);
  const asked = rulesSituation(situation);
  const band = equalTreatment(asked, levels, line);
  expect(await bandFor(situation, levels)).toMatchObject(band);
  const reason = (ids: string[]) => ids.filter(() => random.next() < 0.3);
  const proposal = {
    ...situation,
    level: random.below(levels),
    reasonPro: reason(situation.pro),
    reasonCon: reason(situation.con),
  };
  const { added, alreadyInLine } = addedConflicts(rulesProposal(proposal), line);
  const found = await treatmentFor(proposal, levels);
  expect(found).toMatchObject({ band, added });
  expect(found.conflicts).toEqual(conflicts(rulesProposal(proposal), line));
  expect(found.alreadyInLine.map(({ id }) => id)).toEqual(alreadyInLine.map(({ id }) => id));
  for (const [place, { with: followed }] of alreadyInLine.entries()) {
    expect(followed).toEqual(expect.arrayContaining(found.alreadyInLine[place]?.with ?? [""]));
  }
  const near = await nearestTo(world.someone, situation, { count: 5, elsewhere: true });
  const links = await db.read
    .select()
    .from(scopeLinks)
    .where(eq(scopeLinks.scopeId, situation.scopeId ?? ""));
  const all = await counting([situation.scopeId ?? "", ...links.map((one) => one.otherScopeId)]);
  const byRule = all
    .map((precedent) => ({ ...precedent, ...comparison({ situation: asked, precedent, levels }) }))
    .sort(
      (a, b) =>
        a.differenceCount - b.differenceCount ||
        b.decidedDay - a.decidedDay ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, 5);
  expect(near).toEqual(byRule.map(({ id, differenceCount }) => ({ id, differenceCount })));
}

describe("Precedents in memory", { timeout: 60_000 }, () => {
  test("answer every question as the rules do on the rows of the database, whatever changes in between", async () => {
    for (let number = 0; number < 40; number += 1) await publishOne(world);
    for (let round = 0; round < 150; round += 1) {
      await (world.random.next() < 0.25 ? publishOne(world) : changeOne(world));
      for (let question = 0; question < 3; question += 1) {
        await expectSameAsTheRules(await someSituation(world));
      }
    }
    expect(await problems()).toEqual([]);
  });

  test("are new after every change of another process, and as they were when it is killed in one", async () => {
    const ids = [await publishOne(world), await publishOne(world)];
    for (let number = 0; number < 20; number += 1) await publishOne(world);
    const other = await otherProcess();
    try {
      for (const status of ["outdated", "valid", "outdated"]) {
        for (const id of ids) {
          await other.ask(`${status} ${id}`);
          for (const scopeId of [world.scopeIds[0], world.scopeIds[1]]) {
            await expectSameAsTheRules({ ...(await someSituation(world)), scopeId });
          }
        }
      }
      await other.ask("valid " + ids[0]);
      await other.ask("killed " + ids[0]);
      await expectSameAsTheRules({
        ...(await someSituation(world)),
        scopeId: await scopeOf(ids[0]),
      });
    } finally {
      await other.end();
    }
  });

  test("take in many at once, new ones and changed ones", async () => {
    for (let number = 0; number < 10; number += 1) await publishOne(world);
    await expectSameAsTheRules(await someSituation(world));
    for (let number = 0; number < 10; number += 1) await publishOne(world);
    for (let number = 0; number < 10; number += 1) await changeOne(world);
    for (const scopeId of world.scopeIds.slice(0, 2)) {
      await expectSameAsTheRules({ ...(await someSituation(world)), scopeId });
    }
  });

  test("stop to count at the moment their validity ends, and count again when that is put off", async () => {
    const id = await publishOne(world);
    await place(id, {
      level: 3,
      scopeId: world.scopeIds[0],
      validUntil: environment.now() + 60_000,
    });
    const situation = await allFacts(id);
    expect((await bandFor(situation, levels)).lower).toBe(3);
    const { now } = environment;
    setEnvironment({ ...environment, now: () => now() + 60_001 });
    try {
      expect((await bandFor(situation, levels)).lower).toBe(0);
      await place(id, { validUntil: environment.now() + 60_000 });
      expect((await bandFor(situation, levels)).lower).toBe(3);
    } finally {
      setEnvironment({ ...environment, now });
    }
  });

  test("count merged facts as what they became, and apart again when that is undone", async () => {
    for (let number = 0; number < 30; number += 1) await publishOne(world);
    await expectSameAsTheRules(await someSituation(world));
    const plain = world.facts.filter(({ measure, direction }) => !measure && direction === "pro");
    const [from, into] = plain;
    for (const mergedIntoId of [into?.id ?? null, null]) {
      await change(async (tx) => {
        await tx
          .update(facts)
          .set({ mergedIntoId, version: sql`${facts.version} + 1` })
          .where(eq(facts.id, from?.id ?? ""));
      });
      for (let number = 0; number < 5; number += 1) {
        await expectSameAsTheRules(await someSituation(world));
      }
    }
  });

  test("know what was never packed, also when it ends before it is packed", async () => {
    for (let number = 0; number < 30; number += 1) await publishOne(world);
    await arrange(async (tx) => {
      await tx.delete(precedentWords);
    });
    await reopened();
    await expectSameAsTheRules(await someSituation(world));
    const [ended = ""] = world.ids;
    await place(ended, { status: "withdrawn" });
    await expectSameAsTheRules({ ...(await someSituation(world)), scopeId: await scopeOf(ended) });
    await Promise.all([packUnpacked(), packUnpacked()]);
    await expectSameAsTheRules(await someSituation(world));
    expect(await problems()).toEqual([]);
  });

  test("leave out on demand those made from earlier decisions on the same case, for that question only", async () => {
    const id = await publishOne(world);
    await place(id, { level: 3, scopeId: world.scopeIds[0] });
    const situation = await allFacts(id);
    expect((await bandFor(situation, levels, { without: [id] })).lower).toBe(0);
    expect((await bandFor(situation, levels)).lowerBy).toEqual([id]);
  });
});

describe("Packed facts", () => {
  test("that are not as the precedents are, are found by mw check and mended by packing anew", async () => {
    const [first = "", second = "", third = ""] = [
      await publishOne(world),
      await publishOne(world),
      await publishOne(world),
    ];
    await expectSameAsTheRules(await someSituation(world));
    await arrange(async (tx) => {
      await tx.update(precedents).set({ level: 9 }).where(eq(precedents.id, first));
      await tx.update(precedents).set({ status: "outdated" }).where(eq(precedents.id, second));
      await tx.delete(precedentWords).where(eq(precedentWords.precedentId, third));
    });
    expect((await problems()).map(({ problem }) => problem)).toEqual([
      `precedent ${first} is compared as something else`,
      `precedent ${second} counts no more and is compared`,
      `precedent ${third} counts and is not compared`,
    ]);
    await repackAll();
    expect(await problems()).toEqual([]);
    await arrange(async (tx) => {
      await tx.update(precedents).set({ level: 1 }).where(eq(precedents.id, first));
    });
    await repackAll();
    await expectSameAsTheRules(await someSituation(world));
  });
});

async function place(id: string, set: Partial<typeof precedents.$inferInsert>): Promise<void> {
  const organisationId = world.someone.organisation.id;
  await change(async (tx) => {
    await tx
      .update(precedents)
      .set({ organisationId, ...set })
      .where(eq(precedents.id, id));
    await repackPrecedent(tx, id);
  });
}

/** A case with exactly the facts of a precedent. */
async function allFacts(id: string): Promise<CaseSituation> {
  const [own] = await readPrecedents(db.read, await comparedCatalogue(), eq(precedents.id, id));
  const { pro = [], con = [], ordered } = own ?? {};
  const organisationId = world.someone.organisation.id;
  const amounts = { ...ordered?.pro, ...ordered?.con };
  return { organisationId, scopeId: world.scopeIds[0], pro, con, unknown: [], amounts };
}

async function scopeOf(id: string | undefined): Promise<string | null> {
  const [row] = await db.read
    .select({ scopeId: precedents.scopeId })
    .from(precedents)
    .where(eq(precedents.id, id ?? ""));
  return row?.scopeId ?? null;
}

async function reopened(): Promise<void> {
  await stopDatabase();
  await openDatabase(url);
}

async function otherProcess() {
  const child = spawn(process.execPath, ["test/server/precedent-other.ts"], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  await lines.next();
  return {
    /** Resolves when it is done, or when the process ended. */
    ask: async (line: string) => {
      child.stdin.write(`${line}\n`);
      await lines.next();
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.stdin.end();
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function problems() {
  const documents = { folder: "/nowhere", withHashes: false };
  const found = await (dialect === "postgres" ? checkPostgres : checkSqlite)(url, documents);
  return found.filter(({ part }) => part === "packed facts");
}
