import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { auditEvents, db, questionSets } from "#db";
import type { QuestionSetContent } from "#app/domain/question-set.ts";
import { fileTextOf } from "#app/schemas/question-set-file.ts";
import { importSchema } from "#app/schemas/question-set-import.ts";
import {
  checkFile,
  downloadQuestionSet,
  handleImport,
  importQuestionSet,
} from "#app/server/question-set-import.server.ts";
import { getAssessorPreview, nextInPreview } from "#app/server/question-set-preview.server.ts";
import { createVersion, publishQuestionSet } from "#app/server/question-set-versions.server.ts";
import { getQuestionSet } from "#app/server/question-sets.server.ts";
import { freshDatabase } from "../support/database.ts";
import { newWorld, type Someone } from "./case-world.ts";

let world: Awaited<ReturnType<typeof newWorld>>;
let coordinator: Someone;
let shipped: { id: string; content: QuestionSetContent };

beforeEach(async () => {
  await freshDatabase();
  world = await newWorld();
  coordinator = await world.person("coordinator");
  const [row] = await db.read
    .select()
    .from(questionSets)
    .where(eq(questionSets.key, "perspectiefcirkel-nl"));
  if (!row) throw new Error("No set");
  shipped = row;
});

async function exported(id: string): Promise<string> {
  return (await downloadQuestionSet(coordinator, id)).text();
}

/** What is kept: nothing may change by looking, or by a file that is refused. */
async function kept() {
  const [sets, events] = await Promise.all([
    db.read.select({ id: questionSets.id }).from(questionSets),
    db.read.select({ kind: auditEvents.kind }).from(auditEvents),
  ]);
  return [sets.length, events.length];
}

const check = (text: string) => checkFile(coordinator, { file: null, text });

describe("a file of a question set", () => {
  it("is sent as an attachment with a plain name", async () => {
    const { headers } = await downloadQuestionSet(coordinator, shipped.id);
    expect(headers.get("Content-Disposition")).toBe(
      'attachment; filename="perspectiefcirkel-nl-1.json"',
    );
    expect(headers.get("Content-Type")).toContain("application/json");
  });

  it("imported as a set of its own gives the same content, and the same file again", async () => {
    const text = await exported(shipped.id);
    const id = await importQuestionSet(coordinator, { text, as: "new" });
    const set = await getQuestionSet(coordinator, id);
    expect(set).toMatchObject({ number: 1, status: "draft", isShipped: false });
    expect(set.content).toEqual(shipped.content);
    const again = JSON.parse(await exported(id)) as { key: string; content: unknown };
    expect(again.key).toBe("perspectiefcirkel-nl-2");
    expect(JSON.stringify(again.content)).toBe(
      JSON.stringify((JSON.parse(text) as typeof again).content),
    );
  });

  it("keeps its key where nobody has it", async () => {
    const text = fileTextOf({ key: "van-elders", number: 7, content: shipped.content });
    const id = await importQuestionSet(coordinator, { text, as: "new" });
    const [row] = await db.read.select().from(questionSets).where(eq(questionSets.id, id));
    expect(row).toMatchObject({ key: "van-elders", number: 1 });
  });

  it("becomes the next version of the set with its key", async () => {
    const content = { ...shipped.content, margin: 0.5 };
    const text = fileTextOf({ key: "perspectiefcirkel-nl", number: 1, content });
    const { plan } = await check(text);
    expect(plan?.known).toMatchObject({
      number: 1,
      draftId: null,
      differences: [{ field: "margin" }],
    });
    const id = await importQuestionSet(coordinator, { text, as: "version" });
    expect(await getQuestionSet(coordinator, id)).toMatchObject({ number: 2, status: "draft" });
    await publishQuestionSet(coordinator, { id, version: 1 });
  });

  it("waits while a draft of the next version is there", async () => {
    const draftId = await createVersion(coordinator, shipped.id);
    const text = await exported(shipped.id);
    expect((await check(text)).plan?.known?.draftId).toBe(draftId);
    const before = await kept();
    await expect(importQuestionSet(coordinator, { text, as: "version" })).rejects.toMatchObject({
      code: "question_set_draft_exists",
    });
    expect(await kept()).toEqual(before);
  });

  it("is no version of a set that only another organisation has", async () => {
    const outsider = await world.outsider("coordinator");
    const text = fileTextOf({ key: "alleen-daar", number: 1, content: shipped.content });
    const theirs = await importQuestionSet(outsider, { text, as: "new" });
    await publishQuestionSet(outsider, { id: theirs, version: 1 });
    expect((await check(text)).plan?.known).toBeNull();
    await expect(importQuestionSet(coordinator, { text, as: "version" })).rejects.toMatchObject({
      code: "question_set_file",
    });
    const own = await importQuestionSet(coordinator, { text, as: "new" });
    const [row] = await db.read.select().from(questionSets).where(eq(questionSets.id, own));
    expect(row?.key).toBe("alleen-daar-2");
    await expect(downloadQuestionSet(coordinator, theirs)).rejects.toMatchObject({
      init: { status: 404 },
    });
  });

  it("is looked at without keeping anything", async () => {
    const before = await kept();
    const { plan, errors } = await check(await exported(shipped.id));
    expect(errors).toEqual({});
    expect(plan?.known).toMatchObject({ number: 1, differences: [] });
    expect(plan?.perspectives.map(({ gates, criteria }) => [gates, criteria])).toEqual([
      [3, 7],
      [1, 7],
      [1, 7],
    ]);
    expect(await kept()).toEqual(before);
  });

  it("that is wrong says where, keeps what was typed, and makes nothing", async () => {
    const text = (await exported(shipped.id)).replace('"passMark": 3', '"passMark": 30');
    const before = await kept();
    const { problems, values } = await check(text);
    expect(problems).toEqual([{ place: "content.perspectives[0].passMark", code: "too_high:5" }]);
    expect(values.text).toBe(text);
    await expect(importQuestionSet(coordinator, { text, as: "new" })).rejects.toMatchObject({
      code: "question_set_file",
    });
    expect(await kept()).toEqual(before);
  });

  it("with a citizen service number is refused, pasted or sent as a file", async () => {
    const description = { nl: "Gemaakt voor 123456782", en: "" };
    const content = { ...shipped.content, description };
    const text = fileTextOf({ key: "met-nummer", number: 1, content });
    const refused = { code: "bsn", details: { field: "file" } };
    const file = new File([text], "set.json");
    await expect(checkFile(coordinator, { file, text: "" })).rejects.toMatchObject(refused);
    await expect(importQuestionSet(coordinator, { text, as: "new" })).rejects.toMatchObject({
      code: "bsn",
    });
  });

  it("sent counts before text that was pasted, and without either nothing is read", async () => {
    const file = new File([await exported(shipped.id)], "set.json");
    expect((await checkFile(coordinator, { file, text: "onzin" })).plan).toBeDefined();
    await expect(check("")).rejects.toMatchObject({ code: "file_required" });
  });

  it("sent twice with one form is made once", async () => {
    const input = {
      intent: "import" as const,
      text: await exported(shipped.id),
      as: "new" as const,
    };
    const before = await kept();
    await handleImport(coordinator, input, "een-keer");
    await handleImport(coordinator, input, "een-keer");
    expect((await kept())[0]).toBe((before[0] ?? 0) + 1);
  });

  it("that is too large, or a choice that does not exist, does not pass the form", () => {
    const large = "x".repeat(2_000_001);
    const errorAt = (posted: object) => importSchema.safeParse(posted).error?.issues[0]?.path[0];
    expect(errorAt({ intent: "check", text: large })).toBe("text");
    expect(errorAt({ intent: "check", file: new File([large], "set.json") })).toBe("file");
    expect(errorAt({ intent: "import", text: "{}", as: "both" })).toBe("as");
    expect(errorAt({ intent: "weg" })).toBe("intent");
    expect(importSchema.safeParse({ intent: "check", file: "" }).success).toBe(true);
  });
});

