import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { and, eq } from "drizzle-orm";
import {
  auditEvents,
  caseFiles,
  db,
  gateRatings,
  panelMembers,
  ratings,
  secondRoundCells,
  secondRounds,
  systemActor,
} from "#db";
import type { RatingInput } from "../../app/schemas/rating.ts";
import { addArgument, withdrawArgument } from "../../app/server/arguments.server.ts";
import { changeCaseStatus } from "../../app/server/case-status.server.ts";
import { flagCell } from "../../app/server/flagged-cells.server.ts";
import { revealItem } from "../../app/server/reveal.server.ts";
import { getScoringSheet } from "../../app/server/scoring-sheet.server.ts";
import { saveStep, setReady } from "../../app/server/scoring.server.ts";
import { openSecondRound } from "../../app/server/second-round.server.ts";
import { tableCell } from "../../app/server/tabled-cell.server.ts";
import { weighAgain } from "../../app/server/weighings.server.ts";
import { contentAfter, contentNow, openCopy, type Content } from "../support/database.ts";
import {
  revealedOnce,
  scoreAll,
  seatLate,
  secondRoundActs,
} from "../support/second-round-world.ts";
import {
  accessOf,
  makeWorld,
  openedSession,
  seats,
  type Name,
  type World,
} from "../support/session-world.ts";

let world: World;
let address: { sessionId: string; caseId: string };
let itemId: string;
let opened: Content;
let revealed: Content;
let second: Content;

