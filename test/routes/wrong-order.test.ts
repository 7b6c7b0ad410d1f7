import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, options, sessions } from "#db";
import errors from "../../app/i18n/nl/errors.ts";
import { openWorld, personNamed, type World } from "../support/agenda-world.ts";
import { refused } from "../support/refusals.ts";
import { formOn } from "../support/posting.ts";

let world: World;
const item = (phase: string) => world.item(phase);

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.running.stop());

describe("a session taken in the wrong order", () => {
  it("does not open scoring without people on every panel", async () => {
    const { leader: by, path } = item("prepare");
    const fields = { intent: "open_scoring" };
    await refused({ by, path, fields, status: 422, says: errors.domain.panel_empty });
  });

  it.each(["prepare", "revealed", "concluded"])(
    "does not reveal a case that is %s",
    async (phase) => {
      const { leader: by, path } = item(phase);
      await refused({ by, path: `${path}/onthullen`, fields: { reason: "Omdat" }, status: 409 });
    },
  );

  it.each(["scoring", "revealed", "concluded"])(
    "does not open scoring of a case that is %s",
    async (phase) => {
      const { leader: by, path } = item(phase);
      await refused({ by, path, fields: { intent: "open_scoring" }, status: 409 });
    },
  );

  it.each(["prepare", "scoring", "concluded"])(
    "does not conclude a case that is %s",
    async (phase) => {
      const { leader: by, path } = item(phase);
      await refused({ by, path, fields: { intent: "conclude" }, status: 409 });
      const outcome = `${path}/uitkomst`;
      await refused({ by, path: outcome, fields: { intent: "conclude" }, status: 409 });
    },
  );

  it.each(["prepare", "scoring"])(
    "does not discuss, mark or weigh a case that is %s",
    async (phase) => {
      const { leader: by, path, caseId } = item(phase);
      const [option] = await db.read.select().from(options).where(eq(options.caseId, caseId));
      const id = option?.id ?? "";
      const acts: Record<string, string>[] = [
        { intent: "discuss", criterion: "J1", optionId: id, discussed: "yes", note: "" },
        { intent: "carry", argumentId: id },
        { intent: "carry_reason", ratingId: id },
        { intent: "flag", key: "J1", optionId: id },
        { intent: "unflag", key: "J1", optionId: id },
        { intent: "table", key: "J1", optionId: id },
        { intent: "untable" },
        { intent: "second_round" },
        { intent: "weigh", reason: "Omdat", ...weights("1/3", "1/3", "1/3") },
      ];
      for (const fields of acts) {
        await refused({ by, path: `${path}/uitkomst`, fields, status: 409 });
      }
    },
  );

  it("does not ask a concluded case a second time", async () => {
    const { leader: by, path } = item("concluded");
    await refused({
      by,
      path: `${path}/uitkomst`,
      fields: { intent: "second_round" },
      status: 409,
    });
  });

  it.each(["scoring", "concluded"])(
    "takes no minority view on a case that is %s",
    async (phase) => {
      const { assessor: by, path } = item(phase);
      const fields = { intent: "record", text: "Ik zie het anders", optionId: "" };
      await refused({ by, path: `${path}/minderheidsstandpunt`, fields, status: 409 });
    },
  );

  it("takes no answer for another round than the one that is open", async () => {
    const { assessor: by, path, caseId, letter } = item("scoring");
    const [option] = await db.read.select().from(options).where(eq(options.caseId, caseId));
    const answer = { key: `${letter}1`, optionId: option?.id ?? "", choice: "4", reason: "" };
    const fields = { ...answer, round: "2" };
    await refused({ by, path: `${path}/oordeel`, fields, status: 409 });
    const reveal = { reason: "Een oude pagina", round: "2" };
    const { leader } = item("scoring");
    await refused({ by: leader, path: `${path}/onthullen`, fields: reveal, status: 409 });
  });

  it("does not reveal with people missing and no reason", async () => {
    const { leader: by, path } = item("scoring");
    const says = errors.domain.reveal_reason_required;
    await refused({ by, path: `${path}/onthullen`, fields: { reason: "  " }, status: 422, says });
  });

  it("is led by nobody but the facilitator", async () => {
    const { path } = item("scoring");
    const others = ["Yassin el Amrani", "Marieke Hoekstra"];
    const [session] = await db.read
      .select()
      .from(sessions)
      .where(eq(sessions.id, path.split("/")[2] ?? ""));
    for (const name of others) {
      if ((await personNamed(name)).id === session?.facilitatorId) continue;
      const by = world.cast.named(name);
      await refused({ by, path: `${path}/onthullen`, fields: { reason: "Ik wil" }, status: 403 });
    }
  });
});

function weights(...given: string[]): Record<string, string> {
  return weighed({ method: "typed", part: "weight" }, given);
}

function weighed(by: { method: string; part: string }, given: string[]): Record<string, string> {
  const keys = ["legal", "financial", "societal"];
  const fields = given.flatMap((answer, place) => [
    [`perspectives.${place}.key`, keys[place] ?? ""],
    [`perspectives.${place}.${by.part}`, answer],
    [`perspectives.${place}.passMark`, "3"],
  ]);
  return { ...(Object.fromEntries(fields) as Record<string, string>), method: by.method };
}

