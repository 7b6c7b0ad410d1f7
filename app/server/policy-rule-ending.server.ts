/** Ending a policy rule. */
import { db, environment } from "#db";
import { dayNumber, startOfDay } from "#app/domain/day.ts";
import { ruleEnd } from "#app/domain/policy-rule-life.ts";
import type { RuleAct } from "#app/schemas/policy-rule.ts";
import type { Access } from "./access.server.ts";
import { changeRule } from "./policy-rule-drafts.server.ts";
import { keepPrecedents } from "./policy-rule-replacing.server.ts";
import { getRule } from "./policy-rules.server.ts";

type Ending = Omit<Extract<RuleAct, { intent: "end" }>, "intent">;

/** Ends a rule: now, or from a day on. The precedents it took the place of do not come back by themselves. */
export async function endRule(
  access: Access<"rule.adopt">,
  { ruleId, version, endsOn, reason }: Ending & { ruleId: string },
  formKey?: string,
): Promise<void> {
  const rule = await getRule(access, ruleId);
  await db.write(
    access.actor,
    async (tx) => {
      const now = environment.now();
      const today = startOfDay(dayNumber(now));
      const validUntil = ruleEnd(rule, { endsOn, reason, today, now });
      const row = await changeRule(
        tx,
        { ...rule, version },
        {
          ...{ status: "ended", validUntil, endReason: reason },
          ...{ endedBy: access.person.id, endedAt: now },
        },
      );
      await tx.record({
        kind: "rule.ended",
        subject: { type: "rule", id: ruleId },
        details: { number: row.number, edition: row.edition, validUntil },
        content: row,
      });
      await keepPrecedents(tx, row);
    },
    { formKey },
  );
}
