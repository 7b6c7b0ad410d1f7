/** What a dossier says of equal treatment: which earlier decisions were there, and how they were treated. */
import { asc, eq, inArray } from "drizzle-orm";
import { decisionPrecedents, lineChanges, precedentAdoptions, precedents, type Queries } from "#db";
import type { DossierPrecedentCheck } from "#app/domain/dossier.ts";
import type { DecisionRow } from "./decisions.server.ts";

export async function dossierPrecedentCheck(
  read: Queries,
  decision: DecisionRow,
): Promise<DossierPrecedentCheck> {
  const { equalTreatment: report } = decision;
  const treatments = await treatmentsOf(read, decision.id);
  const adoptions = await adoptionsOf(read, decision.caseId);
  const ids = [
    ...(report?.lowerBy ?? []),
    ...(report?.upperBy ?? []),
    ...(report?.added ?? []).map(({ precedentId }) => precedentId),
    ...(report?.reasons ?? []).map(({ precedentId }) => precedentId),
    ...treatments.map(({ precedentId }) => precedentId),
    ...adoptions.map(({ precedentId }) => precedentId),
  ];
  return {
    answer: decision.precedentCheck,
    text: decision.precedentCheckText,
    equalTreatment: decision.equalTreatmentAnswer,
    report,
    lineChange: await lineChangeOf(read, report?.lineChangeId ?? null),
    precedents: await precedentsWith(read, [...new Set(ids)]),
    treatments,
    adoptions,
  };
}

/** The facts that the comparison names. */
export function factsCompared({ report, treatments }: DossierPrecedentCheck): string[] {
  return [
    ...(report?.reasons ?? []).flatMap(({ factIds }) => factIds),
    ...treatments.flatMap(({ differences }) => differences),
  ];
}

async function treatmentsOf(
  read: Queries,
  decisionId: string,
): Promise<DossierPrecedentCheck["treatments"]> {
  const rows = await read
    .select({
      precedentId: decisionPrecedents.precedentId,
      relation: decisionPrecedents.relation,
      differences: decisionPrecedents.differences,
    })
    .from(decisionPrecedents)
    .where(eq(decisionPrecedents.decisionId, decisionId))
    .orderBy(asc(decisionPrecedents.precedentId));
  return rows.map((row) => ({ ...row, differences: row.differences ?? [] }));
}

async function adoptionsOf(
  read: Queries,
  caseId: string,
): Promise<DossierPrecedentCheck["adoptions"]> {
  return read
    .select({
      precedentId: precedentAdoptions.precedentId,
      perspective: precedentAdoptions.perspective,
      choice: precedentAdoptions.choice,
      original: precedentAdoptions.original,
      text: precedentAdoptions.text,
    })
    .from(precedentAdoptions)
    .where(eq(precedentAdoptions.caseId, caseId))
    .orderBy(asc(precedentAdoptions.precedentId), asc(precedentAdoptions.perspective));
}

async function lineChangeOf(read: Queries, id: string | null) {
  if (id === null) return null;
  const [row] = await read
    .select({
      id: lineChanges.id,
      level: lineChanges.level,
      motivation: lineChanges.motivation,
      answer: lineChanges.answer,
    })
    .from(lineChanges)
    .where(eq(lineChanges.id, id));
  return row ?? null;
}

/** Names of one statement. */
const atOnce = 1000;

async function precedentsWith(
  read: Queries,
  ids: string[],
): Promise<DossierPrecedentCheck["precedents"]> {
  const found: DossierPrecedentCheck["precedents"] = [];
  for (let start = 0; start < ids.length; start += atOnce) {
    const rows = await read
      .select({
        id: precedents.id,
        number: precedents.number,
        level: precedents.level,
        decidedAt: precedents.decidedAt,
      })
      .from(precedents)
      .where(inArray(precedents.id, ids.slice(start, start + atOnce)))
      .orderBy(asc(precedents.id));
    found.push(...rows);
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}
