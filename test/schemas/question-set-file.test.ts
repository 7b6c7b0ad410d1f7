import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBsn } from "#app/domain/personal-data.ts";
import { assertQuestionSet } from "#app/domain/question-set.ts";
import { perspectiefcirkelNl } from "#app/domain/question-sets/perspectiefcirkel-nl.ts";
import { shippedQuestionSets } from "#app/domain/question-sets/index.ts";
import { fileTextOf, readQuestionSetFile } from "#app/schemas/question-set-file.ts";
import { questionSetContents } from "../domain/generated-question-sets.ts";

const text = fileTextOf({ key: "een-set", number: 3, content: perspectiefcirkelNl });

type Json = { [name: string]: Json } & Json[];

/** The problems of the file after somebody changed it by hand. */
function problemsAfter(change: (file: Json) => void): string[] {
  const file = JSON.parse(text) as Json;
  change(file);
  return problemsOf(JSON.stringify(file));
}

function problemsOf(source: string): string[] {
  const reading = readQuestionSetFile(source);
  if (!("problems" in reading)) return [];
  return reading.problems.map(({ place, code }) => (place ? `${place}: ${code}` : code));
}

function put(value: unknown): Json {
  return value as Json;
}

describe("a file of a question set", () => {
  it("read and written again is the same file, whatever the set", () => {
    fc.assert(
      fc.property(questionSetContents, fc.integer({ min: 1, max: 999 }), (content, number) => {
        assertQuestionSet(content);
        const source = fileTextOf({ key: "een-set", number, content });
        const reading = readQuestionSetFile(source);
        if ("problems" in reading) throw new Error(JSON.stringify(reading.problems));
        expect(reading.file.content).toEqual(content);
        expect(fileTextOf(reading.file)).toBe(source);
      }),
      { numRuns: 100 },
    );
  });

  it("of a set that ships with the product is read, and holds no citizen service number", () => {
    for (const { key, version: number, content } of shippedQuestionSets) {
      const source = fileTextOf({ key, number, content });
      expect(problemsOf(source)).toEqual([]);
      expect(findBsn(source)).toEqual([]);
    }
  });

  it("may begin with the mark some editors put there", () => {
    expect(problemsOf(`\ufeff${text}`)).toEqual([]);
  });

  it.each([
    ["nothing", "", "not_json"],
    ["words", "een vragenset", "not_json"],
    ["half a file", text.slice(0, 400), "not_json"],
    ["a list", "[]", "format: format"],
    ["null", "null", "format: format"],
    ["another file", '{"format":"iets-anders","formatVersion":1}', "format: format"],
    [
      "a later version",
      text.replace('"formatVersion": 1', '"formatVersion": 2'),
      "formatVersion: format_version",
    ],
    [
      "a version in words",
      text.replace('"formatVersion": 1', '"formatVersion": "1"'),
      "formatVersion: format_version",
    ],
  ])("is refused when it is %s", (_, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });

  it("is refused when it is too large, before it is read", () => {
    expect(problemsOf(`"${"x".repeat(2_000_000)}"`)).toEqual(["too_large"]);
  });

  it.each<[string, (file: Json) => void, string]>([
    [
      "an anchor too few",
      (file) => file.content?.perspectives?.[1]?.criteria?.[0]?.anchors?.pop(),
      "content.perspectives[1].criteria[0].anchors: five_texts",
    ],
    [
      "a word of the scale too many",
      (file) => file.content?.scale?.push(put({ nl: "a", en: "" })),
      "content.scale: five_texts",
    ],
    [
      "a text that is a number",
      (file) => Object.assign(file.content?.perspectives?.[0]?.name ?? {}, { nl: 7 }),
      "content.perspectives[0].name.nl: invalid",
    ],
    [
      "a text that is too long",
      (file) => Object.assign(file.content?.name ?? {}, { nl: "x".repeat(121) }),
      "content.name.nl: too_long:120",
    ],
    [
      "a part that is not there",
      (file) => delete (file.content as Partial<Json>).levels,
      "content.levels: required",
    ],
    [
      "a part that nobody knows",
      (file) => Object.assign(file.content ?? {}, { extra: 1 }),
      "content.extra: unknown_name",
    ],
    [
      "weights that do not sum to 1",
      (file) => Object.assign(file.content?.perspectives?.[0] ?? {}, { weight: 0.9 }),
      "content.perspectives: weights",
    ],
    [
      "weights of questions that do not sum to 1",
      (file) =>
        Object.assign(file.content?.perspectives?.[2]?.criteria?.[0] ?? {}, { weight: 0.9 }),
      "content.perspectives[2].criteria: weights",
    ],
    [
      "a question without Dutch words",
      (file) =>
        Object.assign(file.content?.perspectives?.[0]?.gates?.[1]?.question ?? {}, { nl: " " }),
      "content.perspectives[0].gates[1].question.nl: texts",
    ],
    [
      "a level without Dutch words",
      (file) => Object.assign(file.content?.levels?.[2] ?? {}, { nl: "" }),
      "content.levels[2].nl: texts",
    ],
    [
      "a key that stands twice",
      (file) => Object.assign(file.content?.perspectives?.[0]?.criteria?.[0] ?? {}, { key: "F1" }),
      "content.perspectives[1]: keys",
    ],
    [
      "a key that every object has",
      (file) => Object.assign(file.content?.perspectives?.[0] ?? {}, { key: "toString" }),
      "content.perspectives[0].key: invalid",
    ],
    [
      "one perspective",
      (file) => file.content?.perspectives?.splice(1),
      "content.perspectives: perspectives",
    ],
    [
      "a pass mark off the scale",
      (file) => Object.assign(file.content?.perspectives?.[0] ?? {}, { passMark: 6 }),
      "content.perspectives[0].passMark: too_high:5",
    ],
    [
      "a control character",
      (file) => Object.assign(file.content?.name ?? {}, { nl: "a\u0000b" }),
      "content.name.nl: control_characters",
    ],
    [
      "half a character",
      (file) => Object.assign(file.content?.name ?? {}, { nl: "a\ud800b" }),
      "content.name.nl: control_characters",
    ],
    ["a key with a path in it", (file) => Object.assign(file, { key: "../x" }), "key: set_key"],
  ])("with %s is refused at its place", (_, change, problem) => {
    expect(problemsAfter(change)).toContain(problem);
  });

  it("never reaches a prototype, and nothing so named is kept", () => {
    const source = text.replace('"key":', '"__proto__": { "polluted": true }, "key":');
    expect(problemsOf(source)).toEqual(["__proto__: forbidden_name"]);
    const inside = text.replace('"gates":', '"constructor": { "prototype": {} }, "gates":');
    expect(problemsOf(inside)).toEqual(["content.perspectives[0].constructor: forbidden_name"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("that nests on and on is refused without breaking", () => {
    const deep = `${"[".repeat(5000)}${"]".repeat(5000)}`;
    const source = text.replace('"key":', `"extra": ${deep}, "key":`);
    expect(problemsOf(source).at(0)).toMatch(/too_deep$/);
  });

  it("names all that is wrong at once", () => {
    const problems = problemsAfter((file) => {
      for (const one of file.content?.perspectives ?? []) Object.assign(one, { passMark: 9 });
    });
    expect(problems).toHaveLength(3);
  });
});
