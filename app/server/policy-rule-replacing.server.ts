/** The precedents that a rule takes the place of. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { environment, precedents, type Transaction } from "#db";
import { endOfReplaced } from "#app/domain/policy-rule-life.ts";
import { ruleAnswer, type RuleConditions } from "#app/domain/policy-rule.ts";
import { readPrecedents } from "./comparable-precedents.server.ts";
import { comparedCatalogue } from "./compared-catalogue.server.ts";
import type { RuleRow } from "./policy-rules.server.ts";
import { countsNow } from "./precedent-access.server.ts";
import { changePrecedent } from "./precedent-publishing.server.ts";

/** Ends what the rule takes the place of; it stays to be found, with the rule. */
export async function replacePrecedents(
  tx: Transaction,
  rule: RuleRow,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx
    .select()
    .from(precedents)
    .where(inArray(precedents.id, ids))
    .orderBy(asc(precedents.id));
  const [now, from] = [environment.now(), rule.validFrom ?? 0];
  const place = {
    policyRuleId: rule.id,
    endReason: rule.title,
    endReference: `Regel ${rule.number}`,
  };
  for (const row of rows) {
    const until = endOfReplaced(row.validUntil, from);
    const isNow = from <= now;
    const ended = { status: "became_policy_rule" as const, endedAt: now };
    await changePrecedent(tx, row, {
      version: row.version,
      // A rule that is to come: until then the precedent binds.
      kind: isNow ? "precedent.ended" : "precedent.managed",
      set: { ...place, ...(isNow ? ended : {}), validUntil: until },
      details: { rule: rule.id, reference: place.endReference, validUntil: until },
    });
  }
}

/** The precedents of the scope that the rule settles as they did. */
export async function settledPrecedents(
  tx: Transaction,
  rule: RuleRow,
  conditions: RuleConditions,
): Promise<string[]> {
  const catalogue = await comparedCatalogue(tx);
  const { organisationId, scopeId, level } = rule;
  const own = and(eq(precedents.organisationId, organisationId), eq(precedents.scopeId, scopeId));
  const here = and(own, eq(precedents.level, level), countsNow(environment.now()));
  const found = await readPrecedents(tx, catalogue, here);
  const all = new Set([...catalogue.byId.values()].map(({ id }) => id));
  return found.flatMap(({ id, pro, con, known, ordered }) => {
    const judged = new Set(known);
    const unknown = [...all].filter((fact) => !judged.has(fact));
    const amounts = Object.entries({ ...ordered?.pro, ...ordered?.con });
    const situation = {
      ...{ pro, con, unknown },
      amounts: amounts.map(([fact, amount]) => ({ fact, amount })),
    };
    return ruleAnswer(conditions, situation).settles === "yes" ? [id] : [];
  });
}

/** Of a rule that ends before it began: what it was to take the place of goes on. */
export async function keepPrecedents(tx: Transaction, rule: RuleRow): Promise<void> {
  const { id, validFrom, validUntil } = rule;
  if ((validUntil ?? 0) > (validFrom ?? 0)) return;
  const rows = await tx
    .select()
    .from(precedents)
    .where(and(eq(precedents.policyRuleId, id), eq(precedents.status, "valid")))
    .orderBy(asc(precedents.id));
  for (const row of rows) {
    const set = { policyRuleId: null, endReason: "", endReference: "", validUntil: null };
    const change = { version: row.version, kind: "precedent.managed", set };
    await changePrecedent(tx, row, { ...change, details: { validUntil: null } });
  }
}
