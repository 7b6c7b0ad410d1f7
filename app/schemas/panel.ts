import * as z from "zod";
import { weightMethods } from "#app/domain/weights.ts";
import { decimalNumber, identifier, listOf, text, version } from "./fields.ts";
import { weightsFrom } from "./weights.ts";

const member = z.object({
  personId: identifier(),
  /** Empty: not on a panel of this case. */
  perspective: z.string().trim().max(60).default(""),
});

const answer = (max: number) => z.string().trim().max(max).default("");
const weighted = z.object({
  key: text(60),
  weight: answer(20),
  points: answer(10),
  rank: answer(10),
  passMark: decimalNumber({ min: 1, max: 5 }),
});

/** How weights came about, with what was filled in for it. */
export const weightFields = {
  method: z.enum(weightMethods, "unknown_option").default("typed"),
  perspectives: z.array(weighted).min(1).max(6),
};
type Filled = z.output<z.ZodObject<typeof weightFields>>;

/**
 * Weights and pass marks as shares that sum to 1, with the points or places they came from. Those of
 * the question set are not filled in: whoever knows the set puts them in their place.
 */
export function weighed<T extends Filled>(input: T, context: z.RefinementCtx) {
  const { perspectives, ...rest } = input;
  const found = weightsFrom(input.method, perspectives);
  if (found && "issues" in found) {
    for (const { place, field, code } of found.issues) {
      const path = ["perspectives", place, field];
      context.addIssue({ code: "custom", path, message: code });
    }
    return z.NEVER;
  }
  const answers = found?.answers ?? null;
  return {
    ...rest,
    perspectives: perspectives.map(({ key, passMark }, place) => ({
      ...{ perspective: key, passMark },
      weight: found?.shares[place] ?? 0,
    })),
    answers:
      answers &&
      Object.fromEntries(perspectives.map(({ key }, place) => [key, answers[place] ?? 0])),
  };
}

export const panelSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("members"),
    version: version(),
    members: listOf(member, 1000),
  }),
  z
    .object({ intent: z.literal("weights"), version: version(), ...weightFields })
    .transform(weighed),
]);
export type PanelInput = z.output<typeof panelSchema>;
export type MembersInput = Extract<PanelInput, { intent: "members" }>;
export type WeightsInput = Extract<PanelInput, { intent: "weights" }>;
