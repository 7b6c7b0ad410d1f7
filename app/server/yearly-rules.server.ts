/** The policy rules of a year: what changed, and what they settled since. */
import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, or } from "drizzle-orm";
import { caseFiles, db, policyRules, precedents, ruleSettlements, scopes, signals } from "#db";
import { adoptedStatuses } from "#app/domain/policy-rule-life.ts";
import { ruleChangeIn, type Year } from "#app/domain/yearly.ts";
import type { YearlyRule } from "#app/schemas/yearly.ts";
import type { Access } from "./access.server.ts";
import { visibleCaseIds } from "./case-access.server.ts";

const mostCases = 5;

/** Rules that were adopted, revised or ended in the year, and those that settled a case in it; the newest first. */
export async function listYearlyRules(
  access: Access<"figures.read">,
  year: Year,
): Promise<YearlyRule[]> {
  const rows = await rulesOf(access, year);
  const ids = rows.map(({ rule }) => rule.id);
  const settled = await settlementsOf(ids);
  const replaced = await replacedBy(ids);
  const seen = await visibleOf(
    access,
    settled.map(({ caseId }) => caseId),
  );
  return rows.map(({ rule, scope, signal }) => {
    const own = settled.filter(({ ruleId }) => ruleId === rule.id);
    const readable = own.filter(({ caseId }) => seen.has(caseId));
    const { id, number, edition, title, level } = rule;
    return {
      ...{ id, number, edition, title, level, scope },
      ...ruleChangeIn(rule, year.from, year.end),
      signal: rule.signalId === null ? null : { id: rule.signalId, number: signal ?? "" },
      settled: own.length,
      settledInYear: own.filter(({ settledAt }) => isIn(year, settledAt)).length,
      cases: readable.slice(0, mostCases).map((one) => ({
        ...{ id: one.caseId, number: one.number, title: one.title, settledAt: one.settledAt },
      })),
      hidden: own.length - readable.length,
      precedentsReplaced: replaced.get(id) ?? 0,
    };
  });
}

function isIn({ from, end }: Year, moment: number): boolean {
  return moment >= from && moment < end;
}

async function rulesOf(access: Access, { from, end }: Year) {
  const applied = db.read
    .select({ id: ruleSettlements.policyRuleId })
    .from(ruleSettlements)
    .where(and(gte(ruleSettlements.settledAt, from), lt(ruleSettlements.settledAt, end)));
  return db.read
    .select({ rule: policyRules, scope: scopes.name, signal: signals.number })
    .from(policyRules)
    .innerJoin(scopes, eq(scopes.id, policyRules.scopeId))
    .leftJoin(signals, eq(signals.id, policyRules.signalId))
    .where(
      and(
        eq(policyRules.organisationId, access.organisation.id),
        inArray(policyRules.status, [...adoptedStatuses]),
        isNotNull(policyRules.adoptedAt),
        or(
          and(gte(policyRules.adoptedAt, from), lt(policyRules.adoptedAt, end)),
          and(gte(policyRules.endedAt, from), lt(policyRules.endedAt, end)),
          inArray(policyRules.id, applied),
        ),
      ),
    )
    .orderBy(desc(policyRules.adoptedAt), asc(policyRules.id));
}

async function settlementsOf(ruleIds: string[]) {
  if (ruleIds.length === 0) return [];
  return db.read
    .select({
      ...{ ruleId: ruleSettlements.policyRuleId, caseId: ruleSettlements.caseId },
      settledAt: ruleSettlements.settledAt,
      ...{ number: caseFiles.number, title: caseFiles.title },
    })
    .from(ruleSettlements)
    .innerJoin(caseFiles, eq(caseFiles.id, ruleSettlements.caseId))
    .where(inArray(ruleSettlements.policyRuleId, ruleIds))
    .orderBy(desc(ruleSettlements.settledAt), asc(ruleSettlements.caseId));
}

async function replacedBy(ruleIds: string[]): Promise<Map<string, number>> {
  if (ruleIds.length === 0) return new Map();
  const rows = await db.read
    .select({ ruleId: precedents.policyRuleId, count: count().mapWith(Number) })
    .from(precedents)
    .where(inArray(precedents.policyRuleId, ruleIds))
    .groupBy(precedents.policyRuleId);
  return new Map(rows.flatMap(({ ruleId, ...row }) => (ruleId ? [[ruleId, row.count]] : [])));
}

const atOnce = 500;

/** A rule may settle thousands of cases a year. */
async function visibleOf(access: Access, caseIds: string[]): Promise<Set<string>> {
  const seen = new Set<string>();
  for (let from = 0; from < caseIds.length; from += atOnce) {
    const ids = await visibleCaseIds(access, caseIds.slice(from, from + atOnce));
    for (const id of ids) seen.add(id);
  }
  return seen;
}
