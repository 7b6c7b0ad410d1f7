import { eq, ne } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, sessions, stopDatabase, weighings } from "#db";
import { resultsSchema } from "../../app/schemas/results.ts";
import { handleResults } from "../../app/server/results-discussion.server.ts";
import { getWeighingPage } from "../../app/server/weighings-comparison.server.ts";
import { openCopy, type Content } from "../support/database.ts";
import { exampleContent, itemsInPhase } from "../support/example.ts";
import { accessOf } from "../support/session-world.ts";

let content: Content;
let leader: string;
let address: { sessionId: string; caseId: string };

beforeAll(async () => {
  content = await exampleContent();
}, 60_000);
beforeEach(async () => {
  await openCopy(content);
  const [found] = await itemsInPhase("revealed");
  address = { sessionId: found?.item.sessionId ?? "", caseId: found?.item.caseId ?? "" };
  const [session] = await db.read.select().from(sessions).where(eq(sessions.id, address.sessionId));
  leader = session?.facilitatorId ?? "";
});
afterEach(() => stopDatabase());

async function made() {
  return db.read
    .select()
    .from(weighings)
    .where(eq(weighings.caseId, address.caseId))
    .orderBy(weighings.number);
}

/** By the form as it is posted. */
async function weighAgain(method: string, answers: Record<string, string>[]): Promise<void> {
  const [first] = await made();
  const { data, error } = resultsSchema.safeParse({
    intent: "weigh",
    method,
    reason: "Om te vergelijken",
    perspectives: (first?.snapshot.input.perspectives ?? []).map(({ id }, place) => ({
      key: id,
      passMark: "3",
      ...answers[place],
    })),
  });
  if (!data) throw error;
  await handleResults(await accessOf(leader, "session.lead"), address, {
    input: data,
    formKey: undefined,
  } as Parameters<typeof handleResults>[2]);
}

async function pageOf(weighingId: string, beside: string | null) {
  const access = await accessOf(leader, "case.read");
  return getWeighingPage(access, { caseId: address.caseId, weighingId, beside });
}

describe("a weighing beside another", () => {
  it("keeps how its weights came about, and the first as it was", async () => {
    const [before] = await made();
    await weighAgain("ranking", [{ rank: "1" }, { rank: "2" }, { rank: "3" }]);
    const [first, second] = await made();
    expect(first).toEqual(before);
    expect(second?.snapshot.weighed).toEqual({
      method: "ranking",
      answers: { legal: 1, financial: 2, societal: 3 },
    });
    expect(second?.snapshot.input.perspectives.map(({ weight }) => weight)).toEqual([
      expect.closeTo(11 / 18),
      expect.closeTo(5 / 18),
      expect.closeTo(2 / 18),
    ]);
  });

  it("is the same pair, whichever of both is asked for", async () => {
    await weighAgain("typed", [{ weight: "98" }, { weight: "1" }, { weight: "1" }]);
    const [first, second] = await made();
    const [one, other] = [first?.id ?? "", second?.id ?? ""];
    const { compared, comparable } = await pageOf(one, other);
    expect((await pageOf(other, one)).compared).toEqual(compared);
    expect(comparable.map(({ id }) => id)).toEqual([other]);
    expect(compared?.comparison.causes).toEqual(["weights"]);
    expect([compared?.before.number, compared?.after.number]).toEqual([1, 2]);
  });

  it("shows totals and proposal as they were kept", async () => {
    await weighAgain("swing", [{ points: "100" }, { points: "0" }, { points: "50" }]);
    const [first, second] = await made();
    const { compared } = await pageOf(second?.id ?? "", first?.id ?? "");
    for (const { id, before, after } of compared?.options ?? []) {
      const kept = (weighing: typeof first) =>
        weighing?.snapshot.result.options.find((option) => option.id === id)?.total;
      expect([before?.total, after?.total]).toEqual([kept(first), kept(second)]);
    }
    expect(compared?.comparison.proposal.after).toEqual(second?.snapshot.result.proposed);
    expect(compared?.perspectives.map(({ after }) => after?.weight)).toEqual([
      expect.closeTo(2 / 3),
      0,
      expect.closeTo(1 / 3),
    ]);
  });

  it("tells no more of people than that they differ", async () => {
    await weighAgain("equal", []);
    const [first, second] = await made();
    const { compared } = await pageOf(second?.id ?? "", first?.id ?? "");
    const words = JSON.stringify(compared);
    for (const { id, name } of first?.snapshot.people ?? []) {
      expect(words).not.toContain(id);
      expect(words).not.toContain(name);
    }
  });

  it("is of the same case: another one is not put beside it", async () => {
    const [first] = await made();
    const [foreign] = await db.read
      .select()
      .from(weighings)
      .where(ne(weighings.caseId, address.caseId));
    expect(foreign).toBeDefined();
    expect((await pageOf(first?.id ?? "", foreign?.id ?? "")).compared).toBeNull();
    expect((await pageOf(first?.id ?? "", first?.id ?? "")).compared).toBeNull();
    expect((await pageOf(first?.id ?? "", "'; drop table")).compared).toBeNull();
  });
});
