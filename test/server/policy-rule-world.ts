/** A rule on late applications from abroad in the example data: it settles a precedent, and something decided otherwise. */
import { asc, eq } from "drizzle-orm";
import { db, environment, facts, policyRules, precedents, scopes } from "#db";
import { dayNumber, startOfDay } from "../../app/domain/day.ts";
import type { RuleDraft } from "../../app/schemas/policy-rule.ts";
import { numbersSeen } from "../../app/schemas/rule-numbers.ts";
import { adoptRule } from "../../app/server/policy-rule-adopting.server.ts";
import { createRuleDraft } from "../../app/server/policy-rule-drafts.server.ts";
import { tryOutRule } from "../../app/server/rule-try-out.server.ts";
import { as } from "../support/decision-drafts.ts";

const advisor = "Nienke Postma";
export const coordinator = "Marieke Hoekstra";

export type RuleWorld = { scopeId: string; idOf: (key: string) => string };
let world: RuleWorld;

/** To be called when the copy is open. */
export async function ruleWorld(): Promise<RuleWorld> {
  const name = "Anw: te late aanvraag";
  const [scope] = await db.read.select().from(scopes).where(eq(scopes.name, name));
  const rows = await db.read.select({ id: facts.id, key: facts.key }).from(facts);
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  world = { scopeId: scope?.id ?? "", idOf: (key) => ids.get(key) ?? "" };
  return world;
}

export const editor = () => as(advisor, "rule.edit");
export const adopter = () => as(advisor, "rule.adopt");
export const reader = (name = advisor) => as(name, "rule.read");
export const today = () => startOfDay(dayNumber(environment.now()));

/** Settles the precedent of late applications from abroad, and something decided otherwise. */
export function draft(changes: Partial<RuleDraft> = {}): RuleDraft {
  return {
    ...{
      intent: "save" as const,
      version: 0,
      signalId: null,
      title: "Wie in het buitenland woont",
    },
    ...{
      scopeId: world.scopeId,
      lawReferences: [],
      text: "U krijgt alles.",
      explanation: "",
      level: 3,
    },
    ...{ validFrom: null, validUntil: null, bounds: {} },
    facts: { [world.idOf("lives_abroad")]: "must" },
    ...changes,
  };
}

export async function drafted(changes: Partial<RuleDraft> = {}): Promise<string> {
  return createRuleDraft(await editor(), draft(changes));
}

export async function rowOf(id: string) {
  const [row] = await db.read.select().from(policyRules).where(eq(policyRules.id, id));
  if (!row) throw new Error("There is no such rule");
  return row;
}

export async function seenNow(id: string): Promise<string> {
  const rule = await rowOf(id);
  const { numbers } = await tryOutRule(await reader(), { scopeId: rule.scopeId, conditions: rule });
  return numbersSeen(numbers);
}

type Adopting = Partial<Parameters<typeof adoptRule>[2]>;

export async function adopt(ruleId: string, changes: Adopting = {}): Promise<void> {
  const { version } = await rowOf(ruleId);
  await adoptRule(await adopter(), await reader(), {
    ...{ ruleId, version, validFrom: today(), validUntil: null, seen: await seenNow(ruleId) },
    ...{ disagreementReason: "Toen was de wet strenger.", ...changes },
  });
}

export async function adopted(changes: Partial<RuleDraft> = {}): Promise<string> {
  const id = await drafted(changes);
  await adopt(id);
  return id;
}

export const replacedBy = (ruleId: string) =>
  db.read
    .select()
    .from(precedents)
    .where(eq(precedents.policyRuleId, ruleId))
    .orderBy(asc(precedents.id));
