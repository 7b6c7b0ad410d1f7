import type { FollowUpInput } from "#app/schemas/follow-up.ts";
import type { Access } from "./access.server.ts";
import { completeCondition, reopenCondition } from "./conditions.server.ts";
import { holdReview, planReview } from "./reviews.server.ts";

type AboutCondition = Extract<FollowUpInput, { intent: "condition-done" | "condition-open" }>;

export function isAboutCondition(input: FollowUpInput): input is AboutCondition {
  return input.intent === "condition-done" || input.intent === "condition-open";
}

/** Records that a condition was met, or not after all: its owner may, whatever they may do besides. */
export async function recordCondition(
  access: Access<"case.read">,
  caseId: string,
  input: AboutCondition,
  formKey?: string,
): Promise<void> {
  const record = input.intent === "condition-done" ? completeCondition : reopenCondition;
  return record(access, { caseId, ...input }, formKey);
}

/** Records what else happened after a decision. */
export async function recordFollowUp(
  access: Access<"follow-up.record">,
  caseId: string,
  input: Exclude<FollowUpInput, AboutCondition | { intent: "close" }>,
  formKey?: string,
): Promise<void> {
  switch (input.intent) {
    case "review-held":
      return holdReview(access, caseId, input, formKey);
    case "review-planned":
      return planReview(access, caseId, input, formKey);
  }
}
