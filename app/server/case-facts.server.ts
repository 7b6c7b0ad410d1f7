import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import { caseFacts, db, facts, type Transaction } from "#db";
import { textIn } from "#app/domain/local-text.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { StepInputs } from "#app/schemas/case-file.ts";
import type { CatalogueFact } from "#app/schemas/case-step-view.ts";
import type { Access } from "./access.server.ts";

/** The catalogue with what was established in this case; facts no longer in use only when answered. */
export async function listCatalogueFacts(access: Access, caseId: string): Promise<CatalogueFact[]> {
  const rows = await db.read
    .select({
      id: facts.id,
      label: facts.label,
      definition: facts.definition,
      example: facts.example,
      perspective: facts.perspective,
      direction: facts.direction,
      answer: caseFacts.answer,
      note: caseFacts.note,
      source: caseFacts.source,
    })
    .from(facts)
    .leftJoin(caseFacts, and(eq(caseFacts.factId, facts.id), eq(caseFacts.caseId, caseId)))
    .where(or(eq(facts.active, true), isNotNull(caseFacts.answer)))
    .orderBy(asc(facts.perspective), asc(facts.direction), asc(facts.id));
  const { language } = access.person;
  return rows.map((row) => ({
    ...row,
    label: textIn(row.label, language),
    definition: textIn(row.definition, language),
    example: textIn(row.example, language),
    answer: row.answer ?? "",
    note: row.note ?? "",
    source: row.source ?? "",
  }));
}

type FactInputs = StepInputs["facts"]["facts"];

/** Keeps what was posted: an answered fact is stored, one left open is not. */
export async function saveFacts(tx: Transaction, caseId: string, input: FactInputs): Promise<void> {
  const posted = Object.entries(input);
  const ids = posted.map(([id]) => id);
  if (ids.length === 0) return;
  const known = await tx.select({ id: facts.id }).from(facts).where(inArray(facts.id, ids));
  if (known.length < ids.length) throw new DomainError("unknown_option");
  await tx
    .delete(caseFacts)
    .where(and(eq(caseFacts.caseId, caseId), inArray(caseFacts.factId, ids)));
  const answered = posted.flatMap(([factId, { answer, note, source }]) => {
    const noted = answer ?? (note || source ? "unknown" : null);
    return noted === null ? [] : [{ caseId, factId, answer: noted, note, source }];
  });
  if (answered.length > 0) await tx.insert(caseFacts).values(answered);
}
