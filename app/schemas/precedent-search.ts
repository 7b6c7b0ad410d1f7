import * as z from "zod";
import { lifeEvents } from "#app/domain/case-file.ts";
import { outcomeLevels } from "#app/domain/option.ts";
import {
  identifier,
  listOf,
  optionalDay,
  optionalIdentifier,
  optionalText,
  text,
} from "./fields.ts";
import { precedentSorts, precedentStandings } from "./precedent-sorts.ts";

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
  status: z.enum(precedentStandings).nullable().catch(null),
  /** The policy rule that took their place. */
  rule: optionalIdentifier(),
  /** The case the precedents are compared with. */
  case: optionalIdentifier(),
  sort: z.enum(precedentSorts).nullable().catch(null),
});
export type PrecedentFilters = z.output<typeof precedentFilters>;

export const precedentSearch = precedentFilters.extend({
  words: optionalText(500),
  /** Where the page before ended. */
  after: optionalText(120),
});
export type PrecedentSearch = z.output<typeof precedentSearch>;

const longestAddress = 4000;

export const savedSearchForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    name: text(80),
    words: optionalText(500),
    filters: optionalText(longestAddress),
  }),
  z.object({ intent: z.literal("delete"), id: identifier() }),
]);
export type SavedSearchInput = z.output<typeof savedSearchForm>;
