/** The signals of a year, those that cost most first. */
import { db, environment, signals } from "#db";
import { costOfDoingNothing, isAnswerOverdue, signalAge } from "#app/domain/signal.ts";
import { byWeight, type Year } from "#app/domain/yearly.ts";
import type { YearlySignals } from "#app/schemas/yearly.ts";
import type { Access } from "./access.server.ts";
import { caseCounts } from "./signal-lists.server.ts";
import { ownersOf, ownerWords } from "./signal-owners.server.ts";
import { signalsOfYear } from "./signal-year.server.ts";

const mostShown = 10;

/** Signals that were open at some moment of the year, with where they stand now. */
export async function listYearlySignals(
  access: Access<"figures.read">,
  { from, end }: Year,
): Promise<YearlySignals> {
  const rows = await db.read.select().from(signals).where(signalsOfYear(access, { from, end }));
  const now = environment.now();
  const counts = await caseCounts(rows.map(({ id }) => id));
  const all = rows.map((row) => ({
    ...{ id: row.id, number: row.number, title: row.title, status: row.status },
    ...{ statusReason: row.statusReason, costBasis: row.costBasis },
    cases: counts.get(row.id) ?? 0,
    costPerYear: costOfDoingNothing(row),
    ageDays: signalAge({ ...row, now }),
    overdue: isAnswerOverdue(row, now),
  }));
  const top = all.sort(byWeight).slice(0, mostShown);
  const owners = await ownersOf(rows.filter(({ id }) => top.some((one) => one.id === id)));
  const closedIn = (status: string) =>
    rows.filter((row) => row.status === status && row.closedAt !== null && row.closedAt < end);
  return {
    total: rows.length,
    raised: rows.filter(({ raisedAt }) => raisedAt >= from).length,
    adopted: closedIn("adopted").length,
    rejected: closedIn("rejected").length,
    open: rows.filter(({ closedAt }) => closedAt === null || closedAt >= end).length,
    top: top.map((one) => ({ ...one, owner: ownerWords(owners.get(one.id)) })),
    more: Math.max(0, all.length - mostShown),
  };
}
