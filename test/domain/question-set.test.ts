import { describe, expect, it } from "vitest";
import {
  assertQuestionSet,
  type CriterionTemplate,
  type PerspectiveTemplate,
  type QuestionSetContent,
} from "../../app/domain/question-set.ts";
import { textIn } from "../../app/domain/local-text.ts";
import { refusal } from "./weighing-example.ts";

const text = { nl: "tekst", en: "text" };
const five = [text, text, text, text, text];

function criterion(key: string, weight: number): CriterionTemplate {
  const texts = { question: text, meaning: text, source: "", anchors: five };
  return { key, weight, mayNotApply: false, ...texts };
}

function perspective(key: string, weight: number): PerspectiveTemplate {
  return {
    key,
    name: text,
    leadingQuestion: text,
    weight,
    passMark: 3,
    gates: [{ key: `${key}-g`, question: text, meaning: text, source: "" }],
    criteria: [criterion(`${key}-1`, 0.5), criterion(`${key}-2`, 0.5)],
  };
}

const content: QuestionSetContent = {
  name: text,
  description: text,
  scale: five,
  levels: five.slice(1),
  margin: 0.3,
  perspectives: [perspective("a", 1 / 3), perspective("b", 1 / 3), perspective("c", 1 / 3)],
  caseQuestions: [{ key: "dignity", question: text, meaning: text }],
};

function codeFor(change: Partial<QuestionSetContent>): string | undefined {
  return refusal(() => assertQuestionSet({ ...content, ...change }));
}

function codeForFirst(change: Partial<PerspectiveTemplate>): string | undefined {
  const [first, ...rest] = content.perspectives;
  return first && codeFor({ perspectives: [{ ...first, ...change }, ...rest] });
}

describe("a question set", () => {
  it("stands with thirds that sum to 1 but for rounding", () => {
    expect(codeFor({})).toBeUndefined();
  });

  it("has 2 to 6 perspectives", () => {
    expect(codeFor({ perspectives: [perspective("a", 1)] })).toBe("perspectives");
    const seven = [..."abcdefg"].map((key) => perspective(key, 1 / 7));
    expect(codeFor({ perspectives: seven })).toBe("perspectives");
    expect(codeFor({ perspectives: [..."abcdef"].map((key) => perspective(key, 1 / 6)) })).toBe(
      undefined,
    );
  });

  it("has non-negative weights that sum to 1, over perspectives and within each", () => {
    expect(codeForFirst({ weight: 0.5 })).toBe("weights");
    expect(codeForFirst({ criteria: [criterion("x", 0.9)] })).toBe("weights");
    expect(codeForFirst({ criteria: [criterion("x", 1.5), criterion("y", -0.5)] })).toBe("weights");
    expect(codeForFirst({ weight: Number.NaN })).toBe("weights");
  });

  it("has at least one criterion per perspective, each with five anchors", () => {
    expect(codeForFirst({ criteria: [] })).toBe("criteria");
    expect(codeForFirst({ criteria: [{ ...criterion("x", 1), anchors: [text] }] })).toBe("anchors");
  });

  it("has pass marks on the scale", () => {
    expect(codeForFirst({ passMark: 0.9 })).toBe("pass_mark");
    expect(codeForFirst({ passMark: 5.1 })).toBe("pass_mark");
    expect(codeForFirst({ passMark: 5 })).toBeUndefined();
  });

  it("uses a key once, over perspectives, gates, criteria and case questions", () => {
    expect(codeForFirst({ key: "b" })).toBe("keys");
    expect(codeForFirst({ criteria: [criterion("a-g", 1)] })).toBe("keys");
    expect(codeForFirst({ criteria: [criterion("dignity", 1)] })).toBe("keys");
    expect(codeForFirst({ key: " " })).toBe("keys");
  });

  it("has a scale of five, at least two levels and a margin that is not negative", () => {
    expect(codeFor({ scale: five.slice(1) })).toBe("scale");
    expect(codeFor({ levels: [text] })).toBe("levels");
    expect(codeFor({ margin: -0.1 })).toBe("margin");
  });

  it("has Dutch names and questions; English may be blank and then reads Dutch", () => {
    expect(codeFor({ name: { nl: " ", en: "name" } })).toBe("texts");
    expect(codeFor({ name: { nl: "naam", en: "" } })).toBeUndefined();
    expect(textIn({ nl: "naam", en: " " }, "en")).toBe("naam");
    expect(textIn(text, "en")).toBe("text");
  });
});