describe("the preview as an assessor", () => {
  const place = () => ({ questionSetId: shipped.id, perspectiveKey: "legal" });

  it("shows gates and then questions of one perspective, and walks through them", async () => {
    const before = await kept();
    const { page, next } = await getAssessorPreview(coordinator, place(), null);
    expect(page.step).toMatchObject({ key: "J-G1", kind: "gate" });
    expect(page.steps).toHaveLength(10);
    expect(next).toBe("financial");
    const go = (key: string, intent: "next" | "previous") =>
      nextInPreview(coordinator, place(), { key, intent, cells: [] });
    expect(await go("J-G3", "next")).toBe("?stap=J1");
    expect(await go("J1", "previous")).toBe("?stap=J-G3");
    expect(await go("J-G1", "previous")).toBe("?stap=J-G1");
    expect(await go("J7", "next")).toBe("?stap=controle");
    for (const key of ["", "F1", "controle"]) {
      await expect(go(key, "next")).rejects.toMatchObject({ code: "unknown_criterion" });
    }
    expect(await kept()).toEqual(before);
  });

  it("has a last page, and starts at the first question for one it does not know", async () => {
    expect((await getAssessorPreview(coordinator, place(), "controle")).page.step).toBeNull();
    expect((await getAssessorPreview(coordinator, place(), "F1")).page.step?.key).toBe("J-G1");
  });

  it("is not there for another organisation, nor for a perspective that is not in the set", async () => {
    const outsider = await world.outsider("coordinator");
    const questionSetId = await createVersion(coordinator, shipped.id);
    const missing = { init: { status: 404 } };
    await expect(
      getAssessorPreview(outsider, { ...place(), questionSetId }, null),
    ).rejects.toMatchObject(missing);
    await expect(
      getAssessorPreview(coordinator, { ...place(), perspectiveKey: "__proto__" }, null),
    ).rejects.toMatchObject(missing);
  });
});
