import { and, asc, eq, isNull } from "drizzle-orm";
import { db, environment, gateRatings, questionSets, ratings, systemActor } from "#db";
import type { QuestionSetContent } from "../../app/domain/question-set.ts";
import { makeWorld, planSession, seat, type Name, type World } from "./session-world.ts";

export type LiveWorld = World & { sessionId: string; item: string };

/** Who sits where from the start; `late` and `legal2` may still come. */
export const seated: [Name, string][] = [
  ["legal1", "legal"],
  ["financial1", "financial"],
  ["societal1", "societal"],
];

/** A meeting that is about to begin: one case, and a question set that is short enough to play live. */
export async function makeLiveWorld(): Promise<LiveWorld> {
  const world = await makeWorld();
  const questionSetId = await shortenQuestionSet();
  const sessionId = await planSession(world, { questionSetId });
  await seat(world, sessionId, seated);
  return { ...world, sessionId, item: `/zittingen/${sessionId}/casussen/${world.caseId}` };
}

/** Per perspective the first gate and the first two criteria of the set that is shipped. */
async function shortenQuestionSet(): Promise<string> {
  const [shipped] = await db.read
    .select()
    .from(questionSets)
    .where(and(isNull(questionSets.organisationId), eq(questionSets.key, "perspectiefcirkel-nl")));
  if (!shipped) throw new Error("No question set was shipped");
  const id = environment.newId();
  const content: QuestionSetContent = {
    ...shipped.content,
    perspectives: shipped.content.perspectives.map((perspective) => ({
      ...perspective,
      gates: perspective.gates.slice(0, 1),
      criteria: perspective.criteria.slice(0, 2),
    })),
  };
  await db.write(systemActor, async (tx) => {
    await tx.insert(questionSets).values({ ...shipped, id, key: "kort", content });
    await tx.record({ kind: "test.prepared", subject: { type: "question-set", id } });
  });
  return id;
}

/** Everything that was given, in both rounds, as `round person key option: answer (reason)`. */
export async function givenIn(world: LiveWorld): Promise<string[]> {
  const nameOf = new Map(Object.entries(world.ids).map(([name, id]) => [id, name]));
  const line = (row: { round: number; personId: string; optionId: string; reason: string }) => {
    const place = world.optionIds.indexOf(row.optionId) + 1;
    const said = row.reason === "" ? "" : ` (${row.reason})`;
    return (key: string, answer: string) =>
      `${row.round} ${nameOf.get(row.personId)} ${key} ${place}: ${answer}${said}`;
  };
  const scores = await db.read.select().from(ratings).orderBy(asc(ratings.id));
  const gates = await db.read.select().from(gateRatings).orderBy(asc(gateRatings.id));
  return [
    ...scores.map((row) => line(row)(row.criterion, String(row.value ?? row.kind))),
    ...gates.map((row) => line(row)(row.gate, row.answer)),
  ].sort();
}
