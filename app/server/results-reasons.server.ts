import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { caseArguments, db, gateRatings, ratings } from "#db";
import type { ArgumentView, ReasonView } from "#app/schemas/weighing-view.ts";
import { cellKey } from "./ratings.server.ts";
import type { Callers } from "./weighings-view.server.ts";

type Revealed = { agendaItemId: string; round: number; personIds: string[]; who: Callers };

/** The reasons given with ratings and gates, by `cellKey`. Only for an item that was revealed. */
export async function listReasons(
  revealed: Revealed,
  carried: ReadonlySet<string>,
): Promise<Record<string, ReasonView[]>> {
  const rows = [...(await ratingReasons(revealed)), ...(await gateReasons(revealed))];
  const byCell: Record<string, ReasonView[]> = {};
  for (const { id, personId, key, optionId, choice, reason } of rows) {
    const cell = (byCell[cellKey(key, optionId)] ??= []);
    cell.push({
      ratingId: id,
      who: revealed.who(personId),
      choice,
      text: reason,
      carrying: carried.has(carriedKey({ personId, optionId, text: reason })),
    });
  }
  return byCell;
}

/** A reason taken over as an argument is known by who gave it, on what, and its words. */
export function carriedKey(reason: { personId: string; optionId: string; text: string }): string {
  return JSON.stringify([reason.personId, reason.optionId, reason.text]);
}

async function ratingReasons({ agendaItemId, round, personIds }: Revealed) {
  const rows = await db.read
    .select({
      id: ratings.id,
      personId: ratings.personId,
      key: ratings.criterion,
      optionId: ratings.optionId,
      kind: ratings.kind,
      value: ratings.value,
      reason: ratings.reason,
    })
    .from(ratings)
    .where(
      and(
        eq(ratings.agendaItemId, agendaItemId),
        eq(ratings.round, round),
        inArray(ratings.personId, personIds),
        ne(ratings.reason, ""),
      ),
    )
    .orderBy(
      // SQLite and PostgreSQL each have their own place for what has no value.
      asc(isNull(ratings.value)),
      asc(ratings.value),
      asc(ratings.personId),
      asc(ratings.criterion),
      asc(ratings.optionId),
    );
  return rows.map(({ kind, value, ...row }) => ({
    ...row,
    choice: kind === "score" ? String(value) : kind,
  }));
}

async function gateReasons({ agendaItemId, round, personIds }: Revealed) {
  return db.read
    .select({
      id: gateRatings.id,
      personId: gateRatings.personId,
      key: gateRatings.gate,
      optionId: gateRatings.optionId,
      choice: gateRatings.answer,
      reason: gateRatings.reason,
    })
    .from(gateRatings)
    .where(
      and(
        eq(gateRatings.agendaItemId, agendaItemId),
        eq(gateRatings.round, round),
        inArray(gateRatings.personId, personIds),
        ne(gateRatings.reason, ""),
      ),
    )
    .orderBy(
      asc(gateRatings.answer),
      asc(gateRatings.personId),
      asc(gateRatings.gate),
      asc(gateRatings.optionId),
    );
}

export type ArgumentRow = ArgumentView & { personId: string };

/** The free arguments of the people who scored, the oldest first. */
export async function listArguments(revealed: Revealed): Promise<ArgumentRow[]> {
  const rows = await db.read
    .select()
    .from(caseArguments)
    .where(
      and(
        eq(caseArguments.agendaItemId, revealed.agendaItemId),
        inArray(caseArguments.personId, revealed.personIds),
      ),
    )
    .orderBy(asc(caseArguments.at), asc(caseArguments.id));
  return rows.map(({ id, personId, perspective, optionId, side, text, carrying }) => ({
    ...{ id, personId, perspective, optionId, side, text, carrying },
    who: revealed.who(personId),
  }));
}
