import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, people, weighings } from "#db";
import { dossierWeighingInput } from "../../app/domain/dossier-weighing.ts";
import { jsonDifferences } from "../../app/domain/json-differences.ts";
import { weighing } from "../../app/domain/weighing.ts";
import { dossierScoring } from "../../app/server/dossier-scoring.server.ts";
import { revealItem } from "../../app/server/reveal.server.ts";
import { setReady } from "../../app/server/scoring.server.ts";
import { contentAfter, openCopy, type Content } from "../support/database.ts";
import { seatLate, secondRoundActs, secondRoundOpen } from "../support/second-round-world.ts";
import {
  declareInterest,
  makeWorld,
  openedSession,
  type Name,
  type World,
} from "../support/session-world.ts";

let world: World;
let address: { sessionId: string; caseId: string };
let content: Content;
const { lead, scoring, last, cell, rate } = secondRoundActs(() => ({ world, address }));

beforeAll(async () => {
  content = await contentAfter(async () => {
    world = await makeWorld();
    address = await openedSession(world);
    await secondRoundOpen(world, address);
  });
});

beforeEach(() => openCopy(content));

/** The scoring behind the latest weighing, and what was kept of that weighing itself. */
async function latest() {
  const kept = (await db.read.select().from(weighings).orderBy(weighings.number)).at(-1);
  const { scoring: found } = await dossierScoring(db.read, kept?.id ?? null);
  const input = dossierWeighingInput(found);
  if (!kept || !input) throw new Error("There is no weighing");
  return { found, result: kept.snapshot.result, again: weighing(input) };
}

async function secondReveal(...ready: Name[]) {
  for (const name of ready) await setReady(await scoring(name), address, true);
  await revealItem(await lead(), address, "wie er niet is, had de tijd");
}

describe("The scoring in a dossier", () => {
  test("holds nothing of a second round that is still blind", async () => {
    await rate("legal1", cell("4", "omdat het toch kan"));
    const { found, again, result } = await latest();
    expect(found.weighing?.round).toBe(1);
    expect(found.rounds.map(({ round }) => round)).toEqual([1]);
    expect(JSON.stringify(found)).not.toContain("omdat het toch kan");
    expect(found.ratings.filter(({ round }) => round !== 1)).toEqual([]);
    expect(jsonDifferences(result, again)).toEqual([]);
  });

  test("gives the weighing after a second round, with who joined late", async () => {
    await seatLate(world, "late", "legal");
    await rate("legal1", cell("4", "omdat het toch kan"));
    await rate("late", cell("5"));
    await secondReveal("legal1", "legal2", "late");
    const { found, again, result } = await latest();
    expect(found.weighing?.round).toBe(2);
    expect(found.rounds[1]?.cells).toEqual([{ perspective: "legal", key: "J1", option: last() }]);
    expect(found.panel.map(({ fromRound }) => fromRound)).toContain(2);
    expect(found.ratings.some(({ reason }) => reason === "omdat het toch kan")).toBe(true);
    expect(jsonDifferences(result, again)).toEqual([]);
  });

  test("keeps the ratings of who left the panel, and counts them for nothing", async () => {
    await declareInterest(world, "legal2");
    await secondReveal("legal1");
    const { found, again, result } = await latest();
    const gone = found.panel.filter(({ counts }) => !counts);
    expect(gone.map(({ perspective }) => perspective)).toEqual(["legal"]);
    expect(found.ratings.some(({ person }) => person === gone[0]?.person)).toBe(true);
    expect(jsonDifferences(result, again)).toEqual([]);
  });

  test("names nobody who judged, by name or by what they are called elsewhere", async () => {
    const { found } = await latest();
    const text = JSON.stringify({ ...found, ratings: found.ratings.map(withoutReason) });
    for (const { id, name } of await db.read.select().from(people)) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(`"${name}"`);
    }
  });
});

function withoutReason<Rating extends { reason: string }>({ reason: _words, ...rating }: Rating) {
  return rating;
}
