import { and, asc, desc, eq, gt, gte, isNotNull, lt, or, sql } from "drizzle-orm";
import { caseFiles, db, environment, people, scopes, type Queries } from "#db";
import { caseRoad, legalTerm } from "#app/domain/case-file.ts";
import { dayInMs } from "#app/domain/day.ts";
import { yearMoments } from "#app/domain/yearly.ts";
import { withParameters, type CaseFilters } from "#app/schemas/case-filters.ts";
import type { BoardColumn, CaseItem } from "#app/schemas/case-list-view.ts";
import type { Access } from "./access.server.ts";
import { casesInSight, sightOf, type Sight } from "./case-access.server.ts";
import { listScopes } from "./case-files.server.ts";
import { settledByRule } from "./case-settled.server.ts";

export const pageSize = 25;
const boardSize = 8;

/** What a row of a list shows. */
export const listColumns = {
  id: caseFiles.id,
  number: caseFiles.number,
  title: caseFiles.title,
  status: caseFiles.status,
  scope: scopes.name,
  receivedAt: caseFiles.receivedAt,
  extendedUntil: caseFiles.extendedUntil,
  urgencyKind: caseFiles.urgencyKind,
  urgencyDate: caseFiles.urgencyDate,
  coordinator: people.name,
  updatedAt: caseFiles.updatedAt,
};

type Row = Awaited<ReturnType<typeof joined>>[number];
type Values = {
  organisationId: string;
  personId: string;
  status: string;
  scopeId: string;
  from: number;
  until: number;
  ruleId: string;
  settledFrom: number;
  settledEnd: number;
  moment: number;
  id: string;
  limit: number;
};

const value = (name: keyof Values) => sql.placeholder(name);

type Shape = {
  sight: Sight;
  status: boolean;
  scope: boolean;
  urgent: boolean;
  mine: boolean;
  from: boolean;
  until: boolean;
  rule: boolean;
  settledIn: boolean;
  /** In a file by id, which never changes: a case that is changed meanwhile is not passed over. */
  place: "after" | "before" | "first" | "file";
};

/** One page of the list, newest change first. */
export async function listCases(access: Access<"case.read">, url: string, filters: CaseFilters) {
  const shape = shapeOf(sightOf(access), filters);
  const found = await queryFor(shape)(valuesOf(access, filters));
  const more = found.length > pageSize;
  const kept = found.slice(0, pageSize);
  if (shape.place === "before") kept.reverse();
  const [first, last] = [kept[0], kept.at(-1)];
  const hasPrevious = shape.place === "before" ? more : shape.place === "after";
  const hasNext = shape.place === "before" ? true : more;
  return {
    items: kept.map(withTerm),
    previous: hasPrevious && first ? withParameters(url, { voor: placeOf(first), na: null }) : null,
    next: hasNext && last ? withParameters(url, { na: placeOf(last), voor: null }) : null,
  };
}

const fileBatch = 500;

/** Every case the filters leave, the oldest first, some at a time. */
export async function* eachCase(
  access: Access<"case.read">,
  filters: CaseFilters,
): AsyncGenerator<CaseItem[]> {
  const query = queryFor({ ...shapeOf(sightOf(access), filters), place: "file" });
  const values = valuesOf(access, filters);
  for (let id = ""; ;) {
    const rows = await query({ ...values, id, limit: fileBatch });
    if (rows.length > 0) yield rows.map(withTerm);
    if (rows.length < fileBatch) return;
    id = rows.at(-1)?.id ?? "";
  }
}

/** What the list page needs around its rows. */
export async function listChoices(access: Access<"case.read">) {
  return { scopes: await listScopes(access) };
}

/** Open cases by status, those that have stood still longest on top. */
export async function getBoard(access: Access<"case.manage">): Promise<BoardColumn[]> {
  const open = caseRoad.filter((status) => status !== "closed");
  const board: BoardColumn[] = [];
  for (const status of open) {
    const found = await boardQuery({
      organisationId: access.organisation.id,
      status,
      limit: boardSize + 1,
    });
    const items = found.slice(0, boardSize).map(withTerm);
    board.push({ status, items, more: found.length > boardSize });
  }
  return board;
}