/** The legal panel gave 1 and 5 for J1 of the last option, and agreed on everything else. */
beforeAll(async () => {
  second = await contentAfter(async () => {
    world = await makeWorld();
    address = await openedSession(world);
    opened = await contentNow();
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

async function roundRows(round: number) {
  return db.read
    .select()
    .from(ratings)
    .where(eq(ratings.round, round))
    .orderBy(ratings.personId, ratings.criterion, ratings.optionId);
}

async function ready(...names: Name[]) {
  for (const name of names) await setReady(await scoring(name), address, true);
}

describe("opening the second round", () => {
  test("reopens what people see differently and what was put on the agenda by hand, and nothing else", async () => {
    await openCopy(revealed);
    await flagCell(await lead(), address, { key: "F-G1", optionId: world.optionIds[1] ?? "" });
    await flagCell(await lead(), address, { key: "J1", optionId: last() });
    await openSecondRound(await lead(), address);
    const cells = await db.read.select().from(secondRoundCells).orderBy(secondRoundCells.key);
    expect(cells).toEqual([
      { agendaItemId: itemId, perspective: "financial", key: "F-G1", optionId: world.optionIds[1] },
      { agendaItemId: itemId, perspective: "legal", key: "J1", optionId: last() },
    ]);
  });

  test("makes everyone not ready, clears the table and leaves the case in deliberation", async () => {
    await openCopy(revealed);
    await tableCell(await lead(), address, { key: "J1", optionId: last() });
    const before = await currentItem();
    await openSecondRound(await lead(), address);
    const after = await currentItem();
    expect(after).toEqual({
      ...before,
      phase: "scoring",
      round: 2,
      tabledKey: null,
      tabledOptionId: null,
    });
    const seated = await db.read.select().from(panelMembers);
    expect(seated.map(({ readyAt }) => readyAt)).toEqual(seats.map(() => null));
    const [caseFile] = await db.read.select().from(caseFiles);
    expect(caseFile?.status).toBe("deliberation");
    const [row] = await db.read.select().from(secondRounds);
    expect(row).toMatchObject({ openedBy: world.ids.lead, revealedAt: null, missing: [] });
  });

  test("happens once, also when two click at the same moment", async () => {
    await openCopy(revealed);
    const access = await lead();
    const outcomes = await Promise.allSettled([
      openSecondRound(access, address),
      openSecondRound(access, address),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.read.select().from(secondRounds)).toHaveLength(1);
  });

  test("is refused before the reveal, while it is open and when it was revealed", async () => {
    const refused = { code: "phase_not_allowed" };
    await expect(openSecondRound(await lead(), address)).rejects.toMatchObject(refused);
    await ready("legal1", "legal2").catch(() => undefined);
    await revealItem(await lead(), address, "genoeg");
    await expect(openSecondRound(await lead(), address)).rejects.toMatchObject(refused);
    await openCopy(opened);
    await expect(openSecondRound(await lead(), address)).rejects.toMatchObject(refused);
  });

  test("is refused while nothing is on the agenda", async () => {
    await openCopy(opened);
    for (const [name] of seats) await scoreAll(world, address, { name, values: [2, 4, 4] });
    await revealItem(await lead(), address, "");
    await expect(openSecondRound(await lead(), address)).rejects.toMatchObject({
      code: "nothing_flagged",
    });
    expect(await db.read.select().from(secondRounds)).toEqual([]);
    await flagCell(await lead(), address, { key: "M1", optionId: last() });
    await openSecondRound(await lead(), address);
    expect(await db.read.select().from(secondRoundCells)).toHaveLength(1);
  });

  test("is refused once the case went on to its decision, which waits for a round that is open", async () => {
    const coordinator = await accessOf(world.ids.lead, "case.edit");
    const move = { caseId: world.caseId, from: "deliberation", to: "decision" } as const;
    await expect(changeCaseStatus(coordinator, { ...move, reason: "" })).rejects.toMatchObject({
      code: "status_move_not_allowed",
    });
    await openCopy(revealed);
    await changeCaseStatus(await accessOf(world.ids.lead, "case.edit"), { ...move, reason: "" });
    await expect(openSecondRound(await lead(), address)).rejects.toMatchObject({
      code: "case_moved_on",
    });
  });
});

describe("an answer in the second round", () => {
  test("stands beside that of the first round, which does not change", async () => {
    const before = await roundRows(1);
    await rate("legal1", cell("4", "de toelichting overtuigt"));
    await rate("legal1", cell("5", "bij nader inzien"));
    expect(await roundRows(1)).toEqual(before);
    expect(await roundRows(2)).toMatchObject([
      { value: 5, reason: "bij nader inzien", personId: world.ids.legal1, criterion: "J1" },
    ]);
  });

  test.each([
    ["a question about another option", { key: "J1", place: 1 }],
    ["another question about the option", { key: "J2", place: 2 }],
    ["a gate", { key: "J-G1", place: 2 }],
  ])("is refused for %s", async (_, { key, place }) => {
    const choice: RatingInput["choice"] = key === "J-G1" ? "yes" : "4";
    const elsewhere = { key, optionId: world.optionIds[place] ?? "", choice, reason: "toch" };
    await expect(rate("legal1", elsewhere)).rejects.toMatchObject({ code: "cell_not_open" });
    expect(await roundRows(2)).toEqual([]);
    expect(await db.read.select().from(gateRatings).where(eq(gateRatings.round, 2))).toEqual([]);
  });

  test("that was meant for the first round is refused: it comes from a page that was away", async () => {
    await expect(rate("legal1", { ...cell("2", "oud"), round: 1 })).rejects.toMatchObject({
      code: "rating_closed",
    });
    const access = await scoring("legal1");
    await expect(setReady(access, address, true, 1)).rejects.toMatchObject({
      code: "rating_closed",
    });
    await rate("legal1", { ...cell("2", "nieuw"), round: 2 });
    expect(await roundRows(2)).toHaveLength(1);
  });

  test("stays with the first round in one click, value, kind and reason", async () => {
    await rate("legal1", cell("stay"));
    expect(await roundRows(2)).toMatchObject([
      { kind: "score", value: 1, reason: "legal1 vindt J1 zwak" },
    ]);
    const access = await scoring("legal2");
    const cells = [{ optionId: last(), reason: "" }];
    expect(await saveStep(access, address, { intent: "stay", key: "J1", cells })).toBe("controle");
    expect(await roundRows(2)).toHaveLength(2);
  });

  test("that is chosen the same is staying, and may get a new reason", async () => {
    await rate("legal1", cell("1"));
    expect(await roundRows(2)).toMatchObject([{ value: 1, reason: "legal1 vindt J1 zwak" }]);
    await rate("legal1", cell("stay", "nog steeds, om een andere reden"));
    expect(await roundRows(2)).toMatchObject([
      { value: 1, reason: "nog steeds, om een andere reden" },
    ]);
  });

  test("that changed asks why before anyone gets further", async () => {
    expect(await rate("legal1", cell("4"))).toMatchObject({ reasonMissing: true });
    const access = await scoring("legal1");
    await expect(setReady(access, address, true)).rejects.toMatchObject({
      code: "reasons_missing",
    });
    const cells = [{ optionId: last(), choice: "4" as const, reason: "" }];
    await expect(
      saveStep(access, address, { intent: "next", key: "J1", cells }),
    ).rejects.toMatchObject({
      code: "change_reason_required",
      details: { field: "cells.0.reason" },
    });
    expect(await rate("legal1", cell("4", "overtuigd"))).toMatchObject({ reasonMissing: false });
    await setReady(access, address, false);
  });

  test("cannot stay with an answer that was never given", async () => {
    await seatLate(world, "late", "legal");
    await expect(rate("late", cell("stay"))).rejects.toMatchObject({ code: "rating_value" });
    expect(await rate("late", cell("4"))).toMatchObject({ reasonMissing: false });
  });

  test("is refused once the second round is revealed", async () => {
    await revealItem(await lead(), address, "genoeg");
    await expect(rate("legal1", cell("4", "te laat"))).rejects.toMatchObject({
      code: "rating_closed",
    });
  });

  test("is begun once per round in the log", async () => {
    await rate("legal1", cell("4", "waarom"));
    await rate("legal1", cell("5", "waarom"));
    const begun = await db.read
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.kind, "panel.begun"), eq(auditEvents.actorId, world.ids.legal1)));
    expect(begun).toHaveLength(2);
    // Salts and hashes are chance: somewhere in them stands any two letters.
    const told = begun.map(({ subjectType, details }) => [subjectType, details]);
    expect(JSON.stringify(told)).not.toMatch(/J1|value|choice/);
  });
});

describe("the sheet of the second round", () => {
  test("asks the reopened cells of the own perspective, with what everyone said in the first", async () => {
    const sheet = await getScoringSheet(await scoring("legal1"), address, null);
    expect(sheet.steps).toMatchObject([
      { id: `J1:${last()}`, key: "J1", option: "Oplossing 2", state: "todo" },
    ]);
    expect(sheet.firstRound?.own).toEqual({ choice: "1", reason: "legal1 vindt J1 zwak" });
    expect(sheet.firstRound?.reasons).toMatchObject([
      { who: { name: "legal1" }, end: "against", text: "legal1 vindt J1 zwak" },
    ]);
    expect(sheet.firstRound?.answers).toMatchObject([{ choice: "1" }, { choice: "5" }]);
    expect(sheet.step?.cells).toMatchObject([{ choice: "", reason: "" }]);
    const other = await getScoringSheet(await scoring("financial1"), address, null);
    expect(other.steps).toEqual([]);
  });

  test("holds nothing of what others say in the second round", async () => {
    const look = async () => {
      const access = await scoring("legal2");
      const pages = [
        await getScoringSheet(access, address, null),
        await getScoringSheet(access, address, `J1:${last()}`),
        await results("legal2"),
        await results("lead"),
      ];
      return JSON.stringify(pages.map((page) => ({ ...page, position: 0 })));
    };
    const before = await look();
    await rate("legal1", cell("3", "geheim"));
    await addArgument(await scoring("legal1"), address, {
      optionId: last(),
      side: "for",
      text: "ook geheim",
    });
    expect(await look()).toBe(before);
    await revealItem(await lead(), address, "genoeg");
    const after = await look();
    expect(after).toContain("geheim");
    expect(after).toContain("ook geheim");
  });

  test("keeps arguments of the first round for good", async () => {
    await openCopy(opened);
    await addArgument(await scoring("legal1"), address, {
      optionId: last(),
      side: "for",
      text: "uit ronde 1",
    });
    await revealedOnce(world, address);
    await openSecondRound(await lead(), address);
    const access = await scoring("legal1");
    const { arguments: own } = await getScoringSheet(access, address, null);
    expect(own).toMatchObject([{ text: "uit ronde 1", revealed: true }]);
    await expect(withdrawArgument(access, address, own[0]?.id ?? "")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the outcome while the second round is blind", () => {
  test("is that of the first round and cannot be discussed or weighed again", async () => {
    const page = await results("auditor");
    expect(page).toMatchObject({ round: 1, phase: "scoring", shifts: null, reopens: null });
    expect(page.secondRound).toBe(true);
    expect(page.discussion.filter(({ flagged }) => flagged)).toHaveLength(1);
    const refused = { code: "phase_not_allowed" };
    const at = { key: "J1", optionId: last() };
    await expect(flagCell(await lead(), address, at)).rejects.toMatchObject(refused);
    await expect(tableCell(await lead(), address, at)).rejects.toMatchObject(refused);
    const { weights } = await currentItem();
    await expect(
      weighAgain(await lead(), address, { weights, reason: "nu" }),
    ).rejects.toMatchObject(refused);
  });
});

test("ratings of the first round cannot be changed by any way around", async () => {
  const change = db.write(systemActor, async (tx) => {
    await tx.update(ratings).set({ value: 3 }).where(eq(ratings.round, 1));
    await tx.record({ kind: "test.changed", subject: { type: "test", id: itemId } });
  });
  await expect(change).rejects.toThrow();
});
