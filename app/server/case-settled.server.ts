/** Cases that a policy rule settled, as a filter of the list of cases. */
import { and, eq, exists, gte, lt, sql, type Placeholder, type SQL } from "drizzle-orm";
import { caseFiles, db, ruleSettlements } from "#db";

type Settled = {
  /** Undefined: by whichever rule. */
  rule?: string | Placeholder | undefined;
  /** Undefined: at any moment. The end is not in it. */
  from?: number | Placeholder | undefined;
  end?: number | Placeholder | undefined;
};

export function settledByRule({ rule, from, end }: Settled): SQL {
  const rows = db.read
    .select({ one: sql`1` })
    .from(ruleSettlements)
    .where(
      and(
        eq(ruleSettlements.caseId, caseFiles.id),
        rule === undefined ? undefined : eq(ruleSettlements.policyRuleId, rule),
        from === undefined ? undefined : gte(ruleSettlements.settledAt, from),
        end === undefined ? undefined : lt(ruleSettlements.settledAt, end),
      ),
    );
  return exists(rows);
}
