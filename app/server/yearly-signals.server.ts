/** The signals of a year, those that cost most first. */
import { eq } from "drizzle-orm";
import { db, environment, people, signals } from "#db";
import { costOfDoingNothing, isAnswerOverdue, signalAge } from "#app/domain/signal.ts";
import { byWeight, type Year } from "#app/domain/yearly.ts";
import type { YearlySignals } from "#app/schemas/yearly.ts";
import type { Access } from "./access.server.ts";
import { caseCounts } from "./signal-lists.server.ts";
import { ownerWords } from "./signal-owners.server.ts";
import { signalsOfYear } from "./signal-year.server.ts";

const mostShown = 10;

/** Signals that were open at some moment of the year, with where they stand now. */
export async function listYearlySignals(
  access: Access<"figures.read">,
  { from, end }: Year,
): Promise<YearlySignals> {
  const found = await signalsIn(access, { from, end });
  const rows = found.map(({ row }) => row);
  const now = environment.now();
  const counts = await caseCounts(rows.map(({ id }) => id));
  const all = found.map(({ row, person }) => ({
    ...{ id: row.id, number: row.number, title: row.title, status: row.status },
    ...{
      statusReason: row.statusReason,
      costBasis: row.costBasis,
      owner: ownerWords({ name: row.ownerName, organisation: row.ownerOrganisation }) ?? person,
    },
    cases: counts.get(row.id) ?? 0,
    costPerYear: costOfDoingNothing(row),
    ageDays: signalAge({ ...row, now }),
    overdue: isAnswerOverdue(row, now),
  }));
  const closedIn = (status: string) =>
    rows.filter((row) => row.status === status && row.closedAt !== null && row.closedAt < end);
  return {
    total: rows.length,
    raised: rows.filter(({ raisedAt }) => raisedAt >= from).length,
    adopted: closedIn("adopted").length,
    rejected: closedIn("rejected").length,
    open: rows.filter(({ closedAt }) => closedAt === null || closedAt >= end).length,
    top: all.sort(byWeight).slice(0, mostShown),
    more: Math.max(0, all.length - mostShown),
  };
}

async function signalsIn(access: Access, year: Year) {
  return db.read
    .select({ row: signals, person: people.name })
    .from(signals)
    .leftJoin(people, eq(people.id, signals.ownerId))
    .where(signalsOfYear(access, year));
}
