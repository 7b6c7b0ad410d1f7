/** Which signals belong to a year, for the yearly page and for the list that its numbers lead to. */
import { and, eq, gte, isNull, lt, ne, or, type SQL } from "drizzle-orm";
import { signals } from "#db";
import type { SignalsInYear, Year } from "#app/domain/yearly.ts";
import type { Access } from "./access.server.ts";

/** Signals of the own organisation that were open at some moment of the year; merged ones go on as another. */
export function signalsOfYear(access: Access, { from, end }: Year): SQL | undefined {
  return and(
    eq(signals.organisationId, access.organisation.id),
    ne(signals.status, "merged"),
    lt(signals.raisedAt, end),
    or(isNull(signals.closedAt), gte(signals.closedAt, from)),
  );
}

/** Of the signals of a year, those that a number counts. */
export function signalsCounted(which: SignalsInYear, { from, end }: Year): SQL | undefined {
  if (which === "raised") return gte(signals.raisedAt, from);
  if (which === "open") return or(isNull(signals.closedAt), gte(signals.closedAt, end));
  return and(eq(signals.status, which), lt(signals.closedAt, end));
}
