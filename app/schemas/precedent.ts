import * as z from "zod";
import { lifeEvents } from "#app/domain/case-file.ts";
import { parseLawReference } from "#app/domain/law-reference.ts";
import { precedentVisibilities } from "#app/domain/precedent-rules.ts";
import {
  choice,
  day,
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

/** A law, ruling or rule in its official form, or nothing. */
const endReference = optionalText(300).transform((typed, context) => {
  const known = typed === "" ? "" : parseLawReference(typed)?.value;
  if (known !== undefined) return known;
  context.addIssue({ code: "custom", message: "law_reference" });
  return z.NEVER;
});

/** Ended by law or ruling, withdrawn, or still valid until a day. */
export const precedentEndKinds = ["outdated", "withdrawn", "expires"] as const;

const ending = {
  version: version(),
  status: choice(precedentEndKinds),
  validUntil: optionalDay(),
  reason: text(2000),
  reference: endReference,
};
const management = {
  version: version(),
  visibility: choice(precedentVisibilities),
  ownerId: identifier(),
  reviewDate: day(),
};
export type PrecedentEnding = z.output<z.ZodObject<typeof ending>>;
export type PrecedentManagement = z.output<z.ZodObject<typeof management>>;

export const precedentForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), ...story }),
  z.object({ intent: z.literal("offer"), ...story }),
  z.object({ intent: z.literal("publish"), version: version() }),
  z.object({ intent: z.literal("send-back"), version: version(), reason: text(2000) }),
  z.object({ intent: z.literal("end"), ...ending }),
  z.object({ intent: z.literal("keep"), version: version() }),
  z.object({ intent: z.literal("manage"), ...management }),
  z.object({ intent: z.literal("review"), version: version(), reviewDate: optionalDay() }),
]);

export type PrecedentInput = z.output<typeof precedentForm>;
