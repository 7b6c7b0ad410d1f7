import { and, eq, exists, gte, inArray, lt, lte, sql, type SQL } from "drizzle-orm";
import { db, environment, precedentFacts, precedents } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import type { PrecedentFilters } from "#app/schemas/precedent-search.ts";
import type { CatalogueNow } from "./catalogue-now.server.ts";
import { countsNow } from "./precedent-access.server.ts";

/** The filters that the counts beside them are kept apart by. */
export type CountedFilters = Pick<PrecedentFilters, "scope" | "level" | "status" | "organisation">;

/** What the filters of the list ask of a precedent. */
export function conditionsOf(filters: PrecedentFilters, catalogue: CatalogueNow): SQL[] {
  return [...countedConditions(filters), ...otherConditions(filters, catalogue)];
}

function countedConditions({ scope, level, status, organisation }: CountedFilters): SQL[] {
  return present([
    scope ? eq(precedents.scopeId, scope) : undefined,
    level === null ? undefined : eq(precedents.level, level),
    organisation ? eq(precedents.organisationId, organisation) : undefined,
    standingIs(status),
  ]);
}

function standingIs(standing: PrecedentFilters["status"]): SQL | undefined {
  const now = environment.now();
  if (standing === "valid") return countsNow(now);
  if (standing === "expired") {
    return and(eq(precedents.status, "valid"), lte(precedents.validUntil, now));
  }
  return standing ? eq(precedents.status, standing) : undefined;
}

/** Those without a count of their own. */
export function otherConditions(
  { law, event, fact, from, until, rule }: PrecedentFilters,
  catalogue: CatalogueNow,
): SQL[] {
  return present([
    from === null ? undefined : gte(precedents.decidedAt, from),
    until === null ? undefined : lt(precedents.decidedAt, until + dayInMs),
    rule ? eq(precedents.policyRuleId, rule) : undefined,
    event ? holdsText(sql`${precedents.lifeEvents}`, `"${event}"`) : undefined,
    law === "" ? undefined : holdsText(sql`${precedents.lawReferences}`, law),
    ...fact.map((id) => exists(factRow(catalogue.idsOf(id)))),
  ]);
}

function present(conditions: (SQL | undefined)[]): SQL[] {
  return conditions.filter((condition) => condition !== undefined);
}

function factRow(factIds: string[]) {
  return db.read
    .select({ one: sql`1` })
    .from(precedentFacts)
    .where(
      and(eq(precedentFacts.precedentId, precedents.id), inArray(precedentFacts.factId, factIds)),
    );
}

/** Whether a list stored as a whole names something; the signs of a pattern stand for themselves. */
function holdsText(column: SQL, text: string): SQL {
  const pattern = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`cast(${column} as text) like ${pattern} escape '\\'`;
}
