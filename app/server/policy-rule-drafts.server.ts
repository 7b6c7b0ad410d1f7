/** Drafts of policy rules: made, changed, discarded, and begun anew from a rule in force. */
import { and, eq, inArray, ne } from "drizzle-orm";
import { db, environment, facts, policyRules, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { assertRuleMove } from "#app/domain/policy-rule-life.ts";
import type { RuleConditions } from "#app/domain/policy-rule.ts";
import { conditionsOf, type RuleDraft } from "#app/schemas/policy-rule.ts";
import type { Access } from "./access.server.ts";
import { assertScope } from "./case-files.server.ts";
import { getRule, nextRuleNumber, type RuleRow } from "./policy-rules.server.ts";
import { draftTexts } from "./rule-draft-texts.server.ts";
import { noteProposed, signalOfDraft } from "./rule-signal.server.ts";
import { refuseStale } from "./stale-version.server.ts";

type Draft = Omit<RuleDraft, "intent">;

/** Keeps a rule that is begun; gives its id. From a signal it says there that a change of the rule was proposed. */
export async function createRuleDraft(
  access: Access<"rule.edit">,
  draft: Draft,
  formKey?: string,
): Promise<string> {
  return db.write(
    access.actor,
    async (tx) => {
      const signalId = await signalOfDraft(access, draft.signalId);
      const [now, organisationId] = [environment.now(), access.organisation.id];
      const row = {
        ...(await columnsOf(tx, access, draft)),
        ...{ id: environment.newId(), organisationId, signalId, status: "draft" as const },
        number: await nextRuleNumber(tx, { organisationId, now }),
        preparedBy: access.person.id,
        ...{ createdAt: now, updatedAt: now },
      };
      await tx.insert(policyRules).values(row);
      await tx.record({
        kind: "rule.drafted",
        subject: { type: "rule", id: row.id },
        details: { number: row.number, edition: 1, signal: signalId },
        content: row,
      });
      if (signalId) await noteProposed(tx, access, { signalId, number: row.number });
      return row.id;
    },
    { formKey },
  );
}

/** Keeps what was changed in a draft. When somebody else changed it since, nothing is kept (409). */
export async function saveRuleDraft(
  access: Access<"rule.edit">,
  { ruleId, draft }: { ruleId: string; draft: Draft },
  formKey?: string,
): Promise<void> {
  const rule = await getRule(access, ruleId);
  await db.write(
    access.actor,
    async (tx) => {
      const [stored = rule] = await tx.select().from(policyRules).where(eq(policyRules.id, ruleId));
      if (stored.status !== "draft") throw new DomainError("rule_not_draft");
      const columns = await columnsOf(tx, access, draft);
      if (stored.version !== draft.version) {
        const { language } = access.person;
        const theirs = await draftTexts(stored, language);
        refuseStale({ theirs, yours: await draftTexts(columns, language) });
      }
      const set = { ...columns, updatedAt: environment.now(), version: stored.version + 1 };
      await tx.update(policyRules).set(set).where(eq(policyRules.id, ruleId));
      const { number, edition } = stored;
      await tx.record({
        kind: "rule.changed",
        subject: { type: "rule", id: ruleId },
        details: { number, edition },
        content: { ...stored, ...set },
      });
    },
    { formKey },
  );
}

/** What the form fills in; the scope and the facts are there, and are those of this installation. */
async function columnsOf(tx: Transaction, access: Access<"rule.edit">, draft: Draft) {
  await assertScope(tx, access, draft.scopeId);
  const conditions = conditionsOf(draft);
  await assertFacts(tx, conditions);
  const { scopeId, title, text, explanation, lawReferences, validFrom, validUntil } = draft;
  return {
    ...conditions,
    ...{ scopeId, title, text, explanation, lawReferences, validFrom, validUntil },
  };
}

async function assertFacts(tx: Transaction, conditions: RuleConditions): Promise<void> {
  const { mustHold, mustNotHold, bounds } = conditions;
  const asked = [...new Set([...mustHold, ...mustNotHold, ...bounds.map(({ fact }) => fact)])];
  if (asked.length === 0) return;
  const rows = await tx
    .select({ id: facts.id, measure: facts.measure })
    .from(facts)
    .where(inArray(facts.id, asked));
  const measured = new Map(rows.map(({ id, measure }) => [id, measure !== null]));
  const unknown = asked.some((id) => !measured.has(id));
  const unmeasured = bounds.some(({ fact }) => !measured.get(fact));
  if (unknown || unmeasured) throw new DomainError("unknown_option");
}

/** Begins a revision of a rule in force; the rule itself holds until the revision is adopted. Gives its id. */
export async function reviseRule(
  access: Access<"rule.edit">,
  { ruleId }: { ruleId: string },
  formKey?: string,
): Promise<string> {
  const rule = await getRule(access, ruleId);
  return db.write(
    access.actor,
    async (tx) => {
      assertRuleMove({ from: rule.status, to: "replaced" });
      const row = await revisionOf(tx, access, rule);
      await tx.insert(policyRules).values(row);
      await tx.record({
        kind: "rule.drafted",
        subject: { type: "rule", id: row.id },
        details: { number: row.number, edition: row.edition, revises: rule.id },
        content: row,
      });
      return row.id;
    },
    { formKey },
  );
}

async function revisionOf(tx: Transaction, access: Access<"rule.edit">, rule: RuleRow) {
  const editions = await tx
    .select({ id: policyRules.id, edition: policyRules.edition, status: policyRules.status })
    .from(policyRules)
    .where(
      and(
        eq(policyRules.organisationId, rule.organisationId),
        eq(policyRules.number, rule.number),
        ne(policyRules.id, rule.id),
      ),
    );
  if (editions.some(({ status }) => status === "draft")) {
    throw new DomainError("rule_revision_open");
  }
  const now = environment.now();
  const { organisationId, number, signalId, title, text, explanation, scopeId } = rule;
  const { lawReferences, mustHold, mustNotHold, bounds, level } = rule;
  return {
    ...{ organisationId, number, signalId, title, text, explanation, scopeId },
    ...{ lawReferences, mustHold, mustNotHold, bounds, level },
    id: environment.newId(),
    previousId: rule.id,
    edition: Math.max(rule.edition, ...editions.map(({ edition }) => edition)) + 1,
    status: "draft" as const,
    preparedBy: access.person.id,
    ...{ createdAt: now, updatedAt: now },
  };
}

/** Puts a draft away for good. */
export async function discardRuleDraft(
  access: Access<"rule.edit">,
  { ruleId, version }: { ruleId: string; version: number },
  formKey?: string,
): Promise<void> {
  const rule = await getRule(access, ruleId);
  await db.write(
    access.actor,
    async (tx) => {
      assertRuleMove({ from: rule.status, to: "discarded" });
      await changeRule(tx, { ...rule, version }, { status: "discarded" });
      const { number, edition } = rule;
      await tx.record({
        kind: "rule.discarded",
        subject: { type: "rule", id: ruleId },
        details: { number, edition },
        content: { ...rule, status: "discarded" },
      });
    },
    { formKey },
  );
}

/** Writes over a rule as it was read: whoever was first was first. Gives it as it is now. */
export async function changeRule(
  tx: Transaction,
  { id, status, version }: Pick<RuleRow, "id" | "status" | "version">,
  set: Partial<typeof policyRules.$inferInsert>,
): Promise<RuleRow> {
  const [row] = await tx
    .update(policyRules)
    .set({ ...set, updatedAt: environment.now(), version: version + 1 })
    .where(
      and(eq(policyRules.id, id), eq(policyRules.status, status), eq(policyRules.version, version)),
    )
    .returning();
  if (!row) throw new DomainError("stale_version");
  return row;
}
