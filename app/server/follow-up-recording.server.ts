import type { FollowUpInput } from "#app/schemas/follow-up.ts";
import type { Access } from "./access.server.ts";
import { completeCondition, reopenCondition } from "./conditions.server.ts";
import { holdReview, planReview } from "./reviews.server.ts";

/** Records one thing that happened after a decision. */
export async function recordFollowUp(
  access: Access<"follow-up.record">,
  caseId: string,
  input: Exclude<FollowUpInput, { intent: "close" }>,
  formKey?: string,
): Promise<void> {
  switch (input.intent) {
    case "condition-done":
      return completeCondition(access, { caseId, ...input }, formKey);
    case "condition-open":
      return reopenCondition(access, { caseId, ...input }, formKey);
    case "review-held":
      return holdReview(access, caseId, input, formKey);
    case "review-planned":
      return planReview(access, caseId, input, formKey);
  }
}
