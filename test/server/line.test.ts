import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEvents, db, environment, precedents, scopeLinks, setEnvironment } from "#db";
import { fewestRevisions, line } from "#app/domain/precedent-line.ts";
import type { Precedent } from "#app/domain/precedent.ts";
import { comparedCatalogue, readPrecedents } from "#app/server/comparable-precedents.server.ts";
import { countsNow } from "#app/server/precedent-access.server.ts";
import { getLinePage, listLines } from "#app/server/precedent-line.server.ts";
import { scannedLine, type ScannedLine } from "#app/server/precedent-line-scan.server.ts";
import { repackPrecedent } from "#app/server/precedent-words.server.ts";
import { createScope, getScope, updateScope } from "#app/server/scopes.server.ts";
import { freshDatabase } from "../support/database.ts";
import { newWorld, type Someone } from "./case-world.ts";
import {
  change,
  changeOne,
  precedentWorld,
  publishOne,
  type PrecedentWorld,
} from "./precedent-world.ts";

const levels = 4;
let advisor: Someone;
let outsider: Someone;
let world: PrecedentWorld;

beforeEach(async () => {
  await freshDatabase();
  const { person, outsider: elsewhere } = await newWorld();
  advisor = await person("policy_advisor");
  outsider = await elsewhere("policy_advisor");
  world = await precedentWorld(advisor, 7);
});

async function someLine(count: number): Promise<void> {
  while (world.ids.length < count) await publishOne(world);
}

/** The precedents of the first scope that count now, as the rules compare them. */
async function plainly(): Promise<Precedent[]> {
  const own = and(eq(precedents.scopeId, world.scopeIds[0]), countsNow(environment.now()));
  return readPrecedents(db.read, await comparedCatalogue(db.read), own);
}

function pairsOf({ conflicts, variants }: ScannedLine): string[] {
  const idsOf = (place: number) => variants[place]?.ids ?? [];
  return conflicts
    .flatMap(([high, low]) => idsOf(high).flatMap((a) => idsOf(low).map((b) => `${a} ${b}`)))
    .sort();
}

describe("the line of a scope", () => {
  it("is what the rules say of its precedents, however they change", async () => {
    await someLine(60);
    for (let round = 0; round < 4; round += 1) {
      const known = await plainly();
      const plain = line(known, levels);
      const scanned = await scannedLine(world.scopeIds[0]);
      expect(pairsOf(scanned)).toEqual(
        plain.conflicts.map(({ higher, lower }) => `${higher} ${lower}`).sort(),
      );
      const leading = scanned.groups.filter(({ isLeading }) => isLeading);
      const follows = leading.map(({ ids, followers }) => ({
        id: ids[0],
        follows: followers.flatMap((place) => scanned.groups[place]?.ids ?? []).sort(),
      }));
      const byId = (a: { id?: string }, b: { id?: string }) =>
        (a.id ?? "") < (b.id ?? "") ? -1 : 1;
      expect(follows.sort(byId)).toEqual(
        plain.leading.map(({ id, follows }) => ({ id, follows })).sort(byId),
      );
      for (let times = 0; times < 10; times += 1) await changeOne(world);
    }
  });

  it("tells the fewest decisions to revise, after which none contradict each other", async () => {
    await someLine(90);
    const scanned = await scannedLine(world.scopeIds[0]);
    const known = await plainly();
    const { revise, isExact } = fewestRevisions(known);
    expect(isExact).toBe(true);
    expect(revise.length).toBeGreaterThan(0);
    expect(scanned.revisions?.rows).toHaveLength(revise.length);
    const revised = new Set(scanned.revisions?.rows.map(({ id }) => id));
    const rest = known.filter(({ id }) => !revised.has(id));
    expect(line(rest, levels).conflicts).toEqual([]);
  });

  it("loses a precedent at the moment its validity ends, without a change", async () => {
    await someLine(30);
    const [first] = await plainly();
    const end = environment.now() + 3_600_000;
    const before = await scannedLine(world.scopeIds[0]);
    await change(async (tx) => {
      const set = { validUntil: end };
      await tx
        .update(precedents)
        .set(set)
        .where(eq(precedents.id, first?.id ?? ""));
      await repackPrecedent(tx, first?.id ?? "");
    });
    expect((await scannedLine(world.scopeIds[0])).total).toBe(before.total);
    const { now } = environment;
    setEnvironment({ now: () => end });
    const later = await scannedLine(world.scopeIds[0]);
    const page = await getLinePage(advisor, world.scopeIds[0]);
    setEnvironment({ now });
    expect(later.total).toBe(before.total - 1);
    expect(page.ended.rows.map(({ id }) => id)).toContain(first?.id);
  });

  it("is not there for another organisation", async () => {
    const refused = getLinePage(outsider, world.scopeIds[0]);
    await expect(refused).rejects.toMatchObject({ init: { status: 404 } });
    expect(await listLines(outsider)).toEqual([]);
  });

  it("is empty, not wrong, while nothing counts", async () => {
    const page = await getLinePage(advisor, world.scopeIds[0]);
    expect(page).toMatchObject({ total: 0, age: null, conflicts: { total: 0 } });
    expect(page.revisions?.total).toBe(0);
  });

  it("stands in the overview with what it holds and whether it agrees", async () => {
    await someLine(60);
    const lines = await listLines(advisor);
    const own = lines.find(({ id }) => id === world.scopeIds[0]);
    const known = await plainly();
    expect(own).toMatchObject({
      total: known.length,
      conflicts: line(known, levels).conflictCount,
    });
    expect(lines.map(({ id }) => id)).not.toContain(world.scopeIds[2]);
  });
});

describe("comparing with scopes elsewhere", () => {
  const texts = { name: "Terugvordering", description: "", lawReferences: [] };

  it("is offered where something is shared, and every change is in the log", async () => {
    const id = await createScope(advisor, texts);
    expect((await getScope(advisor, id)).others).toEqual([]);
    while ((await getScope(advisor, id)).others.length === 0) await publishOne(world);
    const other = world.scopeIds[2];
    const input = { ...texts, active: true, otherScopeIds: [other], version: 1 };
    await updateScope(advisor, id, input);
    expect((await getScope(advisor, id)).otherScopeIds).toEqual([other]);
    await updateScope(advisor, id, { ...input, otherScopeIds: [], version: 2 });
    expect(await db.read.select().from(scopeLinks).where(eq(scopeLinks.scopeId, id))).toEqual([]);
    const events = await db.read
      .select({ details: auditEvents.details })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, id), eq(auditEvents.kind, "scope.linked")));
    expect(events.map(({ details }) => details)).toEqual([
      { added: [other], removed: [] },
      { added: [], removed: [other] },
    ]);
  });

  it("never with an own scope, nor with one that shares nothing", async () => {
    const id = await createScope(advisor, texts);
    for (const other of world.scopeIds) {
      const input = { ...texts, active: true, otherScopeIds: [other], version: 1 };
      const refused = updateScope(advisor, id, input);
      await expect(refused).rejects.toMatchObject({ code: "unknown_option" });
    }
  });
});
