import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, secondRounds, weighings } from "#db";
import { weighing } from "../../app/domain/weighing.ts";
import { listToScore } from "../../app/server/home-scoring.server.ts";
import { listProgress } from "../../app/server/panels-progress.server.ts";
import { getRevealPage, revealItem } from "../../app/server/reveal.server.ts";
import { setReady } from "../../app/server/scoring.server.ts";
import { openSecondRound } from "../../app/server/second-round.server.ts";
import { weighAgain } from "../../app/server/weighings.server.ts";
import { contentAfter, contentNow, openCopy, type Content } from "../support/database.ts";
import { revealedOnce, seatLate, secondRoundActs } from "../support/second-round-world.ts";
import {
  accessOf,
  declareInterest,
  makeWorld,
  openedSession,
  type Name,
  type World,
} from "../support/session-world.ts";

let world: World;
let address: { sessionId: string; caseId: string };
let itemId: string;
let revealed: Content;
let second: Content;

/** The legal panel gave 1 and 5 for J1 of the last option, and agreed on everything else. */
beforeAll(async () => {
  second = await contentAfter(async () => {
    world = await makeWorld();
    address = await openedSession(world);
    await revealedOnce(world, address);
    revealed = await contentNow();
    await openSecondRound(await lead(), address);
    itemId = (await currentItem()).id;
  });
});

beforeEach(() => openCopy(second));

const { lead, scoring, currentItem, last, cell, rate, results } = secondRoundActs(() => ({
  world,
  address,
}));

async function ready(...names: Name[]) {
  for (const name of names) await setReady(await scoring(name), address, true);
}

async function latestWeighing() {
  const rows = await db.read.select().from(weighings).orderBy(weighings.number);
  const found = rows.at(-1);
  if (!found) throw new Error("no weighing");
  return found;
}

describe("the second reveal", () => {
  test("misses only who was asked something and is not ready", async () => {
    await seatLate(world, "late", "legal");
    await rate("legal1", cell("stay"));
    await ready("legal1");
    const page = await getRevealPage(await lead(), address);
    expect(page.missing.map(({ name }) => name)).toEqual(["late", "legal2"]);
    await expect(revealItem(await lead(), address, "")).rejects.toMatchObject({
      code: "reveal_reason_required",
    });
    const before = await currentItem();
    await revealItem(await lead(), address, "de termijn loopt af");
    const [row] = await db.read.select().from(secondRounds);
    expect(row).toMatchObject({ revealReason: "de termijn loopt af", revealedBy: world.ids.lead });
    expect(row?.missing.map(({ personId }) => personId).sort()).toEqual(
      [world.ids.late, world.ids.legal2].sort(),
    );
    expect(await currentItem()).toEqual({ ...before, phase: "revealed" });
  });

  test("needs no reason when everyone who was asked something is ready", async () => {
    await ready("legal1", "legal2");
    const members = (await listProgress([itemId])).get(itemId) ?? [];
    expect(members.filter(({ nothingToDo }) => !nothingToDo).map(({ name }) => name)).toEqual([
      "legal1",
      "legal2",
    ]);
    await revealItem(await lead(), address, "");
    expect((await currentItem()).phase).toBe("revealed");
  });

  test("does not come from a page that was left open at the first", async () => {
    await expect(revealItem(await lead(), address, "oude pagina", 1)).rejects.toMatchObject({
      code: "phase_not_allowed",
    });
    expect((await currentItem()).phase).toBe("scoring");
  });

  test("is not held up by a panel whose people all declared an interest", async () => {
    await declareInterest(world, "legal1");
    await declareInterest(world, "legal2");
    await revealItem(await lead(), address, "");
    expect((await latestWeighing()).round).toBe(2);
  });

  test("weighs per person and cell what was said last", async () => {
    const before = (await latestWeighing()).snapshot;
    await rate("legal1", cell("4", "overtuigd"));
    await ready("legal1");
    await revealItem(await lead(), address, "legal2 is ziek");
    const { snapshot, round, number } = await latestWeighing();
    expect([number, round]).toEqual([2, 2]);
    expect(weighing(snapshot.input)).toEqual(snapshot.result);
    const expected = before.input.ratings.map((row) =>
      row.assessor === world.ids.legal1 && row.criterion === "J1" && row.option === last()
        ? { ...row, value: 4 }
        : row,
    );
    expect(snapshot.input.ratings).toEqual(expected);
    expect(snapshot.input.notAsked).toBeUndefined();
  });

  test("asks of who joined late no more than what was reopened", async () => {
    await seatLate(world, "late", "legal");
    await rate("late", cell("5"));
    await ready("late");
    await revealItem(await lead(), address, "de rest blijft erbij");
    const { snapshot } = await latestWeighing();
    const own = snapshot.input.ratings.filter(({ assessor }) => assessor === world.ids.late);
    expect(own).toMatchObject([{ criterion: "J1", option: last(), value: 5 }]);
    expect(snapshot.input.notAsked).toHaveLength(7 * 3 - 1);
    for (const option of snapshot.result.options) {
      expect(option.perspectives.map(({ coverage }) => coverage)).toEqual([1, 1, 1]);
    }
  });

  test("goes on with the weights that were last weighed with", async () => {
    await openCopy(revealed);
    const { weights } = await currentItem();
    const heavy = weights.map((own, place) => ({ ...own, weight: place === 0 ? 0.5 : 0.25 }));
    await weighAgain(await lead(), address, { weights: heavy, reason: "recht telt dubbel" });
    await openSecondRound(await lead(), address);
    await revealItem(await lead(), address, "genoeg");
    const { snapshot, reason } = await latestWeighing();
    expect(snapshot.input.perspectives.map(({ weight }) => weight)).toEqual([0.5, 0.25, 0.25]);
    expect(reason).toBe("recht telt dubbel");
  });
});

