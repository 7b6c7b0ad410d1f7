/** The figures of the account, counted from memory. */
import { environment } from "#db";
import {
  counterOf,
  countCase,
  figureOf,
  type Counter,
  type Naming,
} from "#app/domain/account-counting.ts";
import { figureDefinitions, type Asking } from "#app/domain/account-definitions.ts";
import type { Account, Figure } from "#app/domain/account-figures.ts";
import { withoutSmallNumbers } from "#app/domain/account-hiding.ts";
import { inOrder } from "#app/domain/account-lists.ts";
import type { AccountIndex } from "#app/domain/account-index.ts";
import {
  askedDays,
  daysBefore,
  endedYearOf,
  dayText,
  timeRows,
  type Days,
} from "#app/domain/account-period.ts";
import { dayNumber } from "#app/domain/day.ts";
import type { AccountFilters } from "#app/schemas/account-filters.ts";
import type { Access } from "./access.server.ts";
import { findOrganisation, scopesFor, type AccountScope } from "./account-choices.server.ts";
import { listFigures } from "./account-lists.server.ts";
import { askFigures } from "./account-memory.server.ts";
import { turns } from "./slices.server.ts";

/** What is asked, after what this person may ask. */
export type AccountAsked = {
  organisation: { id: string; name: string };
  isOwn: boolean;
  days: Days;
  scopes: AccountScope[];
  scope: AccountScope | null;
  perspective: string | null;
  now: number;
};

/** The figures of an organisation over a period; the own organisation and the last twelve months when none is named. */
export async function getAccount(
  access: Access<"figures.read">,
  filters: AccountFilters,
): Promise<Account> {
  return countAccount(await accountAsked(access, filters));
}

/** What was asked, and may be: of another organisation calendar years that are over, never a part of one. */
export async function accountAsked(
  access: Access<"figures.read">,
  filters: AccountFilters,
): Promise<AccountAsked> {
  const organisation = await findOrganisation(access, filters.organisatie);
  const isOwn = organisation.id === access.organisation.id;
  const now = environment.now();
  const { van, tot } = filters;
  const asked = { ...(van && { from: van }), ...(tot && { until: tot }) };
  const days = askedDays(asked, dayNumber(now));
  const scopes = isOwn ? await scopesFor(access) : [];
  return {
    ...{ organisation, isOwn, scopes, now },
    days: isOwn ? days : endedYearOf(days.until, dayNumber(now)),
    scope: scopes.find(({ id }) => id === filters.gebied) ?? null,
    perspective: isOwn ? (filters.perspectief ?? null) : null,
  };
}

async function countAccount(asked: AccountAsked): Promise<Account> {
  // Not in turn with who asks for cases: these come from tables of their own.
  const listed = await listFigures(asked);
  return askFigures(async (index, complete) => {
    const { organisation, isOwn, days, scope, perspective, now } = asked;
    const figures = inOrder([...(await countFigures(index, asked)), ...listed]);
    return {
      ...{ organisation, isOwn, perspective, complete },
      period: periodOf(days),
      before: periodOf(daysBefore(days)),
      scope: scope && { id: scope.id, name: scope.name },
      at: now,
      figures: isOwn ? figures : figures.map(withoutSmallNumbers),
    };
  });
}

function periodOf({ from, until }: Days): Account["period"] {
  return { from: dayText(from), until: dayText(until) };
}

async function countFigures(index: AccountIndex, asked: AccountAsked): Promise<Figure[]> {
  const times = timeRows(asked.days);
  const current = askingOf(index, asked, asked.days);
  const before = askingOf(index, asked, daysBefore(asked.days));
  const pairs = figureDefinitions.map((definition) => ({
    definition,
    current: counterOf(definition, current),
    before: definition.ofPeriod ? counterOf(definition, before) : null,
  }));
  // One period after the other: whether a case is in it is then looked at once.
  const counters = [
    ...pairs.map((pair) => pair.current),
    ...pairs.flatMap((pair) => pair.before ?? []),
  ];
  await countCases(index, asked, counters);
  const next = turns();
  const naming = { index, times: times.keys, scopeName: nameIn(asked.scopes) };
  const figures: Figure[] = [];
  for (const { definition, ...pair } of pairs) {
    const counted = { current: pair.current.sums, before: pair.before?.sums ?? null };
    figures.push(figureOf(definition, counted, naming));
    await next();
  }
  return figures;
}

function nameIn(scopes: AccountScope[]): Naming["scopeName"] {
  const names = new Map(scopes.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? null;
}

/** How the cases of a period are looked at. */
export function askingOf(index: AccountIndex, asked: AccountAsked, days: Days): Asking {
  const { perspective, now } = asked;
  return {
    ...{ index, ...days, today: dayNumber(now) },
    // An unknown perspective is no perspective at all, not every one.
    perspective: perspective === null ? -1 : (index.perspectiveKeys.byName.get(perspective) ?? 255),
    timeRow: timeRows(days).rowOfDay,
  };
}

async function countCases(
  index: AccountIndex,
  asked: AccountAsked,
  counters: Counter[],
): Promise<void> {
  const next = turns();
  const isAsked = caseFilter(index, asked);
  for (let at = 0; at < index.size; at += 1) {
    if (at % 256 === 0) await next();
    if (isAsked(at)) countCase(counters, at);
  }
}

/** Whether the case in a row is of the organisation and scope. */
export function caseFilter(
  index: AccountIndex,
  { organisation, scope }: Pick<AccountAsked, "organisation" | "scope">,
): (at: number) => boolean {
  const own = index.organisations.byName.get(organisation.id) ?? -1;
  const wanted = scope && (index.scopes.byName.get(scope.id) ?? -1);
  const { organisation: organisations, scope: scopes } = index.columns;
  return (at) => organisations[at] === own && (wanted === null || scopes[at] === wanted);
}
