import { and, eq, isNotNull } from "drizzle-orm";
import { currentEngine } from "./database.ts";
import { auditEvents } from "./schema.ts";
import type { Queries } from "./sqlite/connection.ts";

/**
 * Has every row that was sealed with the key of this case sealed anew by the change under way, which
 * destroys the case: what stays must be vouched for without that key.
 */
export async function resealSurvivors(tx: Queries, caseId: string): Promise<void> {
  const events = await tx
    .select({ rows: auditEvents.rows })
    .from(auditEvents)
    .where(and(eq(auditEvents.caseId, caseId), isNotNull(auditEvents.rows)))
    .orderBy(auditEvents.sequence);
  const touched = events
    .flatMap(({ rows }) => rows ?? [])
    .filter(({ key }) => key === caseId)
    .flatMap(({ rows }) => rows.map(([table, key]) => ({ table, key })));
  await currentEngine().touch(tx, touched);
}
