import { and, desc, eq, gte, sql } from "drizzle-orm";
import { agendaItems, db, people, reminders } from "#db";
import type { Reminded, ToScore, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";

/** As many as can be about what the home page lists. */
const mostReminders = 50;

const remindersTo = db.hot<{ personId: string }>()((read) =>
  read
    .select({ itemId: reminders.agendaItemId, at: reminders.at, by: people.name })
    .from(reminders)
    .innerJoin(agendaItems, eq(agendaItems.id, reminders.agendaItemId))
    .leftJoin(people, eq(people.id, reminders.sentBy))
    .where(
      and(
        eq(reminders.personId, sql.placeholder("personId")),
        eq(agendaItems.phase, "scoring"),
        gte(reminders.round, agendaItems.round),
      ),
    )
    .orderBy(desc(reminders.at), desc(reminders.id))
    .limit(mostReminders),
);

/** The cases still to score, each with the last reminder of this round. */
export async function withReminders(
  access: Access<"home.read">,
  work: Work<ToScore>,
): Promise<Work<Reminded<ToScore>>> {
  if (work.rows.length === 0) return { ...work, rows: [] };
  const sent = await remindersTo({ personId: access.person.id });
  const rows = work.rows.map((row) => {
    const last = sent.find(({ itemId }) => itemId === row.itemId);
    return { ...row, reminder: last ? { at: last.at, by: last.by } : null };
  });
  return { ...work, rows };
}
