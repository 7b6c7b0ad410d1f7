/** Policy rules as others ask after them: which one is in force for a situation. */
import { and, asc, desc, eq, gte, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { db, environment, policyRules, type Queries } from "#db";
import { adoptedStatuses, ruleCounts } from "#app/domain/policy-rule-life.ts";
import { ruleAnswer, type RuleConditions, type RuleSituation } from "#app/domain/policy-rule.ts";
import type { Right } from "#app/domain/rights.ts";
import type { CoveringRule } from "#app/schemas/rule-view.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { situationOf, type CaseSituation } from "./case-situation.server.ts";
import { comparedCatalogue, type ComparedCatalogue } from "./compared-catalogue.server.ts";
import { notFound } from "./http.server.ts";

export type RuleRow = typeof policyRules.$inferSelect;
export type ReadableRule = Authorized<RuleRow, "read">;

/** The rule, when it is of the own organisation; otherwise it is not there. */
export async function getRule(access: Access<Right>, ruleId: string): Promise<ReadableRule> {
  const [row] = await db.read
    .select()
    .from(policyRules)
    .where(and(eq(policyRules.id, ruleId), eq(policyRules.organisationId, access.organisation.id)));
  return row ? authorized<RuleRow, "read">(row) : notFound();
}

/** What a rule asks, with merged facts counted as the one they became. */
export function conditionsNow(
  rule: RuleConditions,
  { resolved }: Pick<ComparedCatalogue, "resolved">,
): RuleConditions {
  const now = (ids: string[]) => [...new Set(ids.map((id) => resolved.get(id) ?? id))];
  return {
    mustHold: now(rule.mustHold),
    mustNotHold: now(rule.mustNotHold),
    bounds: rule.bounds.map((bound) => ({
      ...bound,
      fact: resolved.get(bound.fact) ?? bound.fact,
    })),
    level: rule.level,
  };
}

/** The facts of a case as a rule looks at them. What was answered with no holds not, which is known. */
export function situationForRule({ pro, con, unknown, amounts }: SituationOfCase): RuleSituation {
  const known = Object.entries(amounts).map(([fact, amount]) => ({ fact, amount }));
  return { pro, con, unknown, amounts: known };
}

export type SituationOfCase = Pick<CaseSituation, "pro" | "con" | "unknown" | "amounts">;

/** The rules in force now that settle a situation, or would when what is not known yet turns out so; those first that do. */
export async function rulesCovering(
  organisationId: string,
  scopeId: string | null,
  situation: SituationOfCase,
): Promise<CoveringRule[]> {
  if (scopeId === null) return [];
  const rules = inForce(await adoptedIn({ organisationId, scopeId }));
  if (rules.length === 0) return [];
  const catalogue = await comparedCatalogue();
  const covering = rules.flatMap((rule) => coveredBy(rule, situation, catalogue) ?? []);
  const sure = (rule: CoveringRule) => (rule.settles === "yes" ? 0 : 1);
  return covering.sort((a, b) => sure(a) - sure(b));
}

/** Those for a case as it is stored. */
export async function rulesOfCase(
  caseFile: Parameters<typeof situationOf>[1],
): Promise<CoveringRule[]> {
  if (caseFile.scopeId === null) return [];
  const situation = await situationOf(db.read, caseFile);
  return rulesCovering(caseFile.organisationId, caseFile.scopeId, situation);
}

/** How a rule covers a situation; null when it does not. */
export function coveredBy(
  rule: RuleRow,
  situation: SituationOfCase,
  catalogue: ComparedCatalogue,
): CoveringRule | null {
  const asked = situationForRule(situation);
  const conditions = conditionsNow(rule, catalogue);
  const { settles, unknown } = ruleAnswer(conditions, asked);
  if (settles === "no" || !isMostlyKnown(conditions, unknown.length)) return null;
  const { id, number, title, level } = rule;
  const labels = unknown.flatMap((fact) => catalogue.byId.get(fact)?.label ?? []);
  return { id, number, title, level, settles, unknown: settles === "if" ? labels : [] };
}

/** While little is established yet, every rule of the scope might cover a case: that tells nobody anything. */
function isMostlyKnown({ mustHold, mustNotHold, bounds }: RuleConditions, unknown: number) {
  return unknown * 2 <= mustHold.length + mustNotHold.length + bounds.length;
}

const adoptedIn = db.hot<{ organisationId: string; scopeId: string }>()((read) =>
  read
    .select()
    .from(policyRules)
    .where(
      and(
        eq(policyRules.scopeId, sql.placeholder("scopeId")),
        eq(policyRules.organisationId, sql.placeholder("organisationId")),
        inArray(policyRules.status, [...adoptedStatuses]),
        isNotNull(policyRules.validFrom),
      ),
    )
    .orderBy(asc(policyRules.number), asc(policyRules.edition)),
);

function inForce(rules: RuleRow[]): RuleRow[] {
  const now = environment.now();
  return rules.filter((rule) => ruleCounts(rule, now));
}

/** The next number of an organisation in the year of `now`: R-2026-0001, counting up. Every edition of a rule has the same. */
export async function nextRuleNumber(
  read: Queries,
  { organisationId, now }: { organisationId: string; now: number },
): Promise<string> {
  const start = `R-${new Date(now).getUTCFullYear()}-`;
  const [last] = await read
    .select({ number: policyRules.number })
    .from(policyRules)
    .where(
      and(
        eq(policyRules.organisationId, organisationId),
        gte(policyRules.number, start),
        lt(policyRules.number, `${start}:`),
      ),
    )
    // As text R-2026-10000 comes before R-2026-9999.
    .orderBy(desc(sql`length(${policyRules.number})`), desc(policyRules.number))
    .limit(1);
  const used = Number(last?.number.slice(start.length) ?? 0);
  return start + String(used + 1).padStart(4, "0");
}
