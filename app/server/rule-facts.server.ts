/** Facts as rules name them, and a rule in words. */
import { asc, eq } from "drizzle-orm";
import { db, facts, scopes } from "#db";
import type { RuleConditions } from "#app/domain/policy-rule.ts";
import type { RuleFact, RuleFactChoice, RuleInWords } from "#app/schemas/rule-view.ts";
import type { FactNow } from "./catalogue-now.server.ts";
import { comparedCatalogue, type ComparedCatalogue } from "./compared-catalogue.server.ts";
import { conditionsNow } from "./policy-rules.server.ts";

/** The catalogue to choose conditions from: what is offered in cases, and what was chosen before. */
export async function listRuleFacts(chosen: readonly string[]): Promise<RuleFactChoice[]> {
  const { byId } = await comparedCatalogue();
  const rows = await db.read
    .select({ id: facts.id, definition: facts.definition })
    .from(facts)
    .orderBy(asc(facts.perspective), asc(facts.direction), asc(facts.id));
  return rows.flatMap(({ id, definition }) => {
    const fact = byId.get(id);
    const isOffered = fact?.id === id && (fact.active || chosen.includes(id));
    return isOffered ? [{ ...ruleFact(fact), definition }] : [];
  });
}

export function ruleFact({ id, label, perspective, direction, measure }: FactNow): RuleFact {
  return { id, label, perspective, direction, measure };
}

export function ruleFactsOf({ byId }: ComparedCatalogue, ids: readonly string[]): RuleFact[] {
  return ids.flatMap((id) => {
    const fact = byId.get(id);
    return fact ? [ruleFact(fact)] : [];
  });
}

/** What a rule asks and gives, by the names that count now. */
export async function ruleInWords(
  rule: RuleConditions & { scopeId: string },
): Promise<RuleInWords> {
  const catalogue = await comparedCatalogue();
  const { mustHold, mustNotHold, bounds, level } = conditionsNow(rule, catalogue);
  return {
    scope: await nameOfScope(rule.scopeId),
    mustHold: ruleFactsOf(catalogue, mustHold),
    mustNotHold: ruleFactsOf(catalogue, mustNotHold),
    bounds: bounds.flatMap(({ fact: id, least, most }) => {
      const fact = catalogue.byId.get(id);
      return fact ? [{ fact: ruleFact(fact), least, most }] : [];
    }),
    level,
  };
}

async function nameOfScope(scopeId: string): Promise<string> {
  const [row] = await db.read
    .select({ name: scopes.name })
    .from(scopes)
    .where(eq(scopes.id, scopeId));
  return row?.name ?? "";
}
