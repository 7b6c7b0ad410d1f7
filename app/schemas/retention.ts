import * as z from "zod";
import {
  destructionGrounds,
  retentionMonths,
  retentionOutcomes,
  type CaseRowKind,
  type DestructionGround,
  type DestructionStatus,
  type RetentionOutcome,
} from "#app/domain/retention.ts";
import { checkbox, choice, identifier, text, version, wholeNumber } from "./fields.ts";

export const retentionSchema = z.object({
  outcome: choice(retentionOutcomes),
  months: wholeNumber(retentionMonths),
  source: text(300),
  /** Zero as long as nothing was chosen. */
  version: wholeNumber({ min: 0, max: 999_999_999 }),
});
export type RetentionInput = z.output<typeof retentionSchema>;

const confirmed = () => checkbox().refine((value) => value, "confirm_required");

/** What can be done about keeping one case. */
export const caseRetentionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("hold"), reason: text(1000) }),
  z.object({ intent: z.literal("lift"), holdId: identifier() }),
  z.object({
    intent: z.literal("propose"),
    ground: choice(destructionGrounds),
    confirm: confirmed(),
  }),
]);
export type CaseRetentionInput = z.output<typeof caseRetentionSchema>;

export const destructionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve"), version: version(), confirm: confirmed() }),
  z.object({ intent: z.literal("refuse"), version: version() }),
  z.object({ intent: z.literal("withdraw"), version: version() }),
]);
export type DestructionInput = z.output<typeof destructionSchema>;

export type PeriodView = {
  outcome: RetentionOutcome;
  months: number;
  source: string;
  version: number;
};

export type OverdueCase = {
  id: string;
  number: string;
  outcome: RetentionOutcome;
  closedAt: number;
};

export type HoldView = {
  id: string;
  reason: string;
  placedBy: string;
  placedAt: number;
  liftedBy: string | null;
  liftedAt: number | null;
};

export type DestructionItem = {
  id: string;
  caseNumber: string;
  ground: DestructionGround;
  status: DestructionStatus;
  proposedBy: string;
  proposedAt: number;
  decidedBy: string | null;
  decidedAt: number | null;
  completedAt: number | null;
};

/** How much there is of a case, or was. */
export type KindCount = { kind: CaseRowKind; rows: number };
