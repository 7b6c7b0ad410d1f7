import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEvents, db } from "#db";
import { practiceOptions } from "#app/domain/practice/practice-case.ts";
import { practicePerspectives, type PracticePage } from "#app/domain/practice/practice-pages.ts";
import { practicePanels } from "#app/domain/practice/practice-panel.ts";
import { practiceSteps } from "#app/domain/practice/practice-questions.ts";
import * as outcome from "#app/server/practice-outcome.server.ts";
import * as pages from "#app/server/practice-pages.server.ts";
import { handlePracticeScoring, keepPracticeRating } from "#app/server/practice-scoring.server.ts";
import { findPlace, findRun, moveOn, startRun } from "#app/server/practice.server.ts";
import { freshDatabase } from "../support/database.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { newWorld, type Someone } from "./case-world.ts";

let world: Awaited<ReturnType<typeof newWorld>>;
let me: Someone;

beforeEach(async () => {
  await freshDatabase();
  world = await newWorld();
  me = await world.person("assessor");
});

const legal = { perspective: "legal" as const, again: false };

function cells(choice: "2" | "3" | "4" | "yes", reason = "") {
  return practiceOptions.map(({ id }) => ({ optionId: id, choice, reason }));
}

async function answerAll(access: Someone): Promise<void> {
  for (const { key, kind } of practiceSteps("legal")) {
    const given = cells(kind === "gate" ? "yes" : "4");
    await handlePracticeScoring(access, { intent: "next", key, cells: given });
  }
}

/** Goes through the session up to a page, staying with the own judgement. */
async function walkTo(access: Someone, page: PracticePage): Promise<void> {
  const acts: (() => Promise<unknown>)[] = [
    () => startRun(access, legal),
    () => moveOn(access, "case"),
    async () => {
      await answerAll(access);
      await handlePracticeScoring(access, { intent: "reveal" });
    },
    () => moveOn(access, "reveal"),
    () => moveOn(access, "discuss"),
    () => outcome.handlePracticeSecond(access, { intent: "stay" }),
    () => moveOn(access, "weigh"),
    () => outcome.handlePracticeDecision(access, { option: "2", reason: "Zo is het eerlijk." }),
  ];
  for (const act of acts) {
    await act();
    if ((await findRun(access))?.page === page) return;
  }
}

function asked(access: Someone) {
  return { access, language: "nl" as const };
}

async function kinds(): Promise<string[]> {
  const rows = await db.read
    .select({ kind: auditEvents.kind })
    .from(auditEvents)
    .where(eq(auditEvents.subjectType, "practice"))
    .orderBy(asc(auditEvents.sequence));
  return rows.map(({ kind }) => kind);
}

describe("a practice session", () => {
  it("goes from the welcome to the end, with an event for every step", async () => {
    await walkTo(me, "finished");
    expect(await findPlace(me)).toBe("/oefenen/klaar");
    const page = await outcome.getPracticeFinish(asked(me));
    expect(page.reason).toBe("Zo is het eerlijk.");
    expect(page.chosen.position).toBe(2);
    const events = await kinds();
    expect([events[0], events.at(-1)]).toEqual(["practice.started", "practice.finished"]);
    expect(events.slice(1, -1).every((kind) => kind === "practice.saved")).toBe(true);
  });

  it("touches nothing but the own run and the log", async () => {
    const before = await fingerprint();
    await walkTo(me, "finished");
    const after = await fingerprint();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed.sort()).toEqual(["audit_events", "practice_runs"]);
  });

  it("is gone on with where it was left", async () => {
    await walkTo(me, "discuss");
    expect(await findPlace(me)).toBe("/oefenen/bespreken");
    expect(await startRun(me, { perspective: "societal", again: false })).toBe(
      "/oefenen/bespreken",
    );
    expect((await findRun(me))?.perspective).toBe("legal");
  });

  it("begins anew only when that is asked, without the old answers", async () => {
    await walkTo(me, "finished");
    await startRun(me, { perspective: "societal", again: true });
    expect(await findRun(me)).toMatchObject({ perspective: "societal", page: "case", answers: {} });
  });

  it("is nobody else's", async () => {
    const other = await world.person("assessor", "coordinator", "auditor");
    await walkTo(me, "finished");
    expect(await findRun(other)).toBeNull();
    await expect(outcome.getPracticeFinish(asked(other))).rejects.toMatchObject({ status: 303 });
    await walkTo(other, "case");
    expect((await findRun(me))?.page).toBe("finished");
  });

  it("leads who skips ahead to the step where they are", async () => {
    await walkTo(me, "score");
    const refused = await outcome.getPracticeReveal(asked(me)).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(Response);
    expect((refused as Response).headers.get("Location")).toBe("/oefenen/beoordelen");
  });
});

