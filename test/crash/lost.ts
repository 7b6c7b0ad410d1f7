import { eq, gt } from "drizzle-orm";
import { auditEvents, conditions, contentHash, db, decisions, openContent } from "#db";
import { cellOf, storedCells } from "./cells.ts";
import type { Ledger } from "./ledger.ts";

/** What was acknowledged and is not in the open database, or was recorded more than once. */
export async function lost(ledger: Ledger, since: number): Promise<string[]> {
  const events = await db.read.select().from(auditEvents).where(gt(auditEvents.sequence, since));
  const recorded = events.filter(({ kind }) => /^(rating|gate)\.recorded$/.test(kind));
  const hashes = new Set(recorded.map((event) => contentHash(openContent(event)?.content)));
  const taken = new Set(
    events.filter(({ kind }) => kind === "decision.taken").map(({ subjectId }) => subjectId),
  );
  const started = events.filter(({ kind }) => kind === "decision.version_started");
  return [
    ...(hashes.size < recorded.length ? ["a rating was recorded twice"] : []),
    ...(recorded.length > ledger.ratings.length ? ["more ratings than were sent"] : []),
    ...(started.length < ledger.started ? ["the start of a version"] : []),
    ...ledger.ratings
      .filter((sent) => sent.at !== null && !hashes.has(contentHash(sent)))
      .map(({ reason }) => `the event of ${reason}`),
    ...(await lostRatings(ledger)),
    ...(await lostDecisions(ledger, taken)),
  ];
}

/** A cell may hold what was sent after the last acknowledged answer, never something earlier. */
async function lostRatings({ ratings }: Ledger): Promise<string[]> {
  const rows = new Map((await storedCells()).map((row) => [cellOf(row), row.reason]));
  const order = new Map(ratings.map(({ reason }, place) => [reason, place]));
  const newest = new Map(
    ratings.filter(({ at }) => at !== null).map((sent) => [cellOf(sent), sent.reason]),
  );
  return [...newest].flatMap(([cell, reason]) => {
    const stored = order.get(rows.get(cell) ?? "") ?? -1;
    return stored >= (order.get(reason) ?? 0) ? [] : [reason];
  });
}

async function lostDecisions(ledger: Ledger, recorded: Set<string>): Promise<string[]> {
  const missing: string[] = [];
  for (const { id, told, condition } of ledger.decisions) {
    const [row] = await db.read.select().from(decisions).where(eq(decisions.id, id));
    const agreed = await db.read.select().from(conditions).where(eq(conditions.decisionId, id));
    const isTaken = row !== undefined && row.status !== "draft" && row.citizenTold === told;
    if (!isTaken) missing.push(`the decision ${told}`);
    if (!agreed.some(({ text }) => text === condition)) missing.push(condition);
    if (!recorded.has(id)) missing.push(`the event of ${told}`);
  }
  return missing;
}