describe("what moved", () => {
  test("is told per cell: who moved and why, who stayed, and what that did", async () => {
    await seatLate(world, "late", "legal");
    await rate("legal1", cell("4", "overtuigd"));
    await rate("legal2", cell("stay"));
    await rate("late", cell("4"));
    await ready("legal1", "legal2", "late");
    await revealItem(await lead(), address, "");
    const { shifts, round, view } = await results("observer");
    expect(round).toBe(2);
    expect(shifts).toMatchObject({ moved: 1, compared: 2 });
    expect(shifts?.proposedAfter).toEqual(view.proposed);
    expect(shifts?.cells).toMatchObject([
      {
        key: "J1",
        optionTitle: "Oplossing 2",
        before: { median: 3, word: "tegengesteld" },
        after: { median: 4, word: "eens" },
        people: [
          { who: { name: "late" }, move: "first", before: null, after: "4" },
          {
            who: { name: "legal1" },
            move: "moved",
            before: "1",
            after: "4",
            reason: "overtuigd",
            beforeReason: "legal1 vindt J1 zwak",
          },
          { who: { name: "legal2" }, move: "stayed", before: "5", after: "5" },
        ],
      },
    ]);
  });

  test("names nobody outside the session", async () => {
    await revealItem(await lead(), address, "genoeg");
    const text = JSON.stringify((await results("decider")).shifts);
    expect(text).not.toContain('legal1"');
    expect(text).toContain('"move":"silent"');
  });
});

describe("the home page", () => {
  const toScore = async (name: Name) =>
    (await listToScore(await accessOf(world.ids[name], "home.read"))).rows.length;

  test("shows the second round to who is asked something, until ready", async () => {
    expect(await toScore("legal1")).toBe(1);
    expect(await toScore("financial1")).toBe(0);
    await ready("legal1");
    expect(await toScore("legal1")).toBe(0);
  });
});
