import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { agendaItems, auditEvents, caseFiles, db, sessions, statusChanges, weighings } from "#db";
import { weighing } from "../../app/domain/weighing.ts";
import { perspectiefcirkelNl } from "../../app/domain/question-sets/perspectiefcirkel-nl.ts";
import { addArgument } from "../../app/server/arguments.server.ts";
import { getItemPage } from "../../app/server/agenda-items-page.server.ts";
import { concludeItem } from "../../app/server/agenda-items-moves.server.ts";
import { getCase } from "../../app/server/case-access.server.ts";
import { getDeliberation } from "../../app/server/deliberation.server.ts";
import { revealItem } from "../../app/server/reveal.server.ts";
import {
  carryReason,
  tagArgument,
  tickDiscussed,
} from "../../app/server/results-discussion.server.ts";
import { getResults } from "../../app/server/results.server.ts";
import { getSessionPage } from "../../app/server/sessions.server.ts";
import type { Choice } from "../../app/schemas/rating-choices.ts";
import { saveStep, setReady, undoReady } from "../../app/server/scoring.server.ts";
import { getWeighing, weighAgain } from "../../app/server/weighings.server.ts";
import { contentAfter, contentNow, openCopy, type Content } from "../support/database.ts";
import {
  accessOf,
  declareInterest,
  makeWorld,
  openedSession,
  seats,
  type Name,
  type World,
} from "../support/session-world.ts";

let world: World;
let address: { sessionId: string; caseId: string };

let opened: Content;
let scored: Content;

beforeAll(async () => {
  scored = await contentAfter(async () => {
    world = await makeWorld();
    address = await openedSession(world);
    opened = await contentNow();
    await giveAllScores();
  });
});

beforeEach(async () => {
  await openCopy(opened);
});

/** The same session with every assessor ready. */
async function scoreEverything(): Promise<void> {
  await openCopy(scored);
}

async function lead() {
  return accessOf(world.ids.lead, "session.lead");
}

/** One value per option at every criterion of the perspective, every gate a yes. */
async function scoreAll(name: Name, values: (1 | 2 | 3 | 4 | 5)[]): Promise<void> {
  const perspective = perspectiefcirkelNl.perspectives.find(
    ({ key }) => key === seats.find(([sits]) => sits === name)?.[1],
  );
  const access = await accessOf(world.ids[name], "session.score");
  const keep = async (key: string, choiceOf: (place: number) => Choice) => {
    const cells = world.optionIds.map((optionId, place) => {
      const choice = choiceOf(place);
      const reason = choice === "1" || choice === "2" ? `${name} vindt ${key} zwak` : "";
      return { optionId, choice, reason };
    });
    await saveStep(access, address, { intent: "next", key, cells });
  };
  for (const { key } of perspective?.criteria ?? []) {
    await keep(key, (place) => String(values[place] ?? 3) as Choice);
  }
  for (const { key } of perspective?.gates ?? []) await keep(key, () => "yes");
  await setReady(access, address, true);
}

async function giveAllScores(): Promise<void> {
  for (const [name] of seats) await scoreAll(name, name === "legal1" ? [2, 4, 4] : [2, 4, 3]);
}

async function results(name: Name) {
  return getResults(await accessOf(world.ids[name], "session.read"), address);
}

