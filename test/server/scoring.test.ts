import { beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { agendaItems, auditEvents, caseArguments, caseFiles, db, gateRatings, ratings } from "#db";
import { addArgument, withdrawArgument } from "../../app/server/arguments.server.ts";
import { itemsOf } from "../support/session-items.ts";
import { listProgress } from "../../app/server/panels-progress.server.ts";
import { recordRating } from "../../app/server/ratings.server.ts";
import { revealItem } from "../../app/server/reveal.server.ts";
import { getScoringSheet } from "../../app/server/scoring-sheet.server.ts";
import { saveStep, setReady, undoReady } from "../../app/server/scoring.server.ts";
import type { RatingInput } from "../../app/schemas/rating.ts";
import { freshDatabase } from "../support/database.ts";
import {
  accessOf,
  declareInterest,
  makeWorld,
  openedSession,
  planSession,
  seat,
  seats,
  type Name,
  type World,
} from "../support/session-world.ts";

let world: World;
let address: { sessionId: string; caseId: string };

beforeEach(async () => {
  await freshDatabase();
  world = await makeWorld();
  address = await openedSession(world);
});

function cell(key: string, choice: RatingInput["choice"], reason = ""): RatingInput {
  return { key, optionId: world.optionIds[0] ?? "", choice, reason };
}

async function rate(name: Name, input: RatingInput) {
  return recordRating(await accessOf(world.ids[name], "session.score"), address, input);
}

describe("one cell", () => {
  test("is one row however often it is sent, and the last answer stands", async () => {
    await rate("legal1", cell("J1", "4"));
    await rate("legal1", cell("J1", "4"));
    await Promise.all([rate("legal1", cell("J1", "3")), rate("legal1", cell("J1", "3"))]);
    await rate("legal1", cell("J1", "2", "past niet"));
    const rows = await db.read.select().from(ratings);
    expect(rows).toMatchObject([{ value: 2, reason: "past niet", kind: "score", round: 1 }]);
  });

  test("the same answer again is no change in the log", async () => {
    await rate("legal1", cell("J1", "4"));
    await rate("legal1", cell("J1", "4"));
    const events = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.kind, "rating.recorded"));
    expect(events).toHaveLength(1);
    expect(Object.keys(events[0]?.details ?? {}).sort()).toEqual([
      "agendaItemId",
      "key",
      "optionId",
    ]);
    expect(JSON.stringify(events)).not.toContain('"value"');
  });

  test("says when a reason is still missing", async () => {
    expect(await rate("legal1", cell("J1", "2"))).toMatchObject({ reasonMissing: true });
    expect(await rate("legal1", cell("J1", "2", "omdat"))).toMatchObject({ reasonMissing: false });
    expect(await rate("legal1", cell("J-G1", "unsure"))).toMatchObject({ reasonMissing: true });
    expect(await rate("legal1", cell("J-G1", "yes"))).toMatchObject({ reasonMissing: false });
    expect(await rate("legal1", cell("J3", "not_applicable"))).toMatchObject({
      reasonMissing: true,
    });
  });

  test.each([
    ["a question of another perspective", "F1", "4", "wrong_perspective"],
    ["a question that is not in the set", "Z9", "4", "unknown_criterion"],
    ["a gate answer to a question", "J1", "yes", "rating_value"],
    ["a score at a gate", "J-G1", "4", "rating_value"],
    ["n.v.t. where it cannot be", "J1", "not_applicable", "rating_not_applicable"],
  ] as const)("refuses %s", async (_, key, choice, code) => {
    await expect(rate("legal1", cell(key, choice))).rejects.toMatchObject({ code });
    expect(await db.read.select().from(ratings)).toEqual([]);
    expect(await db.read.select().from(gateRatings)).toEqual([]);
  });

  test("refuses an option of another case", async () => {
    const strange = { ...cell("J1", "4"), optionId: crypto.randomUUID() };
    await expect(rate("legal1", strange)).rejects.toMatchObject({ code: "unknown_option" });
  });

  test("changes neither the moment nor the version of the case or the item", async () => {
    const before = await itemsOf(address);
    await rate("legal1", cell("J1", "1", "nee"));
    expect(await itemsOf(address)).toEqual(before);
  });
});

describe("who may score", () => {
  test("not somebody outside the panel, nor the submitter, nor somebody of another organisation", async () => {
    await expect(rate("late", cell("J1", "4"))).rejects.toMatchObject({ init: { status: 404 } });
    await expect(rate("submitter", cell("J1", "4"))).rejects.toMatchObject({
      data: { code: "not_a_member" },
      init: { status: 403 },
    });
    const stranger = await accessOf(world.ids.stranger, "session.score");
    await expect(recordRating(stranger, address, cell("J1", "4"))).rejects.toMatchObject({
      init: { status: 404 },
    });
  });

  test("not somebody who declares an interest while scoring", async () => {
    await rate("legal1", cell("J1", "4"));
    await declareInterest(world, "legal1");
    await expect(rate("legal1", cell("J1", "5"))).rejects.toMatchObject({
      data: { code: "conflict_of_interest" },
    });
  });

  test("not before the scoring is open", async () => {
    await freshDatabase();
    world = await makeWorld();
    const sessionId = await planSession(world);
    await seat(world, sessionId, seats);
    address = { sessionId, caseId: world.caseId };
    await expect(rate("legal1", cell("J1", "4"))).rejects.toMatchObject({
      code: "phase_not_allowed",
    });
  });

  test("not after the reveal", async () => {
    await revealItem(await accessOf(world.ids.lead, "session.lead"), address, "spoed");
    await expect(rate("legal1", cell("J1", "4"))).rejects.toMatchObject({ code: "rating_closed" });
    const legal1 = await accessOf(world.ids.legal1, "session.score");
    await expect(setReady(legal1, address, true)).rejects.toMatchObject({ code: "rating_closed" });
    await expect(undoReady(legal1, address)).rejects.toMatchObject({ code: "rating_closed" });
  });
});

