import * as z from "zod";
import { factAnswers } from "#app/domain/case-file.ts";
import { adoptionChoices } from "#app/domain/precedent-relations.ts";
import { choice, identifier, optionalChoice, optionalText, wholeNumber } from "./fields.ts";

const answer = z.object({
  answer: optionalChoice(factAnswers).catch(null),
  amount: optionalText(30).catch(""),
});

/** The answers on a form somebody is filling in; what the form does not ask stays as it is stored. */
export const comparableForm = z.object({
  scopeId: z.union([z.literal(""), z.uuid()]).optional(),
  facts: z.record(z.uuid(), answer).optional(),
});
export type ComparableInput = z.output<typeof comparableForm>;

const place = {
  caseId: identifier(),
  precedentId: identifier(),
  perspective: z.string().min(1, "required").max(60),
  /** 0 while nothing was chosen yet. */
  version: wholeNumber({ min: 0, max: 999_999_999 }),
};

/** What a case does with the reasons of a precedent from one perspective. */
export const adoptionForm = z.discriminatedUnion("intent", [
  z
    .object({
      intent: z.literal("record"),
      ...place,
      choice: choice(adoptionChoices),
      /** The original, to be adapted. */
      adapted: optionalText(),
      /** Why it is departed from. */
      departed: optionalText(),
    })
    .superRefine(({ choice: chosen, adapted, departed }, context) => {
      const missing = { adopt: false, adapt: adapted === "", depart: departed === "" }[chosen];
      const field = chosen === "adapt" ? "adapted" : "departed";
      if (missing) context.addIssue({ code: "custom", path: [field], message: "required" });
    }),
  z.object({ intent: z.literal("withdraw"), ...place }),
]);
export type AdoptionInput = z.output<typeof adoptionForm>;
export type AdoptionRecord = Extract<AdoptionInput, { intent: "record" }>;
