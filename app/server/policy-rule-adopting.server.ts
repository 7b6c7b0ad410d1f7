/** Adopting a policy rule, and ending one: each one change, with all that follows from it. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { db, environment, policyRules, precedents, type Transaction } from "#db";
import { dayNumber, startOfDay } from "#app/domain/day.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import {
  adoptionTerm,
  assertRuleMove,
  endOfReplaced,
  ruleEnd,
} from "#app/domain/policy-rule-life.ts";
import { ruleAnswer, type RuleConditions, type RuleTryOut } from "#app/domain/policy-rule.ts";
import type { RuleAct } from "#app/schemas/policy-rule.ts";
import { numbersSeen } from "#app/schemas/rule-numbers.ts";
import type { Access } from "./access.server.ts";
import { readPrecedents } from "./comparable-precedents.server.ts";
import { comparedCatalogue } from "./compared-catalogue.server.ts";
import { changeRule } from "./policy-rule-drafts.server.ts";
import { conditionsNow, getRule, type RuleRow } from "./policy-rules.server.ts";
import { countsNow } from "./precedent-access.server.ts";
import { changePrecedent } from "./precedent-publishing.server.ts";
import { noteAdopted } from "./rule-signal.server.ts";
import { tryOutRule } from "./rule-try-out.server.ts";

type Adopting = Omit<Extract<RuleAct, { intent: "adopt" }>, "intent" | "confirmed">;

/**
 * Brings a draft into force. It is tried out again within the change: when that says something else than what was on
 * the screen, nothing is adopted, and the page shows the new numbers. The precedents that say the same are ended, the
 * edition that it revises too, and the signal is told.
 */
export async function adoptRule(
  access: Access<"rule.adopt">,
  reader: Access<"rule.read">,
  { ruleId, ...input }: Adopting & { ruleId: string },
  formKey?: string,
): Promise<void> {
  const rule = await getRule(access, ruleId);
  await db.write(
    access.actor,
    async (tx) => {
      assertRuleMove({ from: rule.status, to: "in_force" });
      const conditions = conditionsNow(rule, await comparedCatalogue(tx));
      const { numbers } = await tryOutRule(reader, { scopeId: rule.scopeId, conditions });
      if (numbersSeen(numbers) !== input.seen) throw new DomainError("rule_try_out_changed");
      const term = termOf(conditions, input, numbers);
      const replaced = await settledPrecedents(tx, rule, conditions);
      const set = {
        ...{ status: "in_force" as const, ...term },
        tryOut: { ...numbers, replaces: replaced.length },
        disagreementReason: input.disagreementReason,
        ...{ adoptedBy: access.person.id, adoptedAt: environment.now() },
      };
      const row = await changeRule(tx, { ...rule, version: input.version }, set);
      await tx.record({
        kind: "rule.adopted",
        subject: { type: "rule", id: ruleId },
        details: adoptedDetails(row, numbers),
        content: row,
      });
      await replaceEdition(tx, row, term.validFrom);
      await replacePrecedents(tx, row, replaced);
      await noteAdopted(tx, access, { signalId: row.signalId, number: row.number });
    },
    { formKey },
  );
}

function termOf(conditions: RuleConditions, input: Adopting, { differs }: RuleTryOut) {
  const now = environment.now();
  const { validFrom, validUntil, disagreementReason } = input;
  const today = startOfDay(dayNumber(now));
  return adoptionTerm({
    ...{ conditions, validFrom, validUntil, today, now, differs, disagreementReason },
  });
}

function adoptedDetails({ number, edition, level, validFrom }: RuleRow, numbers: RuleTryOut) {
  const { settled, agrees, differs, replaces } = numbers;
  return { number, edition, level, validFrom, settled, agrees, differs, replaces };
}

/** The edition that it revises counts until this one begins. */
async function replaceEdition(
  tx: Transaction,
  { previousId, number }: RuleRow,
  validFrom: number,
): Promise<void> {
  const [previous] = await tx
    .select()
    .from(policyRules)
    .where(and(eq(policyRules.id, previousId ?? ""), eq(policyRules.status, "in_force")));
  if (!previous) return;
  const validUntil = endOfReplaced(previous.validUntil, validFrom);
  const row = await changeRule(tx, previous, { status: "replaced", validUntil });
  await tx.record({
    kind: "rule.revised",
    subject: { type: "rule", id: previous.id },
    details: { number, edition: previous.edition, validUntil },
    content: row,
  });
}

/** Ends what the rule takes the place of; it stays to be found, with the rule. */
async function replacePrecedents(tx: Transaction, rule: RuleRow, ids: string[]): Promise<void> {
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
async function settledPrecedents(
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

/** Of a rule that ends before it began: what it was to take the place of goes on. */
async function keepPrecedents(tx: Transaction, rule: RuleRow): Promise<void> {
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
