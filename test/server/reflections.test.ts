import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db, reflections, sessions } from "#db";
import { getHome } from "#app/server/home.server.ts";
import { answerReflection, getReflections } from "#app/server/reflections-list.server.ts";
import {
  getReflectionPage,
  reflectionOnSession,
  writeReflection,
} from "#app/server/reflections.server.ts";
import { arrange, freshDatabase } from "../support/database.ts";
import { newCase, newWorld, putOnAgenda, type Someone } from "./case-world.ts";

let made: Awaited<ReturnType<typeof newWorld>>;
let lead: Someone;
let assessor: Someone;
let executive: Someone;
let sessionId: string;

beforeEach(async () => {
  await freshDatabase();
  made = await newWorld();
  lead = await made.person("coordinator");
  assessor = await made.person("assessor");
  executive = await made.person("executive");
  const caseId = await newCase(await made.person("submitter"));
  ({ sessionId } = await putOnAgenda(caseId, { leader: lead, assessor, phase: "concluded" }));
});

async function close(): Promise<void> {
  await arrange((tx) =>
    tx
      .update(sessions)
      .set({ status: "closed", startsAt: Date.now() })
      .where(eq(sessions.id, sessionId)),
  );
}

const write = (who: Someone, dilemma: string, version = 0) =>
  writeReflection(who, { sessionId, version, unwrittenRule: "Dat doen we nooit", dilemma });
const status = (refused: Promise<unknown>) =>
  refused.then(
    () => 200,
    (error: { init?: { status: number } }) => error.init?.status,
  );
const items = (who: Someone) =>
  getReflections(who, "http://test/reflecties").then(({ items: found }) => found);

describe("looking back on a session", () => {
  it("waits until the session is closed, and then is asked at home of who took part", async () => {
    expect(await getReflectionPage(assessor, sessionId)).toMatchObject({ closed: false });
    await expect(write(assessor, "Snel of goed")).rejects.toThrow("reflection_not_open");
    expect((await getHome(assessor)).reflections?.rows).toEqual([]);
    await close();
    expect((await getHome(assessor)).reflections?.rows).toMatchObject([
      { id: sessionId, why: "write" },
    ]);
    await write(assessor, "Snel of goed");
    expect((await getHome(assessor)).reflections?.rows).toEqual([]);
  });

  it("is for who took part only, once each, and can be changed by who wrote it", async () => {
    await close();
    const outsiders = [
      await made.person("assessor", "policy_advisor"),
      await made.outsider("coordinator"),
    ];
    for (const other of outsiders) {
      expect(await status(getReflectionPage(other, sessionId))).toBe(404);
      expect(await status(write(other, "x"))).toBe(404);
    }
    await write(assessor, "Snel of goed");
    await expect(write(assessor, "Nog eens")).rejects.toThrow("stale_version");
    await write(assessor, "Snel of zorgvuldig", 1);
    await write(lead, "");
    expect(await db.read.select().from(reflections)).toHaveLength(2);
    const session = { id: sessionId, status: "closed" as const };
    expect(await reflectionOnSession(assessor, session)).toEqual({
      written: true,
      answered: false,
    });
    expect(await reflectionOnSession(executive, session)).toBeNull();
  });
});

describe("reflections as a list", () => {
  it("puts dilemmas without an answer first and names nobody", async () => {
    await close();
    await write(assessor, "Snel of goed");
    await write(lead, "");
    const found = await items(executive);
    expect(found.map(({ dilemma }) => dilemma)).toEqual(["Snel of goed", ""]);
    expect(JSON.stringify(found)).not.toContain(assessor.person.id);
    expect(await items(await made.outsider("executive"))).toEqual([]);
  });

  it("lets an executive answer, which its writer sees until the dilemma is another", async () => {
    await close();
    await write(assessor, "Snel of goed");
    expect((await getHome(executive)).dilemmas).toBe(1);
    const [row] = await items(executive);
    const answer = { id: row?.id ?? "", version: 1, answer: "Goed gaat voor" };
    expect(await status(answerReflection(await made.outsider("executive"), answer))).toBe(404);
    await answerReflection(executive, answer);
    await expect(answerReflection(executive, answer)).rejects.toThrow("stale_version");
    expect((await getHome(executive)).dilemmas).toBe(0);
    expect((await getHome(assessor)).reflections?.rows).toMatchObject([{ why: "answered" }]);
    const own = await getReflectionPage(assessor, sessionId);
    expect(own.reflection).toMatchObject({ answer: "Goed gaat voor", version: 2 });
    await write(assessor, "Iets anders", 2);
    expect((await getReflectionPage(assessor, sessionId)).reflection).toMatchObject({ answer: "" });
  });
});
