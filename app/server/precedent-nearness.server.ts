/** Lists of precedents in the order of how little they differ from a case. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { caseFiles, db, precedents, searchFound, type Search } from "#db";
import type { SearchTerm } from "#app/domain/search-terms.ts";
import type { PrecedentFilters } from "#app/schemas/precedent-search.ts";
import type { ComparedCase } from "#app/schemas/precedent-view.ts";
import type { Access } from "./access.server.ts";
import { visibleCases } from "./case-access.server.ts";
import { catalogueNow } from "./catalogue-now.server.ts";
import { nearestTo, situationOf } from "./comparing.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";
import { conditionsOf } from "./precedent-conditions.server.ts";
import {
  listedPrecedents,
  precedentsPerPage,
  type PrecedentList,
} from "./precedent-lists.server.ts";

/** So many of the nearest take part: what differs more compares no longer. */
const mostCompared = 200;

/** The case a list is compared with; null when none is asked for, or not one this person may see. */
export async function findComparedCase(
  access: Access<"precedent.read">,
  caseId: string | null,
): Promise<ComparedCase | null> {
  const row = await findCase(access, caseId);
  return (
    row && { id: row.id, number: row.number, title: row.title, hasScope: row.scopeId !== null }
  );
}

async function findCase(access: Access<"precedent.read">, caseId: string | null) {
  if (caseId === null) return null;
  const [row] = await db.read
    .select({
      id: caseFiles.id,
      number: caseFiles.number,
      title: caseFiles.title,
      organisationId: caseFiles.organisationId,
      scopeId: caseFiles.scopeId,
    })
    .from(caseFiles)
    .where(and(eq(caseFiles.id, caseId), visibleCases(access)));
  return row ?? null;
}

type Page = {
  /** The last precedent of the page before. */
  cursor: string | null;
  /** When given, only what these words find. */
  found?: Search;
  terms?: SearchTerm[];
};

/** A page of the precedents that compare with a case, fewest differences first. */
export async function listNearest(
  access: Access<"precedent.read">,
  filters: PrecedentFilters,
  { cursor, found, terms = [] }: Page,
): Promise<PrecedentList> {
  const caseFile = await findCase(access, filters.case);
  if (!caseFile) return { precedents: [], next: null };
  const situation = await situationOf(db.read, caseFile);
  const near = await nearestTo(access, situation, { count: mostCompared, elsewhere: true });
  const fitting = await fittingIds(access, filters, {
    ids: near.map(({ id }) => id),
    found,
  });
  const order = near.filter(({ id }) => fitting.has(id));
  const start = order.findIndex(({ id }) => id === cursor) + 1;
  const page = order.slice(start, start + precedentsPerPage);
  const differences = new Map(page.map(({ id, differenceCount }) => [id, differenceCount]));
  const listed = await listedPrecedents(
    page.map(({ id }) => id),
    terms,
  );
  return {
    precedents: listed.map((row) => ({ ...row, differences: differences.get(row.id) })),
    next: order.length > start + page.length ? (page.at(-1)?.id ?? null) : null,
  };
}

async function fittingIds(
  access: Access<"precedent.read">,
  filters: PrecedentFilters,
  { ids, found }: { ids: string[]; found: Search | undefined },
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const matches = found && searchFound(found);
  const rows = await db.read
    .select({ id: precedents.id })
    .from(precedents)
    .where(
      and(
        inArray(precedents.id, ids),
        visiblePrecedents(access),
        matches && sql`${precedents.id} in (select ${matches.id} from ${matches.relation})`,
        ...conditionsOf(filters, await catalogueNow()),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
