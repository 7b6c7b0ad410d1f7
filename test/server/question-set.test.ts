import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { db, questionSets } from "#db";
import { assertQuestionSet } from "#app/domain/question-set.ts";
import { questionSetProblems } from "#app/domain/question-set-problems.ts";
import { nestedValues } from "#app/schemas/form-values.ts";
import { arranged } from "#app/schemas/question-set-arranging.ts";
import { formOf } from "#app/schemas/question-set-fields.ts";
import { flatValues } from "#app/schemas/question-set-form.ts";
import { questionSetFormSchema } from "#app/schemas/question-set.ts";
import { fieldErrors } from "#app/schemas/zod-errors.ts";
import { arrangedDraft, getDraft, saveDraft } from "#app/server/question-set-drafts.server.ts";
import {
  copyQuestionSet,
  createVersion,
  deleteDraft,
  publishQuestionSet,
  retireQuestionSet,
} from "#app/server/question-set-versions.server.ts";
import { getQuestionSet, listQuestionSets } from "#app/server/question-sets.server.ts";
import { freshDatabase } from "../support/database.ts";
import { newWorld, type Someone } from "./case-world.ts";

let world: Awaited<ReturnType<typeof newWorld>>;
let coordinator: Someone;
let shippedId: string;

beforeEach(async () => {
  await freshDatabase();
  world = await newWorld();
  coordinator = await world.person("coordinator");
  const [shipped] = await db.read
    .select()
    .from(questionSets)
    .where(eq(questionSets.key, "perspectiefcirkel-nl"));
  shippedId = shipped?.id ?? "";
});

type Fields = Record<string, string>;

async function fieldsOf(id: string): Promise<Fields> {
  return flatValues((await getDraft(coordinator, id)).form);
}

function parsed(fields: Fields) {
  return questionSetFormSchema.safeParse(nestedValues(fields));
}

async function save(id: string, fields: Fields) {
  const { data } = parsed(fields);
  if (!data || data.arrange !== undefined) throw new Error("The form does not fit");
  await saveDraft(coordinator, id, data);
}

describe("a new version", () => {
  it("is a draft of the own organisation with the next number", async () => {
    const id = await createVersion(coordinator, shippedId);
    const set = await getQuestionSet(coordinator, id);
    expect(set).toMatchObject({ number: 2, status: "draft", isShipped: false, mayEdit: true });
  });

  it("is made once: the draft there is must be finished or deleted first", async () => {
    await createVersion(coordinator, shippedId, "form-1");
    await expect(createVersion(coordinator, shippedId, "form-2")).rejects.toMatchObject({
      code: "question_set_draft_exists",
    });
  });

  it("is not there for another organisation", async () => {
    const id = await createVersion(coordinator, shippedId);
    const outsider = await world.outsider("coordinator");
    const missing = { init: { status: 404 } };
    await expect(getQuestionSet(outsider, id)).rejects.toMatchObject(missing);
    await expect(getDraft(outsider, id)).rejects.toMatchObject(missing);
    await expect(publishQuestionSet(outsider, { id, version: 1 })).rejects.toMatchObject(missing);
    expect((await listQuestionSets(outsider)).map((set) => set.id)).not.toContain(id);
    const theirs = await createVersion(outsider, shippedId);
    expect((await getQuestionSet(outsider, theirs)).number).toBe(2);
  });
});

describe("a copy", () => {
  it("is a set of its own under a key that nobody has", async () => {
    const copy = { sourceId: shippedId, name: "Perspectiefcirkel NL" };
    const id = await copyQuestionSet(coordinator, copy);
    const [row] = await db.read.select().from(questionSets).where(eq(questionSets.id, id));
    expect(row).toMatchObject({ key: "perspectiefcirkel-nl-2", number: 1 });
    expect(row?.content.name).toEqual({ nl: copy.name, en: copy.name });
  });
});

