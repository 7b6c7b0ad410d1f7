/** Adopting a policy rule: one change, with all that follows from it. */
import { and, eq, gt, inArray, like, max, or } from "drizzle-orm";
import { auditEvents, db, environment, policyRules, type Queries, type Transaction } from "#db";
import { dayNumber, startOfDay } from "#app/domain/day.ts";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import { adoptionTerm, assertRuleMove, endOfReplaced } from "#app/domain/policy-rule-life.ts";
import type { RuleConditions, RuleTryOut } from "#app/domain/policy-rule.ts";
import type { RuleAct } from "#app/schemas/policy-rule.ts";
import { numbersSeen } from "#app/schemas/rule-numbers.ts";
import type { Access } from "./access.server.ts";
import { comparedCatalogue } from "./compared-catalogue.server.ts";
import { changeRule } from "./policy-rule-drafts.server.ts";
import { replacePrecedents, settledPrecedents } from "./policy-rule-replacing.server.ts";
import { conditionsNow, getRule, type RuleRow } from "./policy-rules.server.ts";
import { noteAdopted } from "./rule-signal.server.ts";
import { tryOutRule } from "./rule-try-out.server.ts";

type Adopting = Omit<Extract<RuleAct, { intent: "adopt" }>, "intent" | "confirmed">;

/** So often it is tried out anew when something was decided meanwhile. */
const mostTries = 5;

/**
 * Brings a draft into force. It is tried out again, and within the change nothing that counts may have been decided
 * since: when the numbers are not those that were on the screen, nothing is adopted and the page shows the new ones. The
 * precedents that say the same are ended, the edition that it revises too, and the signal is told.
 */
export async function adoptRule(
  access: Access<"rule.adopt">,
  reader: Access<"rule.read">,
  { ruleId, ...input }: Adopting & { ruleId: string },
  formKey?: string,
): Promise<void> {
  const rule = await getRule(access, ruleId);
  for (let tries = 1; ; tries += 1) {
    const judged = await judge(reader, rule);
    try {
      return await db.write(access.actor, (tx) => adopt(tx, access, { rule, judged, input }), {
        formKey,
      });
    } catch (error) {
      const isOvertaken = isDomainError(error) && error.details.overtaken === true;
      if (!isOvertaken || tries >= mostTries) throw error;
    }
  }
}

type Judged = { upTo: number; conditions: RuleConditions; numbers: RuleTryOut };

/** What the rule does in all that was decided until now. Not within a change: catching up is one itself. */
async function judge(reader: Access<"rule.read">, rule: RuleRow): Promise<Judged> {
  const upTo = await newestEvent(db.read);
  const conditions = conditionsNow(rule, await comparedCatalogue());
  const { numbers } = await tryOutRule(reader, { scopeId: rule.scopeId, conditions });
  return { upTo, conditions, numbers };
}

async function newestEvent(read: Queries): Promise<number> {
  const [row] = await read.select({ sequence: max(auditEvents.sequence) }).from(auditEvents);
  return row?.sequence ?? 0;
}

/** Kinds of events that may change what was decided, or what it was decided about. */
const deciding = ["decision.", "precedent.", "line.", "option.", "fact.", "destruction."];
const aboutCases = ["case.step_saved", "case.status_changed"];

async function assertNotOvertaken(tx: Transaction, upTo: number): Promise<void> {
  const kinds = or(
    inArray(auditEvents.kind, aboutCases),
    ...deciding.map((start) => like(auditEvents.kind, `${start}%`)),
  );
  const later = await tx
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .where(and(gt(auditEvents.sequence, upTo), kinds))
    .limit(1);
  if (later.length > 0) throw new DomainError("rule_try_out_changed", { overtaken: true });
}

type Adoption = { rule: RuleRow; judged: Judged; input: Adopting };

async function adopt(
  tx: Transaction,
  access: Access<"rule.adopt">,
  { rule, judged, input }: Adoption,
): Promise<void> {
  const { upTo, conditions, numbers } = judged;
  assertRuleMove({ from: rule.status, to: "in_force" });
  await assertNotOvertaken(tx, upTo);
  if (numbersSeen(numbers) !== input.seen) throw new DomainError("rule_try_out_changed");
  const term = termOf(conditions, input, numbers);
  const replaced = await settledPrecedents(tx, rule, conditions);
  const row = await changeRule(
    tx,
    { ...rule, version: input.version },
    {
      ...{ status: "in_force", ...term },
      tryOut: { ...numbers, replaces: replaced.length },
      disagreementReason: input.disagreementReason,
      ...{ adoptedBy: access.person.id, adoptedAt: environment.now() },
    },
  );
  await tx.record({
    kind: "rule.adopted",
    subject: { type: "rule", id: rule.id },
    details: adoptedDetails(row, numbers),
    content: row,
  });
  await replaceEdition(tx, row, term.validFrom);
  await replacePrecedents(tx, row, replaced);
  await noteAdopted(tx, access, { signalId: row.signalId, number: row.number });
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
