import { and, asc, eq, getTableColumns, gt, inArray, isNull, lt, lte, ne, or } from "drizzle-orm";
import { caseArguments, db, gateRatings, ratings, secondRounds } from "#db";
import { effectiveAnswers } from "#app/domain/rounds.ts";
import type { ArgumentView, ReasonView } from "#app/schemas/weighing-view.ts";
import { cellKey } from "./reopened-cells.server.ts";
import type { Callers } from "./weighings-view.server.ts";

export type Revealed = {
  agendaItemId: string;
  /** The last round that was revealed: nothing given after it leaves the database. */
  round: number;
  personIds: string[];
  who: Callers;
};

/** The reasons of the answers that count, by `cellKey`. Only for an item that was revealed. */
export async function listReasons(
  revealed: Revealed,
  carried: ReadonlySet<string>,
): Promise<Record<string, ReasonView[]>> {
  const given = [...(await ratingReasons(revealed)), ...(await gateReasons(revealed))].map(
    (row) => ({ ...row, assessor: row.personId, option: row.optionId }),
  );
  const rows = effectiveAnswers(given).filter(({ reason }) => reason !== "");
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
      perspective: ratings.perspective,
      round: ratings.round,
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
        lte(ratings.round, round),
        inArray(ratings.personId, personIds),
        // A later answer without a reason still takes the place of the earlier one.
        or(ne(ratings.reason, ""), gt(ratings.round, 1)),
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
      perspective: gateRatings.perspective,
      round: gateRatings.round,
      key: gateRatings.gate,
      optionId: gateRatings.optionId,
      choice: gateRatings.answer,
      reason: gateRatings.reason,
    })
    .from(gateRatings)
    .where(
      and(
        eq(gateRatings.agendaItemId, agendaItemId),
        lte(gateRatings.round, round),
        inArray(gateRatings.personId, personIds),
        // A later answer without a reason still takes the place of the earlier one.
        or(ne(gateRatings.reason, ""), gt(gateRatings.round, 1)),
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

/** The free arguments of the people who scored, the oldest first; not those of a round that is blind. */
export async function listArguments(revealed: Revealed): Promise<ArgumentRow[]> {
  const rows = await db.read
    .select(getTableColumns(caseArguments))
    .from(caseArguments)
    .leftJoin(secondRounds, eq(secondRounds.agendaItemId, caseArguments.agendaItemId))
    .where(
      and(
        eq(caseArguments.agendaItemId, revealed.agendaItemId),
        inArray(caseArguments.personId, revealed.personIds),
        // Arguments have no round of their own: the second begins when it opens.
        revealed.round > 1
          ? undefined
          : or(isNull(secondRounds.openedAt), lt(caseArguments.at, secondRounds.openedAt)),
      ),
    )
    .orderBy(asc(caseArguments.at), asc(caseArguments.id));
  return rows.map(({ id, personId, perspective, optionId, side, text, carrying }) => ({
    ...{ id, personId, perspective, optionId, side, text, carrying },
    who: revealed.who(personId),
  }));
}