describe("saving a draft", () => {
  it("unchanged leaves the content as it was, weights included", async () => {
    const id = await createVersion(coordinator, shippedId);
    const { content } = await getQuestionSet(coordinator, id);
    await save(id, await fieldsOf(id));
    const after = (await getQuestionSet(coordinator, id)).content;
    expect(after.perspectives[0]?.criteria[0]?.weight).toBeCloseTo(1 / 7, 12);
    expect(JSON.stringify(rounded(after))).toBe(JSON.stringify(rounded(content)));
    assertQuestionSet(after);
  });

  function rounded(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value), (_key, entry: unknown) =>
      typeof entry === "number" ? Number(entry.toFixed(9)) : entry,
    );
  }

  it("stores the words of the scale, the levels and the questions about the case", async () => {
    const id = await createVersion(coordinator, shippedId);
    await save(id, {
      ...(await fieldsOf(id)),
      "scale.4.nl": "Zeker doen",
      "levels.0.en": "By the letter",
      "caseQuestions.1.meaning.nl": "Een schatting is genoeg.",
    });
    const { content } = await getQuestionSet(coordinator, id);
    expect(content.scale[4]?.nl).toBe("Zeker doen");
    expect(content.levels[0]?.en).toBe("By the letter");
    expect(content.caseQuestions[1]?.meaning.nl).toBe("Een schatting is genoeg.");
  });

  it("refuses weights that do not sum to 100, at the first weight", async () => {
    const id = await createVersion(coordinator, shippedId);
    const fields = { ...(await fieldsOf(id)), "perspectives.1.weight": "40" };
    const { error } = parsed(fields);
    expect(error && fieldErrors(error)).toEqual({ "perspectives.0.weight": ["weights"] });
  });

  it("does not add up weights while one of them is no number", async () => {
    const id = await createVersion(coordinator, shippedId);
    const { error } = parsed({ ...(await fieldsOf(id)), "perspectives.1.weight": "veel" });
    expect(error && fieldErrors(error)).toEqual({ "perspectives.1.weight": ["number"] });
  });

  it.each([
    ["perspectives.0.passMark", "6", "too_high:5"],
    ["perspectives.0.passMark", "vier", "number"],
    ["margin", "-1", "too_low:0"],
    ["perspectives.0.criteria.0.weight", "", "required"],
    ["perspectives.0.name.nl", "x".repeat(81), "too_long:80"],
    ["scale.2.nl", "x".repeat(81), "too_long:80"],
    ["levels.0.nl", "x".repeat(81), "too_long:80"],
    ["caseQuestions.0.question.nl", "x".repeat(301), "too_long:300"],
    ["caseQuestions.0.key", "valueOf", "invalid"],
    ["perspectives.0.criteria.0.key", "__proto__", "invalid"],
    ["perspectives.0.criteria.0.key", "constructor", "invalid"],
  ])("refuses %s = %s with %s", async (name, value, code) => {
    const id = await createVersion(coordinator, shippedId);
    const { error } = parsed({ ...(await fieldsOf(id)), [name]: value });
    expect(error && fieldErrors(error)[name]?.[0]).toBe(code);
  });

  it("gives both texts of what differs when someone else was first", async () => {
    const id = await createVersion(coordinator, shippedId);
    const fields = await fieldsOf(id);
    await save(id, { ...fields, "name.nl": "Eerste" });
    await expect(save(id, { ...fields, "name.nl": "Tweede" })).rejects.toMatchObject({
      code: "stale_version",
      details: { conflict: [{ field: "name.nl", theirs: "Eerste", yours: "Tweede" }] },
    });
  });
});

