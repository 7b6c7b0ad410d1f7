/** The cases behind a number of the account. */
import { and, desc, eq, inArray } from "drizzle-orm";
import { agendaItems, caseFiles, db, decisions, panelMembers, scopes, sessionObservers } from "#db";
import { rowNumber } from "#app/domain/account-counting.ts";
import { figureDefinitions, type FigureDefinition } from "#app/domain/account-definitions.ts";
import { caseIdOf, type AccountIndex } from "#app/domain/account-index.ts";
import { daysBefore, dayText, timeRows } from "#app/domain/account-period.ts";
import type { AccountCase, AccountCasesPage, AccountReasons } from "#app/schemas/account-view.ts";
import type { AccountCell } from "#app/schemas/account-address.ts";
import type { AccountFilters, CellAsked } from "#app/schemas/account-filters.ts";
import type { Access } from "./access.server.ts";
import { citizenCases } from "./account-citizen-cases.server.ts";
import { accountAsked, askingOf, caseFilter, type AccountAsked } from "./account-figures.server.ts";
import { askFigures } from "./account-memory.server.ts";
import { sightOf, visibleCases } from "./case-access.server.ts";
import { notFound } from "./http.server.ts";
import { turns } from "./slices.server.ts";

type Reader = Access<"figures.read">;

const casesOnPage = 25;
/** Without a number in the address: everything that came in. */
const everything: AccountCell = { figure: "status", row: "total", column: "cases", before: false };

/** One page of the cases behind a number, or the last one, newest first: those this person may read, and how many others there are. */
export async function getAccountCases(
  access: Reader,
  filters: AccountFilters,
  { cell, page }: CellAsked,
): Promise<AccountCasesPage> {
  const counted = await countedBy(access, filters, cell);
  const { asked, of, days } = counted;
  const found = await findCases(access, { ...counted, page, size: casesOnPage });
  const cases = await readCases(access, found.ids);
  const rowsAre = of.figure === "citizens" ? "question" : definitionOf(of).rowsAre;
  const { perspective, scope } = asked;
  return {
    ...{ cell: of, reasons: reasonsFor(of), perspective, cases, filters },
    rowsAre: rowsAre === "month" && of.row.length === "2026".length ? "year" : rowsAre,
    period: { from: dayText(days.from), until: dayText(days.until) },
    scope: scope && { id: scope.id, name: scope.name },
    rowName: asked.scopes.find(({ id }) => id === of.row)?.name ?? null,
    ...{ readable: found.readable, hidden: found.hidden, few: found.few },
    ...{ page: found.page, pages: found.pages },
  };
}

type PageAsked = Omit<Matching, "own">;

async function findCases(access: Reader, asked: PageAsked) {
  if (asked.of.figure === "citizens") return answeredCases(access, asked);
  const own = sightOf(access) === "all" ? null : await ownCaseIds(access);
  const found = await askFigures((index) => matching(index, { ...asked, own }));
  return { ...found, few: 0 };
}

async function answeredCases(access: Reader, asked: PageAsked) {
  const { ids, ...others } = await citizenCases(access, asked);
  const { start, end, ...place } = placeIn(ids.length, asked);
  return { ids: ids.slice(start, end), readable: ids.length, ...others, ...place };
}

/** The page asked for, or the last one. */
function placeIn(readable: number, { page, size }: Pick<PageAsked, "page" | "size">) {
  const pages = Math.max(1, Math.ceil(readable / size));
  const shown = Math.min(page, pages);
  return { page: shown, pages, start: (shown - 1) * size, end: shown * size };
}

/** Which words of the decisions belong with a number. */
export function reasonsFor({ figure, column }: AccountCell): AccountReasons {
  if (figure === "departures" || column === "chosenFails") return "departure";
  return figure === "equalTreatment" || figure === "precedents" ? "treatment" : null;
}

/** All cases behind a number that this person may read, a batch at a time, for a file. */
export async function* eachAccountCase(
  access: Reader,
  filters: AccountFilters,
  cell: AccountCell | null,
): AsyncGenerator<AccountCase[]> {
  const counted = await countedBy(access, filters, cell);
  const size = Number.MAX_SAFE_INTEGER;
  const { ids } = await findCases(access, { ...counted, page: 1, size });
  const batch = 250;
  for (let from = 0; from < ids.length; from += batch) {
    yield await readCases(access, ids.slice(from, from + batch));
  }
}

/** What a number counts. Of another organisation there are totals only. */
async function countedBy(access: Reader, filters: AccountFilters, cell: AccountCell | null) {
  const asked = await accountAsked(access, filters);
  if (!asked.isOwn) return notFound();
  const of = cell ?? everything;
  return { asked, of, days: of.before ? daysBefore(asked.days) : asked.days };
}

