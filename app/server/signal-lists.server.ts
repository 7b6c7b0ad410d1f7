import { and, count, desc, eq, gte, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import { db, environment, scopes, signalCases, signals } from "#db";
import { signalAgeDays, type SignalColumn } from "#app/domain/account-lists.ts";
import { dayNumber, startOfDay } from "#app/domain/day.ts";
import { hasRight } from "#app/domain/rights.ts";
import {
  costOfDoingNothing,
  isAnswerOverdue,
  openStatuses,
  signalAge,
} from "#app/domain/signal.ts";
import { yearMoments } from "#app/domain/yearly.ts";
import { withParameters } from "#app/schemas/case-filters.ts";
import { signalFilters, type SignalFilters } from "#app/schemas/signal-filters.ts";
import type { SignalItem } from "#app/schemas/signal-view.ts";
import type { Access } from "./access.server.ts";
import { listScopes } from "./case-files.server.ts";
import { ownersOf, ownerWords } from "./signal-owners.server.ts";
import { signalsCounted, signalsOfYear } from "./signal-year.server.ts";
import { ownedBy, visibleSignals } from "./signals.server.ts";

type Reader = Access<"signal.read">;
const pageSize = 25;

export async function getSignalList(access: Reader, url: string) {
  const filters = signalFilters(url);
  const [found, scopeChoices] = await Promise.all([
    findSignals(access, filters, pageSize + 1),
    listScopes(access),
  ]);
  const items = found.slice(0, pageSize);
  const last = found.length > pageSize ? items.at(-1) : undefined;
  const asked = { ...filters, na: undefined };
  return {
    items,
    next: last ? withParameters(url, { na: placeOf(last) }) : null,
    filters: asked,
    isFiltered: Object.values(asked).some((value) => value !== undefined),
    scopes: scopeChoices,
    now: environment.now(),
    mayRaise: hasRight(access.roles, "signal.raise"),
    seesPatterns: hasRight(access.roles, "signal.edit"),
  };
}

/** All of them, a batch at a time, for a file. */
export async function* eachSignal(access: Reader, filters: SignalFilters) {
  const size = 200;
  let na: SignalFilters["na"];
  for (;;) {
    const batch = await findSignals(access, { ...filters, na }, size);
    if (batch.length > 0) yield batch;
    const last = batch.at(-1);
    if (batch.length < size || !last) return;
    na = { order: last.overdue ? 0 : 1, raisedAt: last.raisedAt, id: last.id };
  }
}

function placeOf({ overdue, raisedAt, id }: SignalItem): string {
  return `${overdue ? 0 : 1}.${raisedAt}.${id}`;
}

/** Late answers first, then the newest. */
async function findSignals(
  access: Reader,
  filters: SignalFilters,
  limit: number,
): Promise<SignalItem[]> {
  const order = lateFirst(environment.now());
  const rows = await db.read
    .select({ signal: signals, scope: scopes.name })
    .from(signals)
    .leftJoin(scopes, eq(scopes.id, signals.scopeId))
    .where(and(visibleSignals(access), ...conditionsOf(access, filters), after(filters.na, order)))
    .orderBy(order, desc(signals.raisedAt), desc(signals.id))
    .limit(limit);
  const counts = await caseCounts(rows.map(({ signal }) => signal.id));
  const owners = await ownersOf(rows.map(({ signal }) => signal));
  return rows.map((row) => ({
    ...itemOf(access, row),
    owner: ownerWords(owners.get(row.signal.id)),
    cases: counts.get(row.signal.id) ?? 0,
  }));
}

/** The same as `isAnswerOverdue`, in the query. */
function lateFirst(now: number): SQL<number> {
  return sql<number>`case when ${overdueNow(now)} then 0 else 1 end`;
}

/** Signals of which the owner of the rule is late with an answer. */
export function overdueNow(now: number): SQL | undefined {
  return and(
    inArray(signals.status, [...openStatuses]),
    lt(signals.answerBy, startOfDay(dayNumber(now))),
    sql`${signals.answeredAt} is null`,
  );
}

function after(place: SignalFilters["na"], order: SQL<number>): SQL | undefined {
  if (!place) return undefined;
  const { raisedAt, id } = place;
  return or(
    sql`${order} > ${place.order}`,
    and(
      sql`${order} = ${place.order}`,
      or(lt(signals.raisedAt, raisedAt), and(eq(signals.raisedAt, raisedAt), lt(signals.id, id))),
    ),
  );
}

function conditionsOf(access: Reader, asked: SignalFilters) {
  const { status, gebied, bron, mijn } = asked;
  const wanted = status === undefined ? [...openStatuses] : status === "alle" ? null : [status];
  return [
    wanted && inArray(signals.status, wanted),
    gebied === undefined ? undefined : eq(signals.scopeId, gebied),
    bron === undefined ? undefined : eq(signals.source, bron),
    mijn === undefined ? undefined : ownedBy(access),
    ...yearConditions(access, asked),
    asked.open && openNow(access, asked.open),
  ].map((condition) => condition ?? undefined);
}

function yearConditions(access: Reader, { jaar, welke }: SignalFilters) {
  if (jaar === undefined) return [];
  const year = yearMoments(jaar);
  return [signalsOfYear(access, year), welke && signalsCounted(welke, year)];
}

/** The same as a number of the figures counts. */
function openNow(access: Reader, column: SignalColumn): SQL | undefined {
  const open = and(
    eq(signals.organisationId, access.organisation.id),
    inArray(signals.status, [...openStatuses]),
  );
  if (column === "signals") return open;
  const now = environment.now();
  if (column === "late") return and(open, overdueNow(now));
  const { from, end } = signalAgeDays(column);
  const today = dayNumber(now);
  return and(
    open,
    from > 0 ? lt(signals.raisedAt, startOfDay(today - from + 1)) : undefined,
    end === null ? undefined : gte(signals.raisedAt, startOfDay(today - end + 1)),
  );
}

/** How many cases belong to each of these signals. */
export async function caseCounts(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({ id: signalCases.signalId, cases: count().mapWith(Number) })
    .from(signalCases)
    .where(inArray(signalCases.signalId, ids))
    .groupBy(signalCases.signalId);
  return new Map(rows.map(({ id, cases }) => [id, cases]));
}

type Row = { signal: typeof signals.$inferSelect; scope: string | null };

function itemOf(access: Reader, { signal, scope }: Row): Omit<SignalItem, "owner" | "cases"> {
  const now = environment.now();
  const { id, number, title, source, status, raisedAt, answerBy, answeredAt } = signal;
  return {
    ...{ id, number, title, source, status, raisedAt, answerBy, answeredAt, scope },
    ageDays: signalAge({ raisedAt, closedAt: signal.closedAt, now }),
    overdue: isAnswerOverdue(signal, now),
    costPerYear: costOfDoingNothing(signal),
    elsewhere: signal.organisationId !== access.organisation.id,
  };
}