describe("arranging rows", () => {
  it("keeps everything typed, right or wrong, and gives a new row a key of its own", async () => {
    const id = await createVersion(coordinator, shippedId);
    const fields = {
      ...(await fieldsOf(id)),
      margin: "veel",
      arrange: "add:perspectives.0.criteria",
    };
    const { data } = parsed(fields);
    if (data?.arrange === undefined) throw new Error("Not arranged");
    const { values, errors } = arrangedDraft(data.form, data.arrange);
    expect(errors).toEqual({});
    expect(values.margin).toBe("veel");
    expect(values["perspectives.0.criteria.7.key"]).toBe("J8");
    expect(values["perspectives.0.criteria.7.weight"]).toBe("12,5");
  });

  it("keeps weights equal that were equal, and leaves chosen weights alone", async () => {
    const id = await createVersion(coordinator, shippedId);
    const { form } = await getDraft(coordinator, id);
    const weights = (given: typeof form, asked: string) => {
      const { values } = arrangedDraft(given, asked);
      return [0, 1, 2, 3].map((place) => values[`perspectives.${place}.weight`]);
    };
    expect(weights(form, "add:perspectives")).toEqual(["25", "25", "25", "25"]);
    expect(weights(form, "remove:perspectives.1")).toEqual(["50", "50", undefined, undefined]);
    const chosen = ["50", "30", "20"];
    const own = {
      ...form,
      perspectives: form.perspectives.map((one, at) => ({ ...one, weight: chosen[at] ?? "" })),
    };
    expect(weights(own, "add:perspectives")).toEqual([...chosen, "0"]);
    expect(weights(own, "remove:perspectives.0")).toEqual(["30", "20", undefined, undefined]);
  });

  it("adds, moves and removes levels and questions about the case", async () => {
    const id = await createVersion(coordinator, shippedId);
    const { form } = await getDraft(coordinator, id);
    const after = (asked: string) => arrangedDraft(form, asked).values;
    expect(after("up:levels.3")["levels.2.nl"]).toBe("Volledige tegemoetkoming");
    expect(after("remove:levels.1")["levels.1.nl"]).toBe("Gedeeltelijke tegemoetkoming");
    expect(after("add:levels")["levels.4.nl"]).toBe("");
    expect(after("add:caseQuestions")["caseQuestions.5.key"]).toBe("C1");
    expect(after("remove:caseQuestions.0")["caseQuestions.0.key"]).toBe("frequency");
    let full = form;
    for (let count = 0; count < 12; count += 1) full = arranged(full, "add:levels");
    expect(full.levels).toHaveLength(8);
  });

  it("moves, removes and shares weights, and leaves the form alone when asked for nonsense", async () => {
    const id = await createVersion(coordinator, shippedId);
    const { form } = await getDraft(coordinator, id);
    const after = (asked: string) => {
      const { arrange, ...values } = arrangedDraft(form, asked).values;
      expect(arrange).toBe(asked);
      return values;
    };
    expect(after("down:perspectives.0")["perspectives.0.key"]).toBe("financial");
    expect(after("up:perspectives.0")).toEqual(flatValues(form));
    expect(after("remove:perspectives.0.criteria.0")["perspectives.0.criteria.0.key"]).toBe("J2");
    const fewer = arrangedDraft(form, "remove:perspectives.2").values;
    expect(fewer["perspectives.2.key"]).toBeUndefined();
    expect(after("equal:perspectives")["perspectives.2.weight"]).toBe("33,3333");
    for (const asked of [
      "",
      "drop:perspectives",
      "remove:perspectives.9",
      "add:name",
      "x".repeat(90),
    ])
      expect(after(asked)).toEqual(flatValues(form));
  });

  it("stops at six perspectives", async () => {
    const id = await createVersion(coordinator, shippedId);
    let { form } = await getDraft(coordinator, id);
    for (let count = 0; count < 6; count += 1) {
      const data = parsed({ ...flatValues(form), arrange: "add:perspectives" }).data;
      if (data?.arrange === undefined) throw new Error("Not arranged");
      const { values } = arrangedDraft(data.form, data.arrange);
      form = parsed({ ...(values as Fields), arrange: "x" }).data?.form ?? form;
    }
    expect(form.perspectives.map(({ key }) => key)).toEqual([
      "legal",
      "financial",
      "societal",
      "P1",
      "P2",
      "P3",
    ]);
  });
});