/** The cases a person takes part in: who may read less than everything, may read these. */
async function ownCaseIds({ person, organisation }: Reader): Promise<Set<string>> {
  const submitted = await db.read
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(
      and(eq(caseFiles.submitterId, person.id), eq(caseFiles.organisationId, organisation.id)),
    );
  const judged = await db.read
    .select({ id: agendaItems.caseId })
    .from(panelMembers)
    .innerJoin(agendaItems, eq(agendaItems.id, panelMembers.agendaItemId))
    .where(eq(panelMembers.personId, person.id));
  const observed = await db.read
    .select({ id: agendaItems.caseId })
    .from(sessionObservers)
    .innerJoin(agendaItems, eq(agendaItems.sessionId, sessionObservers.sessionId))
    .where(eq(sessionObservers.personId, person.id));
  return new Set([...submitted, ...judged, ...observed].map(({ id }) => id));
}

type Matching = {
  asked: AccountAsked;
  of: AccountCell;
  days: { from: number; until: number };
  /** Null: this person may read all. */
  own: Set<string> | null;
  page: number;
  /** How many on a page. */
  size: number;
};

async function matching(index: AccountIndex, matched: Matching) {
  const { asked, own } = matched;
  const isMatch = matcher(index, matched);
  const isAsked = caseFilter(index, asked);
  const next = turns();
  const rows: number[] = [];
  let hidden = 0;
  for (let at = 0; at < index.size; at += 1) {
    if (at % 256 === 0) await next();
    if (!isAsked(at) || !isMatch(at)) continue;
    const isReadable = own === null || index.columns.special[at] === 0;
    if (isReadable || (own.size > 0 && own.has(caseIdOf(index, at)))) rows.push(at);
    else hidden += 1;
  }
  const { start, end, ...place } = placeIn(rows.length, matched);
  const ids = newestFirst(index, rows, { start, end });
  return { ids, readable: rows.length, hidden, ...place };
}

/** Whether a case is counted in the number: the same rule that counts it. */
function matcher(index: AccountIndex, { asked, of, days }: Matching): (at: number) => boolean {
  const definition = definitionOf(of);
  const column = definition.columns.findIndex(({ key }) => key === of.column);
  if (column < 0) return notFound();
  const times = timeRows(days).keys;
  const row = of.row === "total" ? null : rowNumber(definition, of.row, { index, times });
  if (row === null ? !definition.adds : row < 0) return notFound();
  const asking = askingOf(index, asked, days);
  let isFound = false;
  const add: Parameters<FigureDefinition["visit"]>[2] = (ownRow, ownColumn) => {
    if (ownColumn === column && (row === null || ownRow === row)) isFound = true;
  };
  return (at) => {
    isFound = false;
    definition.visit(asking, at, add);
    return isFound;
  };
}

function definitionOf({ figure }: AccountCell): FigureDefinition {
  return figureDefinitions.find(({ key }) => key === figure) ?? notFound();
}

/** A part of the rows by the day of receipt, without putting all of them in order. */
function newestFirst(
  index: AccountIndex,
  rows: number[],
  { start, end }: { start: number; end: number },
): string[] {
  const { receivedDay } = index.columns;
  const perDay = new Map<number, number[]>();
  for (const at of rows) {
    const day = receivedDay[at] ?? 0;
    const known = perDay.get(day);
    if (known) known.push(at);
    else perDay.set(day, [at]);
  }
  const ids: string[] = [];
  let passed = 0;
  for (const day of [...perDay.keys()].sort((a, b) => b - a)) {
    const own = perDay.get(day) ?? [];
    const [first, last] = [start - passed, end - passed];
    passed += own.length;
    if (last <= 0) break;
    if (first >= own.length) continue;
    const sorted = own.map((at) => caseIdOf(index, at)).sort((a, b) => (a < b ? 1 : -1));
    ids.push(...sorted.slice(Math.max(0, first), last));
  }
  return ids;
}

/** By the rules of access once more: the index says who may not read, the database decides who may. */
async function readCases(access: Reader, ids: string[]): Promise<AccountCase[]> {
  if (ids.length === 0) return [];
  const rows = await db.read
    .select({
      id: caseFiles.id,
      number: caseFiles.number,
      title: caseFiles.title,
      status: caseFiles.status,
      scope: scopes.name,
      receivedAt: caseFiles.receivedAt,
      decisionId: decisions.id,
      departure: decisions.departure,
      treatment: decisions.precedentCheckText,
    })
    .from(caseFiles)
    .leftJoin(scopes, eq(scopes.id, caseFiles.scopeId))
    .leftJoin(decisions, and(eq(decisions.caseId, caseFiles.id), eq(decisions.status, "taken")))
    .where(and(inArray(caseFiles.id, ids), visibleCases(access)))
    .orderBy(desc(caseFiles.receivedAt), desc(caseFiles.id));
  const place = new Map(ids.map((id, at) => [id, at]));
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}
