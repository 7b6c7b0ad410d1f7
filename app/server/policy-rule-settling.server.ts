/** Settling a case by a rule that covers it: it needs no session. */
import { and, count, desc, eq, inArray } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  decisions,
  environment,
  policyRules,
  ruleSettlements,
  type Queries,
  type Transaction,
} from "#db";
import { hasEnded } from "#app/domain/case-file.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { ruleCounts } from "#app/domain/policy-rule-life.ts";
import type { Right } from "#app/domain/rights.ts";
import type { Settling } from "#app/schemas/policy-rule.ts";
import type { SettledCase, SettlePage } from "#app/schemas/rule-view.ts";
import type { Access } from "./access.server.ts";
import { getCase, visibleCaseIds, type CaseRow } from "./case-access.server.ts";
import { situationOf } from "./case-situation.server.ts";
import { moveCase } from "./case-status.server.ts";
import { comparedCatalogue } from "./compared-catalogue.server.ts";
import { coveredBy, getRule, rulesOfCase, type RuleRow } from "./policy-rules.server.ts";
import { recordReading } from "./readings.server.ts";

/** The rules that settle the case now, or why none can. */
export async function getSettlePage(
  access: Access<"case.manage">,
  caseId: string,
): Promise<SettlePage> {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "status");
  const { id, number, title } = caseFile;
  const covering = await rulesOfCase(caseFile);
  const texts = await textsOf(covering.map((rule) => rule.id));
  return {
    caseFile: { id, number, title },
    rules: covering.map((rule) => ({ ...rule, text: texts.get(rule.id) ?? "" })),
    hindrance: await hindranceOf(db.read, caseFile),
    settledBy: await settlementOf(caseId),
  };
}

async function textsOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({ id: policyRules.id, text: policyRules.text })
    .from(policyRules)
    .where(inArray(policyRules.id, ids));
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** The rule that settled a case; null when none did. */
export async function settlementOf(caseId: string): Promise<SettlePage["settledBy"]> {
  const [row] = await db.read
    .select({
      id: policyRules.id,
      number: policyRules.number,
      title: policyRules.title,
      at: ruleSettlements.settledAt,
    })
    .from(ruleSettlements)
    .innerJoin(policyRules, eq(policyRules.id, ruleSettlements.policyRuleId))
    .where(eq(ruleSettlements.caseId, caseId));
  return row ?? null;
}

/** Why a case as it is cannot be settled by a rule: it was decided, is being scored, or has ended. */
async function hindranceOf(
  read: Queries,
  { id, status }: Pick<CaseRow, "id" | "status">,
): Promise<SettlePage["hindrance"]> {
  const taken = await read
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.caseId, id), inArray(decisions.status, ["taken", "replaced"])))
    .limit(1);
  if (taken.length > 0) return "rule_case_decided";
  if (hasEnded(status)) return "rule_case_ended";
  const scoring = await read
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.caseId, id), eq(agendaItems.phase, "scoring")))
    .limit(1);
  return scoring.length > 0 ? "rule_case_scoring" : null;
}

/** Settles a case by a rule in force: it leaves by the standard route, and counts with the rule. */
export async function settleByRule(
  access: Access<"case.manage">,
  { caseId, ruleId, note }: Settling & { caseId: string },
  formKey?: string,
): Promise<void> {
  const { id } = await getCase(access, caseId);
  const rule = await getRule(access, ruleId);
  await db.write(
    access.actor,
    async (tx) => {
      await assertSettles(tx, { caseId: id, ruleId });
      const { number, title, edition } = rule;
      const reason = [`Regel ${number}: ${title}`, note].filter(Boolean).join("\n\n");
      await moveCase(tx, { id }, "standard_route", { personId: access.person.id, reason });
      const row = {
        ...{ caseId: id, policyRuleId: ruleId, note, settledBy: access.person.id },
        settledAt: environment.now(),
      };
      await tx.insert(ruleSettlements).values(row);
      await tx.record({
        kind: "rule.settled_case",
        subject: { type: "rule", id: ruleId },
        caseId: id,
        details: { number, edition },
        content: row,
      });
    },
    { formKey },
  );
}

/** Within the change: the case and the rule as they are then. */
async function assertSettles(
  tx: Transaction,
  { caseId, ruleId }: { caseId: string; ruleId: string },
): Promise<void> {
  const [caseFile] = await tx.select().from(caseFiles).where(eq(caseFiles.id, caseId));
  const [rule] = await tx.select().from(policyRules).where(eq(policyRules.id, ruleId));
  if (!caseFile || !rule || !ruleCounts(rule, environment.now())) {
    throw new DomainError("rule_not_in_force");
  }
  const hindrance = await hindranceOf(tx, caseFile);
  if (hindrance) throw new DomainError(hindrance);
  if (!(await covers(tx, rule, caseFile))) throw new DomainError("rule_does_not_cover");
}

async function covers(tx: Transaction, rule: RuleRow, caseFile: CaseRow): Promise<boolean> {
  const isThere =
    rule.organisationId === caseFile.organisationId && rule.scopeId === caseFile.scopeId;
  if (!isThere) return false;
  const situation = await situationOf(tx, caseFile);
  return coveredBy(rule, situation, await comparedCatalogue(tx))?.settles === "yes";
}

const mostShown = 50;

/** The cases that a rule settled, newest first; of those this person may not see only that they are there. */
export async function casesSettledBy(
  access: Access<Right>,
  ruleId: string,
): Promise<{ count: number; cases: SettledCase[] }> {
  const ofRule = eq(ruleSettlements.policyRuleId, ruleId);
  const [total] = await db.read.select({ count: count() }).from(ruleSettlements).where(ofRule);
  const rows = await db.read
    .select({
      id: caseFiles.id,
      number: caseFiles.number,
      title: caseFiles.title,
      at: ruleSettlements.settledAt,
    })
    .from(ruleSettlements)
    .innerJoin(caseFiles, eq(caseFiles.id, ruleSettlements.caseId))
    .where(ofRule)
    .orderBy(desc(ruleSettlements.settledAt), desc(ruleSettlements.caseId))
    .limit(mostShown);
  const ids = rows.map(({ id }) => id);
  const visible = new Set(await visibleCaseIds(access, ids));
  const cases = rows.map(({ at, ...caseFile }) => ({
    at,
    caseFile: visible.has(caseFile.id) ? caseFile : null,
  }));
  return { count: total?.count ?? 0, cases };
}

/** How many cases each of these rules settled. */
export async function settledCounts(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({ id: ruleSettlements.policyRuleId, total: count() })
    .from(ruleSettlements)
    .where(inArray(ruleSettlements.policyRuleId, ids))
    .groupBy(ruleSettlements.policyRuleId)
    .orderBy(ruleSettlements.policyRuleId);
  return new Map(rows.map(({ id, total }) => [id, total]));
}
