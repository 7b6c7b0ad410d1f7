import { asc, eq, lte, max, min } from "drizzle-orm";
import {
  caseFacts,
  caseLawReferences,
  db,
  environment,
  facts,
  precedentFacts,
  precedents,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { resolvedAnswers } from "#app/domain/merged-facts.ts";
import type { Access } from "./access.server.ts";
import type { ReadableCase } from "./case-access.server.ts";
import { catalogueNow } from "./catalogue-now.server.ts";
import { mayBecomePrecedent } from "./decision-page.server.ts";
import { getDecision, type ReadableDecision } from "./decisions.server.ts";
import { reindexPrecedent } from "./precedent-index.server.ts";
import { nextNumbers } from "./precedent-numbers.server.ts";

/**
 * Makes the draft of a precedent from a decision: its facts, level and scope as they are, its texts
 * as a start for rewriting. Gives the id; a decision has one precedent at most.
 */
export async function createPrecedent(
  access: Access<"precedent.edit">,
  decision: { caseId: string; decisionId: string },
  formKey?: string,
): Promise<string> {
  const source = await getDecision(access, decision.caseId, decision.decisionId);
  if (!mayBecomePrecedent(source.decision)) throw new DomainError("precedent_not_possible");
  return db.write(
    access.actor,
    async (tx) => {
      await assertFirst(tx, source.decision.id);
      const row = await draftRow(tx, access, source);
      await tx.insert(precedents).values(row);
      const copied = await copyFacts(tx, row.id, source.decision);
      await reindexPrecedent(tx, row.id);
      await tx.record({
        kind: "precedent.created",
        subject: { type: "precedent", id: row.id },
        caseId: source.caseFile.id,
        details: { number: row.number, decision: source.decision.id, level: row.level },
        content: { ...row, facts: copied },
      });
      return row.id;
    },
    { formKey },
  );
}

async function assertFirst(tx: Transaction, decisionId: string): Promise<void> {
  const [earlier] = await tx
    .select({ id: precedents.id })
    .from(precedents)
    .where(eq(precedents.decisionId, decisionId));
  if (earlier) throw new DomainError("already_done");
}

type Source = { caseFile: ReadableCase; decision: ReadableDecision };

async function draftRow(
  tx: Transaction,
  access: Access<"precedent.edit">,
  { caseFile, decision }: Source,
): Promise<typeof precedents.$inferInsert & { id: string }> {
  const now = environment.now();
  const references = await tx
    .select({ value: caseLawReferences.value })
    .from(caseLawReferences)
    .where(eq(caseLawReferences.caseId, caseFile.id))
    .orderBy(asc(caseLawReferences.position));
  return {
    id: environment.newId(),
    organisationId: decision.organisationId,
    decisionId: decision.id,
    number: await nextNumber(tx, decision.organisationId, now),
    title: caseFile.title,
    summary: caseFile.story,
    motivation: decision.motivation,
    lawReferences: references.map(({ value }) => value),
    lifeEvents: caseFile.lifeEvents,
    scopeId: caseFile.scopeId,
    level: decision.level ?? 0,
    catalogueSize: await catalogueAt(tx, decision.takenAt ?? now),
    status: "draft",
    visibility: "organisation",
    ownerId: access.person.id,
    editorId: access.person.id,
    decidedAt: decision.takenAt ?? now,
    createdAt: now,
    updatedAt: now,
  };
}

async function nextNumber(tx: Transaction, organisationId: string, now: number): Promise<string> {
  const [number = ""] = await nextNumbers(tx, { organisationId, now, count: 1 });
  return number;
}

/** How far the catalogue went at a moment: what came later was not looked at. What it began with always counts. */
async function catalogueAt(tx: Transaction, moment: number): Promise<number> {
  const [first] = await tx.select({ at: min(facts.createdAt) }).from(facts);
  const [last] = await tx
    .select({ number: max(facts.number) })
    .from(facts)
    .where(lte(facts.createdAt, Math.max(moment, first?.at ?? 0)));
  return last?.number ?? 0;
}

/** What was established in the case, and what of it the decision names as its reason. */
async function copyFacts(tx: Transaction, precedentId: string, decision: ReadableDecision) {
  const { byId } = await catalogueNow(tx);
  const answers = await tx
    .select({ factId: caseFacts.factId, answer: caseFacts.answer, amount: caseFacts.amount })
    .from(caseFacts)
    .where(eq(caseFacts.caseId, decision.caseId))
    .orderBy(asc(caseFacts.factId));
  const asNow = (id: string) => byId.get(id)?.id ?? id;
  const established = resolvedAnswers(
    answers,
    new Map(answers.map(({ factId }) => [factId, asNow(factId)])),
  ).filter(({ answer }) => answer === "yes");
  const reason = new Set([...decision.reasonPro, ...decision.reasonCon].map(asNow));
  const rows = established.flatMap(({ factId, amount }) => {
    const side = byId.get(factId)?.direction;
    const inReason = reason.has(factId) ? 1 : 0;
    return side ? [{ precedentId, factId, side, inReason, amount }] : [];
  });
  if (rows.length > 0) await tx.insert(precedentFacts).values(rows);
  return rows;
}
