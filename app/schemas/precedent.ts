import * as z from "zod";
import { lifeEvents } from "#app/domain/case-file.ts";
import { outcomeLevels } from "#app/domain/option.ts";
import { parseLawReference } from "#app/domain/law-reference.ts";
import { precedentStatuses, precedentVisibilities } from "#app/domain/precedent-rules.ts";
import {
  choice,
  identifier,
  listOf,
  optionalDay,
  optionalIdentifier,
  optionalText,
  text,
  version,
} from "./fields.ts";

/** One reference per line; each must have the grammar of its kind. */
const lawReferenceLines = optionalText(6000).transform((lines, context) => {
  const references = lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const known = references.flatMap((line) => parseLawReference(line)?.value ?? []);
  if (known.length < references.length || known.length > 30) {
    context.addIssue({ code: "custom", message: "law_reference" });
    return z.NEVER;
  }
  return [...new Set(known)];
});

const story = {
  version: version(),
  title: text(200),
  summary: text(10_000),
  motivation: z.record(z.string().max(60), optionalText()).default({}),
  visibility: choice(precedentVisibilities),
  scopeId: optionalIdentifier(),
  lawReferences: lawReferenceLines,
  lifeEvents: listOf(choice(lifeEvents), lifeEvents.length),
  ownerId: identifier(),
  reviewDate: optionalDay(),
};

export const precedentStory = z.object(story);
export type PrecedentStory = z.output<typeof precedentStory>;

export const precedentForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), ...story }),
  z.object({ intent: z.literal("offer"), ...story }),
  z.object({ intent: z.literal("publish"), version: version() }),
  z.object({ intent: z.literal("send-back"), version: version(), reason: text(2000) }),
  z.object({
    intent: z.literal("end"),
    version: version(),
    status: choice(["outdated", "withdrawn"]),
    reason: text(2000),
  }),
]);

export type PrecedentInput = z.output<typeof precedentForm>;

const levelNames = outcomeLevels.map(String);

/** Filters stand in the address; what is typed to search for never does. */
export const precedentFilters = z.object({
  scope: optionalIdentifier(),
  law: optionalText(300),
  event: z.enum(lifeEvents).nullable().catch(null),
  fact: listOf(identifier(), 20),
  level: z
    .string()
    .refine((level) => levelNames.includes(level))
    .transform(Number)
    .nullable()
    .catch(null),
  organisation: optionalIdentifier(),
  from: optionalDay(),
  until: optionalDay(),
  status: z.enum(precedentStatuses).nullable().catch(null),
});
export type PrecedentFilters = z.output<typeof precedentFilters>;

export const precedentSearch = precedentFilters.extend({
  words: optionalText(500),
  show: z
    .enum(["25", "50", "75", "100"])
    .catch("25")
    .transform((count) => Number(count)),
});
export type PrecedentSearch = z.output<typeof precedentSearch>;
