import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditEvents, db, flaggedCells, minorityViews } from "#db";
import { concludeItem } from "../../app/server/agenda-items-moves.server.ts";
import { getCase } from "../../app/server/case-access.server.ts";
import { getDecisionForm } from "../../app/server/decision-form.server.ts";
import { getDeliberation } from "../../app/server/deliberation.server.ts";
import { flagCell, unflagCell } from "../../app/server/flagged-cells.server.ts";
import {
  recordMinorityView,
  withdrawMinorityView,
} from "../../app/server/minority-views.server.ts";
import { tickDiscussed } from "../../app/server/results-discussion.server.ts";
import { getResults } from "../../app/server/results.server.ts";
import { openSecondRound } from "../../app/server/second-round.server.ts";
import { tableCell, untableCell } from "../../app/server/tabled-cell.server.ts";
import { contentAfter, contentNow, openCopy, type Content } from "../support/database.ts";
import { revealedOnce, seatLate } from "../support/second-round-world.ts";
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
let blind: Content;
let revealed: Content;

beforeAll(async () => {
  revealed = await contentAfter(async () => {
    world = await makeWorld();
    address = await openedSession(world);
    blind = await contentNow();
    await revealedOnce(world, address);
  });
});

beforeEach(() => openCopy(revealed));

async function lead() {
  return accessOf(world.ids.lead, "session.lead");
}

async function scoring(name: Name) {
  return accessOf(world.ids[name], "session.score");
}

async function results(name: Name) {
  return getResults(await accessOf(world.ids[name], "session.read"), address);
}

const gate = () => ({ key: "M-G1", optionId: world.optionIds[1] ?? "" });