describe("the reveal", () => {
  test("names who is missing and asks a reason, which is kept", async () => {
    await expect(revealItem(await lead(), address, " ")).rejects.toMatchObject({
      code: "reveal_reason_required",
      details: { field: "reason" },
    });
    await revealItem(await lead(), address, "de huisuitzetting is morgen");
    const [item] = await db.read.select().from(agendaItems);
    expect(item).toMatchObject({
      phase: "revealed",
      revealReason: "de huisuitzetting is morgen",
      revealedBy: world.ids.lead,
    });
    expect(item?.missing.map(({ personId }) => personId).sort()).toEqual(
      seats.map(([name]) => world.ids[name]).sort(),
    );
  });

  test("happens once, also when two click at the same moment", async () => {
    await scoreEverything();
    const access = await lead();
    const outcomes = await Promise.allSettled([
      revealItem(access, address, ""),
      revealItem(access, address, ""),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.read.select().from(weighings)).toHaveLength(1);
    const revealed = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.kind, "item.revealed"));
    expect(revealed).toHaveLength(1);
  });

  test("is the facilitator's alone", async () => {
    const deputy = await accessOf(world.ids.deputy, "session.lead");
    await expect(revealItem(deputy, address, "nu")).rejects.toMatchObject({ code: "not_leading" });
  });

  test("brings the case to its deliberation and makes the first weighing", async () => {
    await scoreEverything();
    await revealItem(await lead(), address, "");
    const [caseFile] = await db.read.select().from(caseFiles);
    expect(caseFile?.status).toBe("deliberation");
    const [made] = await db.read.select().from(weighings);
    expect(made).toMatchObject({ number: 1, round: 1, reason: "" });
    expect(made?.snapshot.result).toEqual(
      weighing(
        made?.snapshot.input ?? { perspectives: [], options: [], ratings: [], gateAnswers: [] },
      ),
    );
    expect(made?.snapshot.result.options.map(({ passes }) => passes)).toEqual([false, true, true]);
    expect(made?.snapshot.result.proposed).toEqual([world.optionIds[1]]);
  });

  test("leaves out somebody who declared an interest after scoring", async () => {
    await scoreEverything();
    await declareInterest(world, "legal1");
    await revealItem(await lead(), address, "");
    const [made] = await db.read.select().from(weighings);
    expect(made?.snapshot.people).toHaveLength(5);
    expect(JSON.stringify(made?.snapshot)).not.toContain(world.ids.legal1);
  });
});

describe("results", () => {
  test("are refused before the reveal, to the facilitator as well", async () => {
    await scoreEverything();
    for (const name of ["lead", "legal1", "auditor", "decider"] as const) {
      await expect(results(name)).rejects.toMatchObject({
        data: { code: "not_revealed" },
        init: { status: 409 },
      });
    }
  });

  test("give names inside the session and seats outside it", async () => {
    await scoreEverything();
    await revealItem(await lead(), address, "");
    const inside = JSON.stringify(await results("observer"));
    expect(inside).toContain("legal1");
    for (const name of ["decider", "auditor", "submitter"] as const) {
      const access = await accessOf(world.ids[name], "session.read");
      const outside = JSON.stringify([
        (await results(name)).view,
        (await getItemPage(access, address)).members,
        (await getSessionPage(access, address.sessionId)).agenda,
      ]);
      for (const [member] of seats) {
        expect(outside).not.toContain(`"${member}"`);
        expect(outside).not.toContain(world.ids[member]);
      }
    }
  });

  test("list what people see differently, and the facilitator ticks it with a note", async () => {
    await scoreAll("legal1", [2, 4, 1]);
    for (const [name] of seats.slice(1)) await scoreAll(name, [2, 4, 4]);
    await revealItem(await lead(), address, "");
    const page = await results("lead");
    const flagged = page.discussion.filter((cell) => cell.flagged);
    expect(flagged).toHaveLength(7);
    expect(flagged[0]).toMatchObject({ word: "tegengesteld", discussed: null });
    const cell = { criterion: "J1", optionId: world.optionIds[2] ?? "", note: "andere lezing" };
    await tickDiscussed(await lead(), address, { ...cell, discussed: true });
    const caseFile = await getCase(await accessOf(world.ids.decider, "case.read"), world.caseId);
    const deliberation = await getDeliberation(caseFile);
    expect(deliberation?.undiscussedCells).toHaveLength(6);
    expect(deliberation?.undiscussedCells).not.toContain(`J1:${world.optionIds[2]}`);
    const legal1 = await accessOf(world.ids.deputy, "session.lead");
    await expect(
      tickDiscussed(legal1, address, { ...cell, discussed: false }),
    ).rejects.toMatchObject({ code: "not_leading" });
  });

  test("hand what the group marked as carrying to whoever decides", async () => {
    const optionId = world.optionIds[1] ?? "";
    await scoreEverything();
    const legal1 = await accessOf(world.ids.legal1, "session.score");
    await undoReady(legal1, address);
    await addArgument(legal1, address, { optionId, side: "for", text: "de wet wil dit" });
    await setReady(legal1, address, true);
    await revealItem(await lead(), address, "");
    const page = await results("lead");
    await tagArgument(await lead(), address, {
      argumentId: page.arguments[0]?.id ?? "",
      carrying: true,
    });
    const reason = page.reasons[`F1:${world.optionIds[0]}`]?.[0];
    await carryReason(await lead(), address, reason?.ratingId ?? "");
    await carryReason(await lead(), address, reason?.ratingId ?? "");
    const caseFile = await getCase(await accessOf(world.ids.decider, "case.read"), world.caseId);
    expect((await getDeliberation(caseFile))?.carryingArguments).toEqual([
      { perspective: "legal", optionId, side: "for", text: "de wet wil dit" },
      {
        perspective: "financial",
        optionId: world.optionIds[0],
        side: "against",
        text: expect.stringContaining("vindt F1 zwak") as string,
      },
    ]);
  });
});