describe("blind scoring in the practice session", () => {
  it.each(practicePerspectives)(
    "holds no word of the other assessors (%s)",
    async (perspective) => {
      await startRun(me, { perspective, again: false });
      const shown: unknown[] = [
        await pages.getPracticeStart(me),
        await pages.getPracticeCase(asked(me)),
      ];
      await moveOn(me, "case");
      for (const step of [...practiceSteps(perspective).map(({ key }) => key), "controle"]) {
        shown.push(await pages.getPracticeScoring(asked(me), step));
      }
      const text = JSON.stringify(shown);
      for (const { assessors } of Object.values(practicePanels)) {
        for (const { name, criteria } of assessors) {
          expect(text).not.toContain(name);
          for (const { why } of Object.values(criteria).flat()) {
            if (why) expect(text).not.toContain(why.nl);
          }
        }
      }
    },
  );

  it("asks a reason at 1 and 2 before going on, not before going back", async () => {
    await walkTo(me, "score");
    await expect(
      handlePracticeScoring(me, { intent: "next", key: "J1", cells: cells("2") }),
    ).rejects.toMatchObject({
      code: "rating_reason_required",
      details: { field: "cells.0.reason" },
    });
    const back = await handlePracticeScoring(me, {
      intent: "previous",
      key: "J1",
      cells: cells("2"),
    });
    expect(back).toBe("/oefenen/beoordelen?stap=J-G1");
  });

  it("reveals only when everything is answered, with its reasons", async () => {
    await walkTo(me, "score");
    const reveal = () => handlePracticeScoring(me, { intent: "reveal" });
    await expect(reveal()).rejects.toMatchObject({ code: "practice_unanswered" });
    await answerAll(me);
    const [first] = practiceOptions;
    const cell = { key: "J1", optionId: first?.id ?? "", choice: "1" as const, reason: "" };
    expect(await keepPracticeRating(me, cell)).toMatchObject({ reasonMissing: true });
    await expect(reveal()).rejects.toMatchObject({ code: "reasons_missing" });
    await keepPracticeRating(me, { ...cell, reason: "Dit past niet." });
    expect(await reveal()).toBe("/oefenen/onthullen");
  });

  it("refuses questions and options that are not of this perspective", async () => {
    await walkTo(me, "score");
    const given = { intent: "next" as const, cells: cells("4") };
    for (const key of ["F1", "nope", "__proto__"]) {
      await expect(handlePracticeScoring(me, { ...given, key })).rejects.toMatchObject({
        code: "unknown_criterion",
      });
    }
    const gate = { intent: "next" as const, key: "J-G1", cells: cells("4") };
    await expect(handlePracticeScoring(me, gate)).rejects.toMatchObject({
      code: "unknown_criterion",
    });
  });

  it("ends at the reveal: another rating is refused, the same one does no harm", async () => {
    await walkTo(me, "reveal");
    const cell = { key: "J1", optionId: practiceOptions[0]?.id ?? "", reason: "" };
    await keepPracticeRating(me, { ...cell, choice: "4" });
    await expect(keepPracticeRating(me, { ...cell, choice: "5" })).rejects.toMatchObject({
      code: "practice_moved_on",
    });
  });
});

describe("two tabs", () => {
  it("that send the same step do what one does", async () => {
    await walkTo(me, "case");
    await Promise.all([moveOn(me, "case"), moveOn(me, "case")]);
    await moveOn(me, "case");
    expect((await findRun(me))?.page).toBe("score");
    expect(await kinds()).toEqual(["practice.started", "practice.saved"]);
  });

  it("that answer differently keep the first answer, and say so", async () => {
    await walkTo(me, "second_round");
    await outcome.handlePracticeSecond(me, { intent: "stay" });
    await expect(
      outcome.handlePracticeSecond(me, { intent: "change", choice: "2", reason: "Toch anders" }),
    ).rejects.toMatchObject({ code: "practice_moved_on" });
    const page = await outcome.getPracticeSecondRound(asked(me));
    expect(page.second).toEqual({ choice: "stay", reason: "" });
  });

  it("that save other cells at once keep them all", async () => {
    await walkTo(me, "score");
    await Promise.all(
      practiceOptions.map(({ id }) =>
        keepPracticeRating(me, { key: "J1", optionId: id, choice: "4", reason: "" }),
      ),
    );
    const page = await pages.getPracticeScoring(asked(me), "J1");
    expect(page.step?.cells.map(({ choice }) => choice)).toEqual(["4", "4", "4"]);
  });
});

describe("after the reveal", () => {
  it("shows the cell on the table with the reasons at both ends and the own one", async () => {
    await walkTo(me, "discuss");
    const { cell, others } = await outcome.getPracticeDiscussion(asked(me));
    expect(cell.word).toBe("tegengesteld");
    expect(cell.values.map(({ value }) => value)).toEqual([2, 4, 4]);
    expect(cell.reasons.map(({ who }) => who.name)).toEqual(["Noor Albers", "Hamid Aksoy"]);
    expect(others).toBe(2);
  });

  it("takes a change in round 2 only when it changes something", async () => {
    await walkTo(me, "second_round");
    const change = { intent: "change" as const, reason: "Noor heeft gelijk." };
    await expect(
      outcome.handlePracticeSecond(me, { ...change, choice: "4" }),
    ).rejects.toMatchObject({ code: "practice_same_judgement", details: { field: "choice" } });
    await outcome.handlePracticeSecond(me, { ...change, choice: "3" });
    const { moves, view, robustness } = await outcome.getPracticeWeighing(asked(me));
    expect(moves.map(({ before, after }) => `${before} ${after}`)).toEqual(["2 3", "4 4", "4 3"]);
    expect(view.options.map(({ passes }) => passes)).toEqual([false, true, true]);
    const shares = robustness.options.map(({ ranks }) => ranks[0] ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("says how the own choice stands to the weighing", async () => {
    await walkTo(me, "decide");
    await outcome.handlePracticeDecision(me, { option: "0", reason: "" });
    expect(await outcome.getPracticeFinish(asked(me))).toMatchObject({
      verdict: "fails",
      reason: "",
    });
  });
});
