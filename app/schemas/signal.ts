import * as z from "zod";
import { signalSources, signalStatuses } from "#app/domain/signal.ts";
import {
  choice,
  identifier,
  listOf,
  optionalDay,
  optionalIdentifier,
  optionalMoney,
  optionalText,
  text,
  version,
} from "./fields.ts";

const wordsLimit = 4_000;

/** From what a new signal is raised, as the address named it. */
const from = {
  caseId: optionalIdentifier(),
  sessionId: optionalIdentifier(),
  doorId: optionalIdentifier(),
};

/** An incident is kept where the case asks for it; a structural problem becomes a signal. */
export const newSignal = z
  .object({
    ...from,
    kind: choice(["incident", "structural"]),
    title: optionalText(200),
    description: optionalText(wordsLimit),
    scopeId: optionalIdentifier(),
    source: choice(signalSources),
    caseIds: listOf(identifier()),
  })
  .refine(({ kind, title }) => kind === "incident" || title !== "", {
    path: ["title"],
    message: "required",
  });
export type NewSignalInput = z.output<typeof newSignal>;

/** The owner as one choice: nobody, `<organisation>/<person>`, or somebody outside in words. */
const owner = z.union([
  z.literal(""),
  z.literal("outside"),
  z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/i, "unknown_option"),
]);

const optionalCount = z
  .string()
  .trim()
  .default("")
  .refine((value) => /^\d{0,7}$/.test(value), "whole_number")
  .transform((value) => (value === "" ? null : Number(value)));

export const signalForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("edit"),
    version: version(),
    title: text(200),
    description: optionalText(wordsLimit),
    scopeId: optionalIdentifier(),
  }),
  z.object({
    intent: z.literal("status"),
    version: version(),
    status: choice(signalStatuses),
    reason: optionalText(wordsLimit),
  }),
  z
    .object({
      intent: z.literal("owner"),
      version: version(),
      owner,
      organisation: optionalText(200),
      name: optionalText(200),
      contact: optionalText(500),
      answerBy: optionalDay(),
    })
    .refine((input) => input.owner !== "outside" || input.organisation !== "", {
      path: ["organisation"],
      message: "required",
    })
    .refine((input) => input.owner === "" || input.answerBy !== null, {
      path: ["answerBy"],
      message: "required",
    }),
  z
    .object({
      intent: z.literal("cost"),
      version: version(),
      casesPerYear: optionalCount,
      centsPerCase: optionalMoney(),
      basis: optionalText(1_000),
    })
    .refine(
      ({ basis, casesPerYear, centsPerCase }) =>
        basis !== "" || (casesPerYear === null && centsPerCase === null),
      { path: ["basis"], message: "required" },
    ),
  z.object({ intent: z.literal("answer"), version: version(), answer: text(wordsLimit) }),
  z.object({ intent: z.literal("note"), note: text(wordsLimit) }),
  z.object({
    intent: z.literal("add_case"),
    number: text(40),
    note: optionalText(1_000),
  }),
  z.object({ intent: z.literal("remove_case"), caseId: identifier() }),
  z.object({ intent: z.literal("merge"), version: version(), into: identifier() }),
  z.object({ intent: z.literal("remind") }),
]);
export type SignalInput = z.output<typeof signalForm>;
export type SignalInputOf<Intent extends SignalInput["intent"]> = Extract<
  SignalInput,
  { intent: Intent }
>;

/** Making a signal of a pattern. */
export const patternForm = z.object({
  intent: z.literal("raise"),
  scopeId: identifier(),
  key: text(2_000),
});

/** What a session leaves behind: one of both is enough. */
export const reflectionForm = z
  .object({
    version: z.string().default("").transform(Number),
    unwrittenRule: optionalText(wordsLimit),
    dilemma: optionalText(wordsLimit),
  })
  .refine(({ unwrittenRule, dilemma }) => unwrittenRule !== "" || dilemma !== "", {
    path: ["unwrittenRule"],
    message: "required",
  });
export type ReflectionInput = z.output<typeof reflectionForm>;

export const reflectionAnswer = z.object({
  intent: z.literal("answer"),
  id: identifier(),
  version: version(),
  answer: text(wordsLimit),
});
