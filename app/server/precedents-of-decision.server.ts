import { and, desc, eq, inArray } from "drizzle-orm";
import { db, precedents } from "#db";
import type { Right } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";

/** The precedents a decision names, as far as this person may see them. */
export async function namedPrecedents(access: Access<Right>, ids: string[]) {
  if (ids.length === 0) return [];
  return db.read
    .select({
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      level: precedents.level,
    })
    .from(precedents)
    .where(and(inArray(precedents.id, ids), visiblePrecedents(access)))
    .orderBy(desc(precedents.decidedAt));
}

/** The precedent that was made from a decision, when there is one this person may see. */
export async function findPrecedentOf(access: Access<Right>, decisionId: string) {
  const [row] = await db.read
    .select({ id: precedents.id, number: precedents.number, status: precedents.status })
    .from(precedents)
    .where(and(eq(precedents.decisionId, decisionId), visiblePrecedents(access)));
  return row ?? null;
}