const boardQuery = db.hot<Pick<Values, "organisationId" | "status" | "limit">>()((read) =>
  joined(read)
    .where(
      and(
        eq(caseFiles.organisationId, value("organisationId")),
        eq(caseFiles.status, value("status")),
      ),
    )
    .orderBy(asc(caseFiles.updatedAt), asc(caseFiles.id))
    .limit(value("limit")),
);

type Query = (values: Values) => Promise<Row[]>;
// One prepared query per combination of filters; there are a few hundred at most.
const queries = new Map<string, Query>();

function queryFor(shape: Shape): Query {
  const key = JSON.stringify(shape);
  const known = queries.get(key);
  if (known) return known;
  const made = db.hot<Values>()((read) => rowsOf(read, shape));
  queries.set(key, made);
  return made;
}

function rowsOf(read: Queries, shape: Shape) {
  const viewer = { organisationId: value("organisationId"), personId: value("personId") };
  const here = sql`(${caseFiles.updatedAt}, ${caseFiles.id})`;
  const place = sql`(${value("moment")}, ${value("id")})`;
  const backwards = shape.place === "before";
  const inFile = shape.place === "file";
  const order = backwards ? asc : desc;
  return joined(read)
    .where(
      and(
        casesInSight(shape.sight, viewer),
        shape.status ? eq(caseFiles.status, value("status")) : undefined,
        shape.scope ? eq(caseFiles.scopeId, value("scopeId")) : undefined,
        shape.urgent ? isNotNull(caseFiles.urgencyKind) : undefined,
        shape.mine ? isMine(value("personId")) : undefined,
        shape.from ? gte(caseFiles.receivedAt, value("from")) : undefined,
        shape.until ? lt(caseFiles.receivedAt, value("until")) : undefined,
        shape.rule || shape.settledIn ? isSettled(shape) : undefined,
        shape.place === "after" ? sql`${here} < ${place}` : undefined,
        backwards ? sql`${here} > ${place}` : undefined,
        inFile ? gt(caseFiles.id, value("id")) : undefined,
      ),
    )
    .orderBy(...(inFile ? [asc(caseFiles.id)] : [order(caseFiles.updatedAt), order(caseFiles.id)]))
    .limit(value("limit"));
}

function isSettled({ rule, settledIn }: Shape) {
  return settledByRule({
    rule: rule ? value("ruleId") : undefined,
    from: settledIn ? value("settledFrom") : undefined,
    end: settledIn ? value("settledEnd") : undefined,
  });
}

function joined(read: Queries) {
  return read
    .select(listColumns)
    .from(caseFiles)
    .leftJoin(people, eq(people.id, caseFiles.coordinatorId))
    .leftJoin(scopes, eq(scopes.id, caseFiles.scopeId));
}

export function isMine(personId: string | ReturnType<typeof value>) {
  return or(eq(caseFiles.submitterId, personId), eq(caseFiles.coordinatorId, personId));
}

function shapeOf(sight: Sight, filters: CaseFilters): Shape {
  return {
    sight,
    status: filters.status !== undefined,
    scope: filters.gebied !== undefined,
    urgent: filters.spoed !== undefined,
    mine: filters.mijn !== undefined,
    from: filters.van !== undefined,
    until: filters.tot !== undefined,
    rule: filters.regel !== undefined,
    settledIn: filters.regeljaar !== undefined,
    place: filters.na ? "after" : filters.voor ? "before" : "first",
  };
}

function valuesOf(access: Access, filters: CaseFilters): Values {
  const place = filters.na ?? filters.voor;
  const settled = yearMoments(filters.regeljaar ?? 0);
  return {
    organisationId: access.organisation.id,
    personId: access.person.id,
    status: filters.status ?? "",
    scopeId: filters.gebied ?? "",
    from: filters.van ?? 0,
    until: (filters.tot ?? 0) + dayInMs,
    ruleId: filters.regel ?? "",
    settledFrom: settled.from,
    settledEnd: settled.end,
    moment: place?.moment ?? 0,
    id: place?.id ?? "",
    limit: pageSize + 1,
  };
}

function placeOf({ updatedAt, id }: Row): string {
  return `${updatedAt}.${id}`;
}

export function withTerm(row: Row): CaseItem {
  const { receivedAt, extendedUntil } = row;
  const { daysLeft } = legalTerm({ receivedAt, extendedUntil, now: environment.now() });
  return { ...row, daysLeft };
}
