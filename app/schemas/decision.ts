import * as z from "zod";
import { precedentCheckAnswers } from "#app/domain/decision.ts";
import { groundKeys } from "#app/domain/option.ts";
import {
  checkbox,
  choice,
  identifier,
  listOf,
  optionalChoice,
  optionalDay,
  optionalIdentifier,
  optionalText,
  text,
  wholeNumber,
} from "./fields.ts";
import { laterKinds, mostConditions } from "./decision-choices.ts";

/** A row without text does not count; with text it needs an owner and a date. */
const conditionRow = z
  .object({
    text: optionalText(2000),
    ownerId: optionalIdentifier(),
    dueDate: optionalDay(),
  })
  .superRefine(({ text: condition, ownerId, dueDate }, context) => {
    if (condition === "") return;
    if (ownerId === null)
      context.addIssue({ code: "custom", path: ["ownerId"], message: "choose" });
    if (dueDate === null) {
      context.addIssue({ code: "custom", path: ["dueDate"], message: "required" });
    }
  });

const draft = {
  /** The draft on the screen: empty and 0 while there is none. */
  decisionId: optionalIdentifier(),
  version: wholeNumber({ min: 0, max: 999_999_999 }),
  option: optionalIdentifier(),
  choices: z.record(z.uuid(), optionalIdentifier()).default({}),
  motivation: z.record(z.string().max(60), optionalText()).default({}),
  ground: optionalChoice(groundKeys),
  groundReference: optionalText(2000),
  legalAdvice: optionalText(),
  policyOwner: optionalText(500),
  reasonPro: listOf(identifier()),
  reasonCon: listOf(identifier()),
  departure: optionalText(),
  coverageReason: optionalText(),
  undiscussedReason: optionalText(),
  minorityView: optionalText(),
  precedentCheck: optionalChoice(precedentCheckAnswers),
  precedentCheckText: optionalText(),
  precedents: listOf(identifier(), 50),
  otherPrecedent: optionalText(300),
  /** The precedents the screen warned of, and what is done about that. */
  warned: listOf(identifier()),
  differences: listOf(identifier()),
  changeLine: checkbox(),
  leaveWarning: checkbox(),
  dignityRespected: checkbox(),
  citizenTold: optionalText(),
  citizenToldAt: optionalDay(),
  reviewDate: optionalDay(),
  conditions: z.array(conditionRow).max(mostConditions).default([]),
};

export const decisionDraft = z.object(draft);
export type DecisionDraft = z.output<typeof decisionDraft>;

/** What of the form decides how the decision compares with earlier ones. */
export const comparedChoices = decisionDraft.pick({
  option: true,
  choices: true,
  reasonPro: true,
  reasonCon: true,
  precedents: true,
  warned: true,
  differences: true,
});
export type ComparedChoices = z.output<typeof comparedChoices>;

export const decisionForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), ...draft }),
  z.object({ intent: z.literal("take"), ...draft }),
  z.object({ intent: z.literal("discard"), decisionId: identifier() }),
  z.object({ intent: z.literal("start-from-option") }),
  z.object({ intent: z.literal("compare") }),
  z.object({ intent: z.literal("propose-line-change"), ...draft }),
]);

/** What can be done from the page of a decision that was taken. */
export const decisionPageForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("new-version"),
    kind: choice(laterKinds),
    reason: text(2000),
  }),
  z.object({ intent: z.literal("make-precedent") }),
]);
