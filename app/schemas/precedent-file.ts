/** A file with precedents: the same rows as JSON or as CSV. Described in docs/operations/importing-precedents.md. */
import * as z from "zod";
import { lifeEvents } from "#app/domain/case-file.ts";
import { parseLawReference } from "#app/domain/law-reference.ts";
import { listInCell, momentInFile, pairsInCell } from "#app/domain/precedent-file.ts";
import { precedentVisibilities } from "#app/domain/precedent-rules.ts";
import "./zod-errors.ts";

export const fileFormat = "maatwerkplaats-precedents";
export const fileVersion = 1;
/** As large as a document: what the server takes in one upload. */
export const largestImport = 20 * 1024 * 1024;
/** More in one file would keep the moment of publishing too long. */
export const mostRows = 25_000;

/** Motivations stand in a column per perspective: `motivation.legal`. Other sets have other perspectives. */
export const motivationColumn = /^motivation\.([a-z][a-z0-9_-]{0,58})$/i;
/** Perspectives of the set that ships as the first. */
export const commonPerspectives = ["legal", "financial", "societal"] as const;

/** For people only: read over when they come back. */
export const ignoredColumns = ["number", "organisation", "row", "errors"] as const;

/** Numbers and the like in JSON are taken as the text they stand for. */
function asText(value: unknown): unknown {
  if (value === null || value === undefined) return "";
  return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}

function optional(max: number) {
  return z.preprocess(asText, z.string().trim().max(max));
}

function required(max: number) {
  return z.preprocess(asText, z.string().trim().min(1, "required").max(max));
}

function list<T extends z.ZodType<unknown, string>>(item: T, max: number) {
  return z.preprocess(
    (value) => (typeof asText(value) === "string" ? listInCell(String(asText(value))) : value),
    z.array(item).max(max),
  );
}

const name = z.string().trim().min(1).max(200);

function moment(value: string, context: z.RefinementCtx): number {
  const found = momentInFile(value);
  if (found !== null) return found;
  context.addIssue({ code: "custom", message: value === "" ? "required" : "date" });
  return z.NEVER;
}

const requiredMoment = z.preprocess(asText, z.string().trim().max(40)).transform(moment);
const optionalMoment = z
  .preprocess(asText, z.string().trim().max(40))
  .transform((value, context) => (value === "" ? null : moment(value, context)));

const lawReference = z
  .string()
  .trim()
  .max(300)
  .transform((value, context) => {
    const found = parseLawReference(value)?.value;
    if (found !== undefined) return found;
    context.addIssue({ code: "custom", message: "law_reference" });
    return z.NEVER;
  });

/** `{ "months_late": 36 }`, or `months_late=36|debt=1250.50` in a cell. */
const amounts = z.preprocess(
  (value) => {
    const text = asText(value);
    return typeof text === "string" ? Object.fromEntries(pairsInCell(text)) : value;
  },
  z.record(z.string().max(200), required(20)).refine((given) => Object.keys(given).length <= 60),
);

const motivation = z
  .preprocess(
    (value) => value ?? {},
    z
      .record(z.string().regex(/^[a-z][a-z0-9_-]{0,58}$/), optional(20_000))
      .refine((given) => Object.keys(given).length <= 20, "too_many:20"),
  )
  .transform((given) =>
    Object.fromEntries(Object.entries(given).filter(([, text]) => text !== "")),
  );

const ignored = Object.fromEntries(
  ignoredColumns.map((column) => [column, z.unknown().optional()]),
) as Record<(typeof ignoredColumns)[number], z.ZodOptional<z.ZodUnknown>>;

/** One row, read as far as the file itself tells: names of scopes and facts are looked up later. */
export const precedentRow = z.strictObject({
  externalId: required(200),
  title: required(200),
  summary: required(10_000),
  motivation,
  scope: optional(200),
  level: required(100),
  factsPro: list(name, 60),
  factsCon: list(name, 60),
  amounts,
  reason: list(name, 120),
  unknownFacts: list(name, 500),
  lawReferences: list(lawReference, 30),
  lifeEvents: list(z.enum(lifeEvents, "unknown_option"), lifeEvents.length),
  decidedAt: requiredMoment,
  validUntil: optionalMoment,
  visibility: z.preprocess(
    (value) => asText(value) || null,
    z.enum(precedentVisibilities, "unknown_option").nullable(),
  ),
  reviewDate: optionalMoment,
  status: optional(40),
  ...ignored,
});
export type PrecedentRow = z.output<typeof precedentRow>;

/** A row as it is kept while it waits: texts, lists of texts, and texts by name. */
export type RawRow = Record<string, unknown>;

/** The name of a row where it comes from, before anything else of it is read; empty when there is none. */
export function externalIdIn({ externalId }: RawRow): string {
  const isPlain = typeof externalId === "string" || typeof externalId === "number";
  return isPlain ? String(externalId).trim() : "";
}

/** What is wrong with a row: codes by column, each perhaps with what it is about behind a colon. */
export type RowErrors = Record<string, string[]>;

/** What is wrong, by column; the row itself when nothing is. */
export function readRow(raw: RawRow): { row: PrecedentRow } | { errors: RowErrors } {
  const parsed = precedentRow.safeParse(raw);
  if (parsed.success) return { row: parsed.data };
  const errors: RowErrors = {};
  for (const issue of parsed.error.issues) {
    const { column, code } = placeOf(issue);
    if (!errors[column]?.includes(code)) errors[column] = [...(errors[column] ?? []), code];
  }
  return { errors };
}

type Issue = z.core.$ZodIssue;

function placeOf(issue: Issue): { column: string; code: string } {
  if (issue.code === "unrecognized_keys") {
    // Not as a column: any name may stand there, also one that means something to JavaScript.
    return { column: "", code: `unknown_column:${issue.keys[0]?.slice(0, 60)}` };
  }
  const [column = "", ...inside] = issue.path.map(String);
  const isMotivation = column === "motivation" && inside[0] !== undefined;
  return {
    column: isMotivation ? `motivation.${inside[0]?.slice(0, 60)}` : column,
    code: codeOf(issue),
  };
}

function codeOf(issue: Issue): string {
  if (issue.code === "too_big" && !issue.message.includes(":")) {
    return `${issue.message}:${issue.maximum}`;
  }
  if (issue.code === "invalid_key") return "unknown_perspective";
  return issue.message;
}
