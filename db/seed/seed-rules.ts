import { policyRules, ruleSettlements } from "#db";
import { startOfDay, dayNumber } from "../../app/domain/day.ts";
import { exampleId } from "./example-id.ts";
import type { ExampleRule } from "./example/types.ts";
import { numbered } from "./numbered.ts";
import type { SeededCase } from "./seed-cases.ts";
import { happened, known, type Seeding } from "./seeding.ts";

type Around = {
  cases: ReadonlyMap<string, SeededCase>;
  signalIds: ReadonlyMap<string, string>;
};

/** Puts the policy rules in the database, with the cases they settled. */
export async function seedRules(
  seeding: Seeding,
  examples: ExampleRule[],
  around: Around,
): Promise<void> {
  const { clock } = seeding;
  const inOrder = examples.map((example) => ({ example, at: clock.ago(example.preparedAgoDays) }));
  for (const { example, at, number } of numbered("R", inOrder)) {
    const id = exampleId(at, `rule ${example.key}`);
    const signalId = known(around.signalIds, example.signal);
    await seeding.tx
      .insert(policyRules)
      .values(ruleRow(seeding, { example, id, number, signalId }));
    noteRule(seeding, id, example);
    await seedSettlements(seeding, { id, number, example, cases: around.cases });
  }
}

type Row = typeof policyRules.$inferInsert;

function ruleRow(
  { clock, people, organisationIds, scopeIds, facts }: Seeding,
  given: { example: ExampleRule; id: string; number: string; signalId: string },
): Row {
  const { example, id, number, signalId } = given;
  const { adoptedBy, adoptedAgoDays, preparedAgoDays } = example;
  const idsOf = (keys: string[]) => keys.map((key) => known(facts, key).id);
  const createdAt = clock.ago(preparedAgoDays);
  const adoptedAt = adoptedAgoDays === undefined ? null : clock.ago(adoptedAgoDays, 11);
  return {
    ...{ id, number, signalId },
    organisationId: known(organisationIds, example.organisation),
    status: adoptedAt === null ? "draft" : "in_force",
    title: example.title,
    text: example.text,
    explanation: example.explanation,
    scopeId: known(scopeIds, example.scope),
    lawReferences: example.lawReferences,
    mustHold: idsOf(example.mustHold),
    mustNotHold: idsOf(example.mustNotHold),
    bounds: [],
    level: example.level,
    validFrom: adoptedAt === null ? null : startOfDay(dayNumber(adoptedAt)),
    preparedBy: known(people, example.preparedBy).id,
    adoptedBy: adoptedBy === undefined ? null : known(people, adoptedBy).id,
    adoptedAt,
    createdAt,
    updatedAt: adoptedAt ?? createdAt,
  };
}

function noteRule(seeding: Seeding, id: string, example: ExampleRule): void {
  const { clock, people } = seeding;
  const about = {
    subject: { type: "rule", id },
    organisationId: known(seeding.organisationIds, example.organisation),
  };
  const preparer = known(people, example.preparedBy);
  const at = clock.ago(example.preparedAgoDays);
  happened(seeding, { ...about, at, by: preparer, kind: "rule.drafted" });
  const { adoptedBy, adoptedAgoDays } = example;
  if (adoptedBy === undefined || adoptedAgoDays === undefined) return;
  const by = known(people, adoptedBy);
  happened(seeding, { ...about, at: clock.ago(adoptedAgoDays, 11), by, kind: "rule.adopted" });
}

async function seedSettlements(
  seeding: Seeding,
  of: { id: string; number: string; example: ExampleRule; cases: Around["cases"] },
): Promise<void> {
  for (const { case: key, by } of of.example.settles ?? []) {
    const { id: caseId, timeline, organisationId } = known(of.cases, key);
    const person = known(seeding.people, by);
    const settledAt = timeline.at(-1)?.at ?? seeding.clock.now;
    const row = { caseId, policyRuleId: of.id, settledBy: person.id, settledAt };
    await seeding.tx.insert(ruleSettlements).values(row);
    happened(seeding, {
      ...{ at: settledAt, by: person, kind: "rule.settled_case", caseId, organisationId },
      subject: { type: "rule", id: of.id },
      details: { number: of.number },
    });
  }
}
