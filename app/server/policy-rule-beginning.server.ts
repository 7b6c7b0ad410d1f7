/** Rules that begin on a day that has come: what they take the place of is by then their precedent no more. */
import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import { db, environment, precedents, systemActor } from "#db";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import { changePrecedent } from "./precedent-publishing.server.ts";

/** So many in one change. */
const atOnce = 100;

/**
 * Gives the precedents of rules that have begun the status that says so; by their dates they stopped counting already.
 * Safe to call in several processes. Gives back how many there were.
 */
export async function beginRules(): Promise<number> {
  let begun = 0;
  for (;;) {
    const count = await beginSome();
    begun += count;
    if (count === 0) return begun;
  }
}

async function beginSome(): Promise<number> {
  const due = and(
    eq(precedents.status, "valid"),
    isNotNull(precedents.policyRuleId),
    lte(precedents.validUntil, environment.now()),
  );
  const [waiting] = await db.read
    .select({ organisationId: precedents.organisationId })
    .from(precedents)
    .where(due)
    .orderBy(asc(precedents.id))
    .limit(1);
  if (!waiting) return 0;
  const { organisationId } = waiting;
  try {
    return await db.write({ ...systemActor, organisationId }, async (tx) => {
      const rows = await tx
        .select()
        .from(precedents)
        .where(and(due, eq(precedents.organisationId, organisationId)))
        .orderBy(asc(precedents.id))
        .limit(atOnce);
      if (rows.length === 0) throw new DomainError("stale_version");
      for (const row of rows) {
        const { version, policyRuleId, validUntil } = row;
        await changePrecedent(tx, row, {
          ...{ version, kind: "precedent.ended" },
          set: { status: "became_policy_rule", endedAt: validUntil },
          details: { rule: policyRuleId },
        });
      }
      return rows.length;
    });
  } catch (error) {
    // Another process was first.
    if (isDomainError(error) && error.code === "stale_version") return 0;
    throw error;
  }
}
