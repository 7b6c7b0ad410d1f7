import * as z from "zod";
import { decimalNumber, identifier, listOf, text, version } from "./fields.ts";
import { sharesFrom } from "./weights.ts";

const member = z.object({
  personId: identifier(),
  /** Empty: not on a panel of this case. */
  perspective: z.string().trim().max(60).default(""),
});

const weighted = z.object({
  key: text(60),
  weight: z.string().trim().min(1, "required").max(20),
  passMark: decimalNumber({ min: 1, max: 5 }),
});
type Weighted = z.output<typeof weighted>;

/** Weights and pass marks as shares that sum to 1. */
function toWeights(perspectives: Weighted[], context: z.RefinementCtx) {
  const found = sharesFrom(perspectives.map(({ weight }) => weight));
  if ("shares" in found) {
    return perspectives.map(({ key, passMark }, place) => ({
      perspective: key,
      weight: found.shares[place] ?? 0,
      passMark,
    }));
  }
  const places = "wrong" in found ? found.wrong : [0];
  const message = "wrong" in found ? "weight" : "weights";
  for (const place of places) {
    context.addIssue({ code: "custom", path: [place, "weight"], message });
  }
  return z.NEVER;
}

export const weightsField = z.array(weighted).min(1).max(6).transform(toWeights);

export const panelSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("members"),
    version: version(),
    members: listOf(member, 1000),
  }),
  z.object({
    intent: z.literal("weights"),
    version: version(),
    perspectives: weightsField,
  }),
]);
export type PanelInput = z.output<typeof panelSchema>;
export type MembersInput = Extract<PanelInput, { intent: "members" }>;
export type WeightsInput = Extract<PanelInput, { intent: "weights" }>;