describe("weighing again", () => {
  const weights = [
    { perspective: "legal", weight: 0.6, passMark: 3 },
    { perspective: "financial", weight: 0.2, passMark: 3 },
    { perspective: "societal", weight: 0.2, passMark: 4 },
  ];

  test("makes a second weighing with its reason and leaves the first as it was", async () => {
    await scoreEverything();
    await revealItem(await lead(), address, "");
    const [before] = await db.read.select().from(weighings);
    const id = await weighAgain(await lead(), address, { weights, reason: "recht weegt zwaarder" });
    const rows = await db.read.select().from(weighings).orderBy(weighings.number);
    expect(rows[0]).toEqual(before);
    expect(rows[1]).toMatchObject({ id, number: 2, reason: "recht weegt zwaarder" });
    expect(rows[1]?.snapshot.input.perspectives[0]?.weight).toBe(0.6);
    expect(rows[1]?.snapshot.input.ratings).toEqual(before?.snapshot.input.ratings);
    const page = await getWeighing(
      await accessOf(world.ids.auditor, "case.read"),
      world.caseId,
      before?.id ?? "",
    );
    expect(page).toMatchObject({ number: 1, latest: false });
  });

  test("is refused before the reveal and with weights that are not one whole", async () => {
    await expect(weighAgain(await lead(), address, { weights, reason: "x" })).rejects.toMatchObject(
      { code: "phase_not_allowed" },
    );
    await scoreEverything();
    await revealItem(await lead(), address, "");
    const heavy = weights.map((own) => ({ ...own, weight: 0.5 }));
    await expect(
      weighAgain(await lead(), address, { weights: heavy, reason: "x" }),
    ).rejects.toMatchObject({ code: "weights" });
    expect(await db.read.select().from(weighings)).toHaveLength(1);
  });

  test("of another organisation is not there", async () => {
    await scoreEverything();
    await revealItem(await lead(), address, "");
    const [made] = await db.read.select().from(weighings);
    const stranger = await accessOf(world.ids.stranger, "case.read");
    await expect(getWeighing(stranger, world.caseId, made?.id ?? "")).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});

test("concluding brings the case to its decision and closes the session, once", async () => {
  const access = await lead();
  await expect(concludeItem(access, address)).rejects.toMatchObject({ code: "phase_not_allowed" });
  await scoreEverything();
  await revealItem(access, address, "");
  await concludeItem(access, address);
  await expect(concludeItem(access, address)).rejects.toMatchObject({ code: "phase_not_allowed" });
  expect(await db.read.select({ status: sessions.status }).from(sessions)).toEqual([
    { status: "closed" },
  ]);
  const moves = await db.read.select().from(statusChanges).orderBy(statusChanges.id);
  expect(moves.map(({ toStatus }) => toStatus)).toEqual(["scoring", "deliberation", "decision"]);
});