describe("the agenda of the discussion", () => {
  test("holds what the facilitator puts there, a gate too, until it is taken off", async () => {
    expect((await results("lead")).discussion).toHaveLength(1);
    await flagCell(await lead(), address, gate());
    await flagCell(await lead(), address, gate());
    const [, added] = (await results("legal1")).discussion;
    expect(added).toMatchObject({
      ...{ criterion: "M-G1", kind: "gate", byHand: "lead", flagged: false, outcome: "yes" },
      answers: [{ answer: "yes" }, { answer: "yes" }],
    });
    expect((await results("lead")).reopens).toBe(2);
    await unflagCell(await lead(), address, gate());
    expect((await results("lead")).discussion).toHaveLength(1);
    await expect(unflagCell(await lead(), address, gate())).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("asks of a decision that what was put there by hand is discussed too", async () => {
    await flagCell(await lead(), address, gate());
    const open = async () => {
      const caseFile = await getCase(await accessOf(world.ids.decider, "case.read"), world.caseId);
      return (await getDeliberation(caseFile))?.undiscussedCells;
    };
    expect(await open()).toContain(`M-G1:${world.optionIds[1]}`);
    const { key: criterion, optionId } = gate();
    const tick = { criterion, optionId, note: "gehoord", discussed: true };
    await tickDiscussed(await lead(), address, tick);
    expect(await open()).not.toContain(`M-G1:${world.optionIds[1]}`);
  });

  test.each([
    ["a question that is not in the set", () => ({ ...gate(), key: "Z9" }), "unknown_criterion"],
    [
      "an option of another case",
      () => ({ ...gate(), optionId: crypto.randomUUID() }),
      "unknown_option",
    ],
  ])("refuses %s", async (_, cell, code) => {
    await expect(flagCell(await lead(), address, cell())).rejects.toMatchObject({ code });
    await expect(tableCell(await lead(), address, cell())).rejects.toMatchObject({ code });
    expect(await db.read.select().from(flaggedCells)).toEqual([]);
  });

  test("is the facilitator's alone, and only during the discussion", async () => {
    const deputy = await accessOf(world.ids.deputy, "session.lead");
    const refused = { code: "not_leading" };
    await expect(flagCell(deputy, address, gate())).rejects.toMatchObject(refused);
    await expect(tableCell(deputy, address, gate())).rejects.toMatchObject(refused);
    await expect(openSecondRound(deputy, address)).rejects.toMatchObject(refused);
    const wrong = { code: "phase_not_allowed" };
    await concludeItem(await lead(), address);
    await expect(flagCell(await lead(), address, gate())).rejects.toMatchObject(wrong);
    await expect(untableCell(await lead(), address)).rejects.toMatchObject(wrong);
    await openCopy(blind);
    await expect(flagCell(await lead(), address, gate())).rejects.toMatchObject(wrong);
  });
});

describe("the table", () => {
  test("holds one cell, for everyone to see, until another one or none", async () => {
    const [first] = (await results("lead")).discussion;
    const cell = { key: first?.criterion ?? "", optionId: first?.optionId ?? "" };
    await tableCell(await lead(), address, cell);
    await tableCell(await lead(), address, gate());
    const tabled = (await results("auditor")).discussion.filter((own) => own.tabled);
    expect(tabled).toMatchObject([{ criterion: "M-G1", kind: "gate" }]);
    await untableCell(await lead(), address);
    expect((await results("auditor")).discussion.some((own) => own.tabled)).toBe(false);
    await expect(untableCell(await lead(), address)).rejects.toMatchObject({
      code: "already_done",
    });
  });
});

describe("a minority view", () => {
  const view = { text: "Dit is te weinig", optionId: null };

  test("is one per person, changed by writing again, and gone when withdrawn", async () => {
    const optionId = world.optionIds[2] ?? "";
    await recordMinorityView(await scoring("legal1"), address, view);
    await recordMinorityView(await scoring("legal1"), address, { text: "Liever dit", optionId });
    expect((await results("observer")).minorityViews).toMatchObject([
      { text: "Liever dit", optionId, own: false, who: { name: "legal1" } },
    ]);
    expect((await results("legal1")).minorityViews).toMatchObject([{ own: true }]);
    expect(JSON.stringify((await results("decider")).minorityViews)).not.toContain("legal1");
    await withdrawMinorityView(await scoring("legal1"), address);
    expect(await db.read.select().from(minorityViews)).toEqual([]);
    await expect(withdrawMinorityView(await scoring("legal1"), address)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("goes into the form of the decision, after the option that is preferred", async () => {
    await recordMinorityView(await scoring("legal1"), address, view);
    const optionId = world.optionIds[2] ?? "";
    await recordMinorityView(await scoring("societal2"), address, { text: "Ruimer", optionId });
    const decider = await accessOf(world.ids.decider, "decision.prepare");
    const form = await getDecisionForm(decider, world.caseId);
    expect(form.work?.values.minorityView).toBe("Dit is te weinig\n\nOplossing 2: Ruimer");
  });

  test("may come from who joined late, not from outside the panel", async () => {
    await seatLate(world, "late", "societal");
    await recordMinorityView(await scoring("late"), address, view);
    expect((await results("lead")).minorityViews).toMatchObject([
      { who: { name: "late", seat: 3 } },
    ]);
    await expect(
      recordMinorityView(await scoring("submitter"), address, view),
    ).rejects.toMatchObject({ init: { status: 403 } });
    await declareInterest(world, "legal1");
    await expect(recordMinorityView(await scoring("legal1"), address, view)).rejects.toMatchObject({
      init: { status: 403 },
    });
  });

  test("is not taken before the reveal, in a blind round or after the discussion", async () => {
    const refused = { code: "phase_not_allowed" };
    const write = async () => recordMinorityView(await scoring("legal1"), address, view);
    await concludeItem(await lead(), address);
    await expect(write()).rejects.toMatchObject(refused);
    await openCopy(revealed);
    await openSecondRound(await lead(), address);
    await expect(write()).rejects.toMatchObject(refused);
    await openCopy(blind);
    await expect(write()).rejects.toMatchObject(refused);
  });

  test("leaves no text in the log", async () => {
    await recordMinorityView(await scoring("legal1"), address, view);
    const events = await db.read.select().from(auditEvents);
    expect(events.map(({ kind }) => kind)).toContain("minority.recorded");
    expect(JSON.stringify(events)).not.toContain(view.text);
  });
});
