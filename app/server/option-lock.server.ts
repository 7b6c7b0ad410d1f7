import { and, eq, inArray, ne } from "drizzle-orm";
import { agendaItems, gateRatings, options, ratings, type Queries } from "#db";

/** Whether a panel could ever score this case, now or before. */
export async function scoringHasOpened(read: Queries, caseId: string): Promise<boolean> {
  const opened = await read
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.caseId, caseId), ne(agendaItems.phase, "prepare")))
    .limit(1);
  return opened.length > 0;
}

/** Whether a panel is busy with the case, so that no option may come beside those being judged. */
export async function isOnTheTable(read: Queries, caseId: string): Promise<boolean> {
  const phases = await phasesOf(read, caseId);
  return phases.includes("scoring") || phases.includes("revealed");
}

/**
 * The options that stand still because they were scored. While scoring is open that is all of them:
 * whether somebody has rated an option nobody may find out before the reveal.
 */
export async function lockedOptionIds(read: Queries, caseId: string): Promise<string[]> {
  const phases = await phasesOf(read, caseId);
  if (phases.length === 0) return [];
  if (phases.includes("scoring")) {
    const all = await read
      .select({ id: options.id })
      .from(options)
      .where(eq(options.caseId, caseId));
    return all.map(({ id }) => id);
  }
  const revealed = read
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(
      and(eq(agendaItems.caseId, caseId), inArray(agendaItems.phase, ["revealed", "concluded"])),
    );
  const rated = await read
    .selectDistinct({ id: ratings.optionId })
    .from(ratings)
    .where(inArray(ratings.agendaItemId, revealed));
  const answered = await read
    .selectDistinct({ id: gateRatings.optionId })
    .from(gateRatings)
    .where(inArray(gateRatings.agendaItemId, revealed));
  return [...new Set([...rated, ...answered].map(({ id }) => id))];
}

async function phasesOf(read: Queries, caseId: string) {
  const items = await read
    .select({ phase: agendaItems.phase })
    .from(agendaItems)
    .where(eq(agendaItems.caseId, caseId));
  return items.map(({ phase }) => phase);
}
