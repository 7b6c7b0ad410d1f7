import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { db, decisionPrecedents, facts, lineChanges, people, precedents } from "#db";
import type { LocalText } from "#app/domain/local-text.ts";
import type { Right } from "#app/domain/rights.ts";
import type { TakenTreatment } from "#app/schemas/equal-treatment-view.ts";
import type { Access } from "./access.server.ts";
import type { DecisionRow } from "./decisions.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";

/** The precedents a decision names and how it treats each, as far as this person may see them. */
export async function namedPrecedents(access: Access<Right>, decisionId: string) {
  const rows = await db.read
    .select({
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      level: precedents.level,
      relation: decisionPrecedents.relation,
      differences: decisionPrecedents.differences,
    })
    .from(decisionPrecedents)
    .innerJoin(precedents, eq(precedents.id, decisionPrecedents.precedentId))
    .where(and(eq(decisionPrecedents.decisionId, decisionId), visiblePrecedents(access)))
    .orderBy(desc(precedents.decidedAt), desc(precedents.id));
  const factIds = rows.flatMap(({ differences }) => differences ?? []);
  const labels = await labelsOf(factIds);
  return rows.map(({ differences, ...row }) => ({
    ...row,
    differences: (differences ?? []).flatMap((id) => labels.get(id) ?? []),
  }));
}

async function labelsOf(factIds: string[]): Promise<Map<string, LocalText>> {
  if (factIds.length === 0) return new Map();
  const rows = await db.read
    .select({ id: facts.id, label: facts.label })
    .from(facts)
    .where(inArray(facts.id, factIds))
    .orderBy(asc(facts.number));
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** What it answered to the comparison with earlier decisions, as that stood when it was taken. */
export async function takenTreatment(decision: DecisionRow): Promise<TakenTreatment> {
  const { equalTreatment: report, equalTreatmentAnswer: answer } = decision;
  const changeId = report?.lineChangeId ?? null;
  const [change = null] = changeId
    ? await db.read
        .select({
          id: lineChanges.id,
          motivation: lineChanges.motivation,
          decidedBy: people.name,
        })
        .from(lineChanges)
        .leftJoin(people, eq(people.id, lineChanges.decidedBy))
        .where(eq(lineChanges.id, changeId))
    : [];
  return {
    answer,
    atLeast: report && report.lowerBy.length > 0 ? report.lower : null,
    atMost: report && report.upperBy.length > 0 ? report.upper : null,
    conflict: report?.conflict ?? false,
    warnings: report?.added.length ?? 0,
    lineChange: change,
  };
}

/** The precedent that was made from a decision, when there is one this person may see. */
export async function findPrecedentOf(access: Access<Right>, decisionId: string) {
  const [row] = await db.read
    .select({ id: precedents.id, number: precedents.number, status: precedents.status })
    .from(precedents)
    .where(and(eq(precedents.decisionId, decisionId), visiblePrecedents(access)));
  return row ?? null;
}