describe("publishing", () => {
  it("names every place that is not finished, and refuses until it is", async () => {
    const id = await createVersion(coordinator, shippedId);
    const fields: Fields = { ...(await fieldsOf(id)), "perspectives.0.criteria.1.question.nl": "" };
    await save(id, fields);
    const { problems } = await getQuestionSet(coordinator, id);
    expect(problems).toEqual([{ code: "texts", path: "perspectives.0.criteria.1.question.nl" }]);
    await expect(publishQuestionSet(coordinator, { id, version: 2 })).rejects.toMatchObject({
      code: "question_set_unfinished",
    });
  });

  it("fixes a version: nothing in it changes any more, and it cannot be deleted", async () => {
    const id = await createVersion(coordinator, shippedId);
    const fields = await fieldsOf(id);
    await publishQuestionSet(coordinator, { id, version: 1 });
    const fixed = { code: "question_set_fixed" };
    await expect(save(id, { ...fields, version: "2" })).rejects.toMatchObject(fixed);
    await expect(deleteDraft(coordinator, { id, version: 2 })).rejects.toMatchObject(fixed);
    await expect(getDraft(coordinator, id)).rejects.toMatchObject({ init: { status: 409 } });
    await retireQuestionSet(coordinator, { id, version: 2 });
    expect((await getQuestionSet(coordinator, id)).status).toBe("retired");
  });

  it("a set that ships with the product is never changed", async () => {
    const target = { id: shippedId, version: 1 };
    const fixed = { code: "question_set_fixed" };
    await expect(retireQuestionSet(coordinator, target)).rejects.toMatchObject(fixed);
    await expect(deleteDraft(coordinator, target)).rejects.toMatchObject(fixed);
    await expect(getDraft(coordinator, shippedId)).rejects.toMatchObject({ init: { status: 409 } });
  });

  it("has a problem for every refusal of the rules, and none for the shipped sets", async () => {
    const rows = await db.read.select().from(questionSets);
    for (const { content } of rows) {
      expect(questionSetProblems(content)).toEqual([]);
      const [first] = content.perspectives;
      if (!first) throw new Error("No perspective");
      const broken = [
        { ...content, name: { nl: "", en: "" } },
        { ...content, margin: 5 },
        { ...content, scale: content.scale.slice(1) },
        { ...content, scale: content.scale.with(0, { nl: "", en: "" }) },
        { ...content, levels: content.levels.slice(0, 1) },
        { ...content, levels: content.levels.with(1, { nl: " ", en: "" }) },
        {
          ...content,
          caseQuestions: content.caseQuestions.map((one) => ({
            ...one,
            question: one.meaning,
            key: "",
          })),
        },
        { ...content, perspectives: [first] },
        { ...content, perspectives: [...content.perspectives, { ...first, weight: 0 }] },
        {
          ...content,
          perspectives: content.perspectives.map((one) => ({ ...one, criteria: [] })),
        },
        { ...content, perspectives: content.perspectives.map((one) => ({ ...one, passMark: 0 })) },
      ];
      for (const wrong of broken) {
        expect(() => assertQuestionSet(wrong)).toThrow();
        expect(questionSetProblems(wrong).length).toBeGreaterThan(0);
      }
    }
  });
});

describe("what differs from the version before", () => {
  it("is there for a draft and stays there once it is published", async () => {
    const id = await createVersion(coordinator, shippedId);
    expect((await getQuestionSet(coordinator, id)).changes).toEqual({
      previous: 1,
      differences: [],
    });
    await save(id, { ...(await fieldsOf(id)), "perspectives.0.passMark": "3,5" });
    await publishQuestionSet(coordinator, { id, version: 2 });
    const { changes } = await getQuestionSet(coordinator, id);
    expect(changes?.differences).toMatchObject([
      {
        kind: "changed",
        of: "perspective",
        key: "legal",
        field: "passMark",
        before: 3,
        after: 3.5,
      },
    ]);
  });

  it("is nothing for a first version", async () => {
    expect((await getQuestionSet(coordinator, shippedId)).changes).toBeNull();
    const copy = await copyQuestionSet(coordinator, { sourceId: shippedId, name: "Eigen" });
    expect((await getQuestionSet(coordinator, copy)).changes).toBeNull();
  });

  it("never looks at a set of another organisation", async () => {
    const outsider = await world.outsider("coordinator");
    const theirs = await createVersion(outsider, shippedId);
    await publishQuestionSet(outsider, { id: theirs, version: 1 });
    const own = await createVersion(coordinator, shippedId);
    await publishQuestionSet(coordinator, { id: own, version: 1 });
    const next = await createVersion(coordinator, own);
    const set = await getQuestionSet(coordinator, next);
    expect(set.number).toBe(3);
    expect(set.changes?.previous).toBe(2);
    await retireQuestionSet(coordinator, { id: own, version: 2 });
    expect((await getQuestionSet(coordinator, next)).changes?.previous).toBe(2);
  });
});

it("a stored draft fills the form and comes back the same", async () => {
  const [row] = await db.read.select().from(questionSets);
  if (!row) throw new Error("No set");
  const flat = flatValues(formOf(row.content, 1));
  expect(flatValues(parsed(flat).data?.form ?? formOf(row.content, 2))).toEqual(flat);
});