describe("a page of answers", () => {
  const step = (choices: RatingInput["choice"][], reason = "") => ({
    intent: "next" as const,
    key: "J1",
    cells: choices.map((choice, place) => ({
      optionId: world.optionIds[place] ?? "",
      choice,
      reason,
    })),
  });

  test("is kept as a whole and leads to the next question", async () => {
    const access = await accessOf(world.ids.legal1, "session.score");
    expect(await saveStep(access, address, step(["4", "no_judgement"]))).toBe("J2");
    expect(await saveStep(access, address, { ...step(["4"]), intent: "previous" })).toBe("J-G3");
    expect(await saveStep(access, address, { ...step([]), key: "J7", cells: [] })).toBe("controle");
    expect(await db.read.select().from(ratings)).toHaveLength(2);
  });

  test("does not go on without the reasons it needs, and then keeps nothing", async () => {
    const access = await accessOf(world.ids.legal1, "session.score");
    await expect(saveStep(access, address, step(["4", "1"]))).rejects.toMatchObject({
      code: "rating_reason_required",
      details: { field: "cells.1.reason" },
    });
    expect(await db.read.select().from(ratings)).toEqual([]);
  });
});

describe("ready", () => {
  test("is refused while a reason is missing, and asks to confirm open cells", async () => {
    const access = await accessOf(world.ids.legal1, "session.score");
    await rate("legal1", cell("J1", "1"));
    await expect(setReady(access, address, true)).rejects.toMatchObject({
      code: "reasons_missing",
    });
    await rate("legal1", cell("J1", "1", "past niet"));
    await expect(setReady(access, address, false)).rejects.toMatchObject({
      code: "confirm_unanswered",
    });
    await setReady(access, address, true);
    await expect(rate("legal1", cell("J1", "5"))).rejects.toMatchObject({ code: "is_ready" });
    await expect(rate("legal1", cell("J1", "1", "past niet"))).rejects.toMatchObject({
      code: "is_ready",
    });
    await undoReady(access, address);
    await rate("legal1", cell("J1", "5"));
  });

  test("is one of three words per person, whatever was given", async () => {
    const [item] = await db.read.select().from(agendaItems);
    const words = async () =>
      Object.fromEntries(
        ((await listProgress([item?.id ?? ""])).get(item?.id ?? "") ?? []).map(
          (member): [string, string] => [member.name ?? "", member.status],
        ),
      );
    await rate("legal1", cell("J-G1", "yes"));
    await rate("financial1", cell("F1", "3"));
    await setReady(await accessOf(world.ids.financial1, "session.score"), address, true);
    expect(await words()).toMatchObject({
      legal1: "busy",
      legal2: "notStarted",
      financial1: "ready",
    });
  });
});

describe("the sheet of an assessor", () => {
  test("holds the own perspective and the own answers, nobody else's", async () => {
    await rate("legal1", cell("J1", "2", "geheim van een"));
    await rate("financial1", cell("F1", "2", "geheim van de ander"));
    const access = await accessOf(world.ids.legal2, "session.score");
    const text = JSON.stringify(await getScoringSheet(access, address, "J1"));
    expect(text).not.toContain("geheim");
    expect(text).not.toContain('"F1"');
    expect(text).not.toContain("M-G1");
    const own = await getScoringSheet(
      await accessOf(world.ids.legal1, "session.score"),
      address,
      "J1",
    );
    expect(own.step?.cells[0]).toMatchObject({ choice: "2", reason: "geheim van een" });
  });

  test("opens at the first question that is not done", async () => {
    for (const optionId of world.optionIds) {
      await rate("societal1", { key: "M-G1", optionId, choice: "yes", reason: "" });
    }
    const access = await accessOf(world.ids.societal1, "session.score");
    const sheet = await getScoringSheet(access, address, null);
    expect(sheet.step?.key).toBe("M1");
    expect(sheet.steps[0]?.state).toBe("done");
  });
});

describe("free arguments", () => {
  test("are the own ones until the reveal, and can be taken back", async () => {
    const access = await accessOf(world.ids.legal1, "session.score");
    const optionId = world.optionIds[1] ?? "";
    await addArgument(access, address, { optionId, side: "for", text: "eerlijk" }, "key");
    await addArgument(access, address, { optionId, side: "for", text: "eerlijk" }, "key");
    const [argument] = await db.read.select().from(caseArguments);
    const other = await accessOf(world.ids.legal2, "session.score");
    expect((await getScoringSheet(other, address, null)).arguments).toEqual([]);
    await expect(withdrawArgument(other, address, argument?.id ?? "")).rejects.toMatchObject({
      code: "not_found",
    });
    await withdrawArgument(access, address, argument?.id ?? "");
    expect(await db.read.select().from(caseArguments)).toEqual([]);
  });
});

test("opening the scoring brings the case to its scoring", async () => {
  const [caseFile] = await db.read.select().from(caseFiles);
  expect(caseFile?.status).toBe("scoring");
});
