import { and, desc, eq, inArray } from "drizzle-orm";
import { db, lineChangePrecedents, lineChanges, precedents } from "#db";
import type { LineChangeView, LinePrecedent } from "#app/schemas/line-view.ts";
import type { Access } from "./access.server.ts";
import { visibleCaseIds } from "./case-access.server.ts";

const mostShown = 20;

/** The changes of line in a scope that took effect, newest first, with the precedents they departed from. */
export async function lineChangesOf(
  access: Access<"precedent.read">,
  scopeId: string,
): Promise<LineChangeView[]> {
  const rows = await db.read
    .select({
      id: lineChanges.id,
      caseId: lineChanges.caseId,
      decisionId: lineChanges.decisionId,
      at: lineChanges.effectiveFrom,
    })
    .from(lineChanges)
    .where(and(eq(lineChanges.scopeId, scopeId), eq(lineChanges.status, "effected")))
    .orderBy(desc(lineChanges.effectiveFrom), desc(lineChanges.id))
    .limit(mostShown);
  const departed = await departedFrom(rows.map(({ id }) => id));
  const readable = await visibleCaseIds(
    access,
    rows.map(({ caseId }) => caseId),
  );
  return rows.map(({ id, caseId, decisionId, at }) => ({
    id,
    at: at ?? 0,
    decision: decisionId && readable.includes(caseId) ? { id: decisionId, caseId } : null,
    from: departed.get(id) ?? [],
  }));
}

async function departedFrom(ids: string[]): Promise<Map<string, LinePrecedent[]>> {
  const found = new Map<string, LinePrecedent[]>();
  if (ids.length === 0) return found;
  const rows = await db.read
    .select({
      lineChangeId: lineChangePrecedents.lineChangeId,
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      level: precedents.level,
      decidedAt: precedents.decidedAt,
    })
    .from(lineChangePrecedents)
    .innerJoin(precedents, eq(precedents.id, lineChangePrecedents.precedentId))
    .where(inArray(lineChangePrecedents.lineChangeId, ids))
    .orderBy(desc(precedents.decidedAt), desc(precedents.id));
  for (const { lineChangeId, ...row } of rows) {
    found.set(lineChangeId, [...(found.get(lineChangeId) ?? []), row]);
  }
  return found;
}
