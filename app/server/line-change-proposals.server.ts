import { db } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { DecisionDraft } from "#app/schemas/decision.ts";
import type { Access } from "./access.server.ts";
import { draftChange, keepDraft } from "./decision-drafts.server.ts";
import { findContradicted } from "./equal-treatment.server.ts";
import { askLineChange } from "./line-changes.server.ts";
import { asItIsNow } from "./taking-decisions.server.ts";

/**
 * Keeps the draft and asks to change the line for it: for the level it has now, and the precedents that it contradicts
 * now. What is written with the precedent check is the motivation.
 */
export async function proposeLineChange(
  access: Access<"decision.prepare">,
  caseId: string,
  input: DecisionDraft,
  formKey?: string,
): Promise<void> {
  const looked = await draftChange(access, caseId, input);
  const { reasonPro, reasonCon, precedentCheckText: motivation } = looked.input;
  await db.write(
    access.actor,
    async (tx) => {
      const change = await asItIsNow(tx, looked);
      const { caseFile, basis } = change;
      const levels = basis.deliberation.snapshot.questionSet.content.levels.length;
      const { level } = await keepDraft(tx, access, change);
      if (level === null) throw new DomainError("line_change_not_needed");
      const compared = { caseFile, levels, level, reasonPro, reasonCon };
      const precedentIds = await findContradicted(tx, compared);
      if (precedentIds.length === 0) throw new DomainError("line_change_not_needed");
      if (motivation === "") {
        throw new DomainError("reason_required", { field: "precedentCheckText" });
      }
      await askLineChange(tx, access, { caseFile, level, motivation, precedentIds });
    },
    { formKey },
  );
}
