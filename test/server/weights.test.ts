import { desc } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agendaItems, auditEvents, db, stopDatabase } from "#db";
import { updateWeights } from "../../app/server/panels-changes.server.ts";
import { getPanels } from "../../app/server/panels.server.ts";
import { panelSchema, type WeightsInput } from "../../app/schemas/panel.ts";
import { freshDatabase } from "../support/database.ts";
import { accessOf, makeWorld, openedSession, type World } from "../support/session-world.ts";

let world: World;
let address: { sessionId: string; caseId: string };

beforeEach(async () => {
  await freshDatabase();
  world = await makeWorld();
  address = await openedSession(world);
});
afterEach(() => stopDatabase());

const keys = ["legal", "financial", "societal"];
type Answers = { weight?: string; points?: string; rank?: string };

function filled(method: string, answers: Answers[]) {
  return panelSchema.safeParse({
    intent: "weights",
    version: "2",
    method,
    perspectives: keys.map((key, place) => ({ key, passMark: "3", ...answers[place] })),
  });
}

async function keep(method: string, answers: Answers[] = []) {
  const { data, error } = filled(method, answers);
  if (!data) throw error;
  await updateWeights(
    await accessOf(world.ids.lead, "session.lead"),
    address,
    data as WeightsInput,
  );
  const [item] = await db.read.select().from(agendaItems);
  return {
    shares: item?.weights.map(({ weight }) => Math.round(weight * 1000) / 1000),
    method: item?.weightMethod,
    answers: item?.weightAnswers,
  };
}

describe("weights of the perspectives", () => {
  it("are those of the question set until somebody says otherwise", async () => {
    const panels = await getPanels(await accessOf(world.ids.lead, "session.lead"), address);
    expect(panels.weighed).toEqual({ method: "question_set", answers: null });
    for (const { weight, ofSet } of panels.perspectives) expect(weight).toBe(ofSet);
  });

  it("follow from a ranking, in which perspectives may share a place", async () => {
    expect(await keep("ranking", [{ rank: "2" }, { rank: "1" }, { rank: "2" }])).toEqual({
      shares: [0.194, 0.611, 0.194],
      method: "ranking",
      answers: { legal: 2, financial: 1, societal: 2 },
    });
  });

  it("follow from points for the improvements, whatever else was left in the form", async () => {
    const answers = [
      { points: "100", weight: "veel", rank: "9" },
      { points: "50", weight: "", rank: "" },
      { points: "62,5", weight: "", rank: "" },
    ];
    expect(await keep("swing", answers)).toEqual({
      shares: [0.471, 0.235, 0.294],
      method: "swing",
      answers: { legal: 100, financial: 50, societal: 62.5 },
    });
  });

  it("are equal, typed, or those of the question set again, without answers", async () => {
    expect(await keep("equal")).toEqual({
      shares: [0.333, 0.333, 0.333],
      method: "equal",
      answers: null,
    });
    const typed = filled("typed", [{ weight: "40" }, { weight: "40" }, { weight: "20" }]).data;
    const lead = await accessOf(world.ids.lead, "session.lead");
    await updateWeights(lead, address, { ...(typed as WeightsInput), version: 3 });
    const again = filled("question_set", []).data as WeightsInput;
    await updateWeights(lead, address, { ...again, version: 4 });
    const [item] = await db.read.select().from(agendaItems);
    expect(item?.weights.map(({ weight }) => weight)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(item).toMatchObject({ weightMethod: "question_set", weightAnswers: null });
  });

  it("leave in the log how they came about", async () => {
    await keep("ranking", [{ rank: "1" }, { rank: "2" }, { rank: "3" }]);
    const [event] = await db.read.select().from(auditEvents).orderBy(desc(auditEvents.sequence));
    expect(event).toMatchObject({ kind: "item.weights-changed", details: { method: "ranking" } });
  });

  it.each([
    ["ranking", [{ rank: "1" }, { rank: "" }, { rank: "4" }], ["required", "unknown_option"]],
    ["ranking", [{ rank: "0" }, { rank: "1" }, { rank: "2" }], ["unknown_option"]],
    ["swing", [{ points: "101" }, { points: "-1" }, {}], ["points", "points", "required"]],
    ["swing", [{ points: "0" }, { points: "0" }, { points: "0" }], ["points_zero"]],
    ["typed", [{ weight: "50" }, { weight: "50" }, { weight: "50" }], ["weights"]],
    ["typed", [{ weight: "50" }, { weight: "" }, { weight: "x" }], ["required", "weight"]],
    ["guess", [], ["unknown_option"]],
  ])("by %s are refused when %j was filled in", (method, answers, messages) => {
    const { error } = filled(method, answers);
    expect(error?.issues.map(({ message }) => message)).toEqual(messages);
  });
});
