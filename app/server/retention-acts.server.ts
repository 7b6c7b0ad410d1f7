/** What the forms about keeping and destroying do; each gives the message for it. */
import type { CaseRetentionInput, DestructionInput } from "#app/schemas/retention.ts";
import type { Access } from "./access.server.ts";
import { forgetDestroyed } from "./destruction-finishing.server.ts";
import {
  approveDestruction,
  proposeDestruction,
  refuseDestruction,
} from "./destructions.server.ts";
import { liftHold, placeHold } from "./legal-holds.server.ts";

type CaseAct = { caseId: string; input: CaseRetentionInput; formKey?: string | undefined };

/** Holds a case, lets go of it, or proposes to destroy it. */
export async function changeCaseRetention(
  access: Access<"destruction.propose">,
  { caseId, input, formKey }: CaseAct,
): Promise<{ address: string; flash: string }> {
  const address = `/casussen/${caseId}/bewaren`;
  if (input.intent === "hold") {
    await placeHold(access, { caseId, reason: input.reason }, formKey);
    return { address, flash: "case_held" };
  }
  if (input.intent === "lift") {
    await liftHold(access, { caseId, holdId: input.holdId });
    return { address, flash: "case_released" };
  }
  const id = await proposeDestruction(access, { caseId, ground: input.ground }, formKey);
  return { address: `/beheer/vernietigen/${id}`, flash: "destruction_proposed" };
}

type Answer = Exclude<DestructionInput, { intent: "withdraw" }> & { id: string };

/** Approves a proposal, after which nothing can be read of the case any more, or refuses it. */
export async function answerDestruction(
  access: Access<"destruction.approve">,
  { id, intent, version }: Answer,
): Promise<string> {
  if (intent === "refuse") {
    await refuseDestruction(access, { id, version });
    return "destruction_refused";
  }
  await approveDestruction(access, { id, version });
  await forgetDestroyed();
  return "destruction_approved";
}
