/** Two rules beside each other: what one settles and the other does not, and which condition makes that. */
import { and, desc, eq, ne } from "drizzle-orm";
import { db, environment, policyRules } from "#db";
import { ruleStanding } from "#app/domain/policy-rule-life.ts";
import { bothConditions, conditionParts } from "#app/domain/policy-rule-parts.ts";
import type { RuleConditions } from "#app/domain/policy-rule.ts";
import type { ComparedRule, OnlyHere, RuleComparison, Trial } from "#app/schemas/rule-view.ts";
import type { Access } from "./access.server.ts";
import { comparedCatalogue } from "./compared-catalogue.server.ts";
import { conditionsNow, getRule, type RuleRow } from "./policy-rules.server.ts";
import { trialOf } from "./rule-editor.server.ts";
import { ruleFact } from "./rule-facts.server.ts";
import { tryOutRule } from "./rule-try-out.server.ts";

type Reader = Access<"rule.read">;

const mostChoices = 200;

export async function compareRules(access: Reader, url: string): Promise<RuleComparison> {
  const asked = new URL(url).searchParams;
  const chosen = { a: asked.get("a") ?? "", b: asked.get("b") ?? "" };
  const isTwo = chosen.a !== "" && chosen.b !== "" && chosen.a !== chosen.b;
  return {
    choices: await choicesOf(access),
    chosen,
    compared: isTwo ? await comparedOf(access, chosen) : null,
  };
}

/** What can be compared: everything that was not put away, changed last first. */
async function choicesOf(access: Reader): Promise<RuleComparison["choices"]> {
  const rows = await db.read
    .select()
    .from(policyRules)
    .where(
      and(
        eq(policyRules.organisationId, access.organisation.id),
        ne(policyRules.status, "discarded"),
      ),
    )
    .orderBy(desc(policyRules.updatedAt), desc(policyRules.id))
    .limit(mostChoices);
  return rows.map(shown);
}

function shown(row: RuleRow): RuleComparison["choices"][number] {
  const { id, number, edition, title } = row;
  return { id, number, edition, title, standing: ruleStanding(row, environment.now()) };
}

type Side = { rule: RuleRow; conditions: RuleConditions; trial: Trial };

async function comparedOf(access: Reader, chosen: { a: string; b: string }) {
  const [a, b] = await Promise.all([sideOf(access, chosen.a), sideOf(access, chosen.b)]);
  const { scopeId } = a.rule;
  if (b.rule.scopeId !== scopeId) {
    return { a: compared(a, null), b: compared(b, null), both: null };
  }
  const both = await settledBy(access, scopeId, bothConditions(a.conditions, b.conditions));
  const onlyA = await onlyOf(access, { here: a, there: b, both });
  const onlyB = await onlyOf(access, { here: b, there: a, both });
  return { a: compared(a, onlyA), b: compared(b, onlyB), both };
}

async function sideOf(access: Reader, id: string): Promise<Side> {
  const rule = await getRule(access, id);
  const conditions = conditionsNow(rule, await comparedCatalogue());
  return { rule, conditions, trial: await trialOf(access, rule.scopeId, conditions) };
}

function compared({ rule, trial }: Side, only: OnlyHere | null): ComparedRule {
  return { ...shown(rule), ...trial, only };
}

async function settledBy(
  access: Reader,
  scopeId: string,
  conditions: RuleConditions,
): Promise<number> {
  const { numbers } = await tryOutRule(access, { scopeId, conditions });
  return numbers.settled;
}

/** What is settled here and not there, and how much of it each condition of the other keeps out. */
async function onlyOf(
  access: Reader,
  { here, there, both }: { here: Side; there: Side; both: number },
): Promise<OnlyHere> {
  const settled = here.trial.tried.numbers.settled;
  const count = settled - both;
  if (count === 0) return { count, because: [] };
  const { byId } = await comparedCatalogue();
  const because: OnlyHere["because"] = [];
  for (const { kind, fact: id, conditions } of conditionParts(there.conditions)) {
    const fact = byId.get(id);
    const together = bothConditions(here.conditions, conditions);
    const keepsOut = settled - (await settledBy(access, here.rule.scopeId, together));
    if (fact && keepsOut > 0) because.push({ kind, fact: ruleFact(fact), keepsOut });
  }
  return { count, because };
}
