import * as z from "zod";
import type { QuestionSetContent } from "#app/domain/question-set.ts";
import { questionSetProblems } from "#app/domain/question-set-problems.ts";
import { longest, most } from "./question-set-limits.ts";
import { questionKey } from "./question-set.ts";
import "./zod-errors.ts";

export const fileFormat = "maatwerkplaats-question-set";
export const fileFormatVersion = 1;
/** Most characters of a file: the largest set there can be takes less than half. */
export const largestFile = 2_000_000;

export type QuestionSetFile = {
  format: typeof fileFormat;
  formatVersion: typeof fileFormatVersion;
  key: string;
  number: number;
  content: QuestionSetContent;
};

/** What is wrong with a file, and where: `content.perspectives[1].criteria[0].anchors`. */
export type FileProblem = { place: string; code: string };

/** Line ends and tabs may stand in a text; other control characters and halves of characters may not. */
const isPlainText = (text: string) =>
  !/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u.test(text);
const text = (max: number) => z.string().max(max).refine(isPlainText, "control_characters");
const words = (max: number) => z.strictObject({ nl: text(max), en: text(max) });
const weight = z.number().min(0).max(1);

const caseQuestion = {
  key: questionKey,
  question: words(longest.question),
  meaning: words(longest.meaning),
};
const gate = { ...caseQuestion, source: text(longest.source) };

const perspective = z.strictObject({
  key: questionKey,
  name: words(longest.word),
  leadingQuestion: words(longest.question),
  weight,
  passMark: z.number().min(1).max(5),
  gates: z.array(z.strictObject(gate)).max(most.gates),
  criteria: z
    .array(
      z.strictObject({
        ...gate,
        weight,
        mayNotApply: z.boolean(),
        anchors: z.array(words(longest.anchor)).length(5, "five_texts"),
      }),
    )
    .max(most.criteria),
});

const contentSchema = z.strictObject({
  name: words(longest.name),
  description: words(longest.description),
  scale: z.array(words(longest.word)).length(5, "five_texts"),
  levels: z.array(words(longest.word)).max(most.levels),
  margin: z.number().min(0).max(4),
  perspectives: z.array(perspective).max(most.perspectives),
  caseQuestions: z.array(z.strictObject(caseQuestion)).max(most.caseQuestions),
});

const fileSchema = z.strictObject({
  format: z.literal(fileFormat),
  formatVersion: z.literal(fileFormatVersion),
  key: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/, "set_key"),
  number: z.int().min(1).max(999_999),
  content: contentSchema,
});

/** The text of a file, for people to keep, read and compare: its parts always in the same order. */
export function fileTextOf(file: Omit<QuestionSetFile, "format" | "formatVersion">): string {
  const { key, number, content } = file;
  const ordered = contentSchema.safeParse(content).data ?? content;
  const head = { format: fileFormat, formatVersion: fileFormatVersion, key, number };
  return `${JSON.stringify({ ...head, content: ordered }, null, 2)}\n`;
}

type Reading = { file: QuestionSetFile } | { problems: FileProblem[] };

/** Reads the text of a file: all of it, or what is wrong at which place. */
export function readQuestionSetFile(source: string): Reading {
  if (source.length > largestFile) return refused("too_large");
  const posted = parsedJson(source.replace(/^\ufeff/, ""));
  if (posted === undefined) return refused("not_json");
  const forbidden = forbiddenNames(posted);
  if (forbidden.length > 0) return { problems: forbidden };
  const head = z.object({ format: z.unknown(), formatVersion: z.unknown() }).safeParse(posted);
  if (!head.success || head.data.format !== fileFormat) return refused("format", "format");
  if (head.data.formatVersion !== fileFormatVersion) {
    return refused("format_version", "formatVersion");
  }
  const parsed = fileSchema.safeParse(posted);
  if (!parsed.success) return { problems: parsed.error.issues.flatMap(problemsOf) };
  const unsound = questionSetProblems(parsed.data.content).map(({ code, path }) => ({
    place: written(["content", ...placeOf(code, path)]),
    code,
  }));
  return unsound.length > 0 ? { problems: unsound } : { file: parsed.data };
}

function refused(code: string, place = ""): Reading {
  return { problems: [{ place, code }] };
}

function parsedJson(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    return undefined;
  }
}

/** The weight that a sum is shown at stands for all of them. */
function placeOf(code: string, path: string): string[] {
  const steps = path.split(".");
  return code === "weights" ? steps.slice(0, -2) : steps;
}

/** `__proto__` in a file is a name of its own; in an object made from it, it would be something else. */
function forbiddenNames(value: unknown, path: PropertyKey[] = []): FileProblem[] {
  // Deeper than any set goes; a file that nests on and on must not fill the stack.
  if (path.length > 12) return [{ place: written(path.slice(0, 12)), code: "too_deep" }];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((entry, at) => forbiddenNames(entry, [...path, at])).slice(0, 100);
  }
  return Object.entries(value)
    .flatMap(([name, entry]) =>
      /^(__proto__|constructor|prototype)$/.test(name)
        ? [{ place: written([...path, name]), code: "forbidden_name" }]
        : forbiddenNames(entry, [...path, name]),
    )
    .slice(0, 100);
}

function problemsOf(issue: z.core.$ZodIssue): FileProblem[] {
  const { path, code, message } = issue;
  if (code === "unrecognized_keys") {
    return issue.keys.map((name) => ({ place: written([...path, name]), code: "unknown_name" }));
  }
  if (message === "five_texts") return [{ place: written(path), code: "five_texts" }];
  const limit =
    code === "too_big" ? `:${issue.maximum}` : code === "too_small" ? `:${issue.minimum}` : "";
  return [{ place: written(path), code: `${message}${limit}` }];
}

/** `perspectives[1].criteria[0]`; a name from the file is shortened, so that it never fills the page. */
function written(path: PropertyKey[]): string {
  const parts = path.map((step) =>
    /^\d+$/.test(String(step)) ? `[${String(step)}]` : `.${String(step).slice(0, 40)}`,
  );
  return parts.join("").replace(/^\./, "");
}