describe("weights", () => {
  it.each([
    ["0,5", "0,5", "0,5"],
    ["40", "40", "40"],
    ["1/3", "1/3", "0,3"],
    ["-1", "1", "1"],
    ["NaN", "1", "0"],
    ["Infinity", "0", "0"],
    ["1/0", "0", "1"],
    ["", "50", "50"],
    ["0", "0", "0"],
    ["1e2", "0", "0"],
  ])("of %s, %s and %s are refused before the scoring and after it", async (...given) => {
    const before = item("prepare");
    const path = `${before.path}/panels`;
    const fields = await formOn(before.leader, path, { intent: "weights" });
    const wrong = { ...fields, ...weights(...given) };
    await refused({ by: before.leader, path, fields: wrong, status: 422 });
    const { leader: by, path: later } = item("revealed");
    const again = { intent: "weigh", reason: "Anders kijken", ...weights(...given) };
    await refused({ by, path: `${later}/uitkomst`, fields: again, status: 422 });
  });

  it.each([
    ["swing", "points", ["100", "", "0"]],
    ["swing", "points", ["0", "0", "0"]],
    ["swing", "points", ["101", "1e1", "-5"]],
    ["ranking", "rank", ["1", "2", ""]],
    ["ranking", "rank", ["1", "2", "4"]],
    ["ranking", "rank", ["1", "2", "1.5"]],
    ["lottery", "weight", ["40", "30", "30"]],
  ])("by %s with %s %j are refused before the scoring and after it", async (...asked) => {
    const [method, part, given] = asked;
    const { leader, path } = item("prepare");
    const fields = await formOn(leader, `${path}/panels`, { intent: "weights" });
    const wrong = { ...fields, ...weighed({ method, part }, given) };
    await refused({ by: leader, path: `${path}/panels`, fields: wrong, status: 422 });
    const { leader: by, path: later } = item("revealed");
    const again = { intent: "weigh", reason: "Anders", ...weighed({ method, part }, given) };
    await refused({ by, path: `${later}/uitkomst`, fields: again, status: 422 });
  });

  it("for other perspectives than those of the question set are refused", async () => {
    const { leader: by, path } = item("revealed");
    for (const key of ["", "ethical", "__proto__", "legal"]) {
      const fields = { ...weights("1/3", "1/3", "1/3"), "perspectives.1.key": key };
      const weigh = { intent: "weigh", reason: "Anders", ...fields };
      await refused({ by, path: `${path}/uitkomst`, fields: weigh, status: 422 });
    }
  });

  it("and pass marks are fixed once somebody has scored", async () => {
    const { leader: by, path } = item("scoring");
    const fields = { intent: "weights", version: "1", ...weights("50", "25", "25") };
    const says = errors.domain.weights_fixed;
    await refused({ by, path: `${path}/panels`, fields, status: 409, says });
    for (const passMark of ["0", "5,1", "NaN", "-3"]) {
      const marks = { ...fields, "perspectives.0.passMark": passMark };
      await refused({ by, path: `${path}/panels`, fields: marks, status: 422 });
    }
  });
});

describe("a judgement", () => {
  async function optionOf(caseId: string): Promise<string> {
    const [option] = await db.read.select().from(options).where(eq(options.caseId, caseId));
    return option?.id ?? "";
  }

  it("is refused after the reveal, and the reason that was typed comes back", async () => {
    const { assessor: by, path, caseId } = item("revealed");
    const key = `${item("revealed").letter}1`;
    const optionId = await optionOf(caseId);
    const reason = "Een reden die niet verloren mag gaan";
    const cell = { key, optionId, choice: "4", reason };
    const json = await refused({ by, path: `${path}/oordeel`, fields: cell, status: 409 });
    expect(json.html).toContain("rating_closed");
    expect(json.html).toContain(reason);
    const page = await refused({
      by,
      path: `${path}/beoordelen?stap=${key}`,
      fields: {
        intent: "next",
        key,
        "cells.0.optionId": optionId,
        "cells.0.choice": "4",
        "cells.0.reason": reason,
      },
      status: 409,
      says: reason,
    });
    expect(page.html).toContain("<textarea");
  });

  it("is refused before the scoring is open, from another panel and from nobody", async () => {
    const { path, caseId } = item("prepare");
    const optionId = await optionOf(caseId);
    const fields = { key: "J1", optionId, choice: "4", reason: "" };
    const by = world.cast.named("Kwame Mensah");
    await refused({ by, path: `${path}/oordeel`, fields, status: [403, 404] });
    const leader = world.cast.of("coordinator");
    await refused({ by: leader, path: `${path}/oordeel`, fields, status: 403 });
  });

  it("is refused for another question, option or choice than there is", async () => {
    const { assessor: by, path, caseId } = item("scoring");
    const optionId = await optionOf(caseId);
    const foreign = await optionOf(item("revealed").caseId);
    const own = item("scoring").letter;
    const other = own === "J" ? "F1" : "J1";
    const wrong: [Record<string, string>, number | number[]][] = [
      [{ key: "X9", optionId, choice: "4" }, [409, 422]],
      [{ key: other, optionId, choice: "4" }, [403, 409]],
      [{ key: `${own}1`, optionId: foreign, choice: "4" }, [409, 422]],
      [{ key: `${own}1`, optionId: "1", choice: "4" }, 422],
      [{ key: `${own}1`, optionId, choice: "6" }, 422],
      [{ key: `${own}1`, optionId, choice: "0" }, 422],
      [{ key: `${own}1`, optionId, choice: "3.5" }, 422],
      [{ key: `${own}1`, optionId, choice: "yes" }, [409, 422]],
      [{ key: `${own}-G1`, optionId, choice: "4" }, [409, 422]],
      [{ key: `${own}1`, optionId, choice: "4", reason: "x".repeat(4001) }, 422],
      [{ key: "__proto__", optionId, choice: "4" }, [409, 422]],
    ];
    for (const [cell, status] of wrong) {
      const fields = { reason: "", ...cell };
      await refused({ by, path: `${path}/oordeel`, fields, status });
    }
  });
});
