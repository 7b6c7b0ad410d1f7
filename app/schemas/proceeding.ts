import * as z from "zod";
import { postponementGrounds, proceedingOutcomes, remedyKinds } from "#app/domain/proceeding.ts";
import { laterKinds } from "./decision-choices.ts";
import {
  checkbox,
  choice,
  day,
  identifier,
  optionalChoice,
  optionalDay,
  optionalText,
  text,
  version,
} from "./fields.ts";

const one = { proceedingId: identifier() };

export const proceedingForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("received"),
    kind: choice(remedyKinds),
    receivedAt: day(),
    grounds: text(5000),
    ownerId: identifier(),
    /** An advisory committee looks at the objection: the answer may take twelve weeks. */
    committee: checkbox(),
  }),
  z.object({
    intent: z.literal("changed"),
    ...one,
    version: version(),
    receivedAt: day(),
    ownerId: identifier(),
    grounds: text(5000),
  }),
  z
    .object({
      intent: z.literal("postponed"),
      ...one,
      /** Of an objection only. */
      ground: optionalChoice(postponementGrounds),
      until: optionalDay(),
      note: optionalText(2000),
    })
    .refine(({ ground, until }) => ground !== "extension" || until === null, {
      path: ["until"],
      message: "six_weeks_no_day",
    }),
  z.object({
    intent: z.literal("concluded"),
    ...one,
    outcome: choice(proceedingOutcomes),
    note: text(5000),
  }),
  z.object({ intent: z.literal("reopened"), ...one, note: text(2000) }),
  z.object({
    intent: z.literal("new-decision"),
    ...one,
    /** The decision in force, that the new one takes the place of. */
    decisionId: identifier(),
    kind: choice(laterKinds),
    reason: text(2000),
  }),
]);
export type ProceedingInput = z.output<typeof proceedingForm>;
export type ProceedingAct<Intent extends ProceedingInput["intent"]> = Extract<
  ProceedingInput,
  { intent: Intent }
>;
