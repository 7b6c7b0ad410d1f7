import { asc } from "drizzle-orm";
import { db, facts, type Queries } from "#db";
import type { FactKind, FactMeasure } from "#app/domain/case-file.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import { resolvedFacts } from "#app/domain/merged-facts.ts";

/** A fact as it counts now. */
export type FactNow = {
  id: string;
  number: number;
  key: string;
  label: LocalText;
  perspective: string;
  direction: FactKind;
  measure: FactMeasure | null;
  /** Whether it is offered in new cases. */
  active: boolean;
};

export type CatalogueNow = {
  /** By the id of every fact there ever was, also of a merged one: the fact it counts as. */
  byId: ReadonlyMap<string, FactNow>;
  /** The ids of all facts that count as this one, itself included; for a query that looks for uses. */
  idsOf: (id: string) => string[];
  /** How many facts there are: what a precedent made now knows. */
  size: number;
};

/** The catalogue as it counts now, with merged facts resolved: the only place where that is done. */
export async function catalogueNow(read: Queries = db.read): Promise<CatalogueNow> {
  const rows = await read
    .select({
      id: facts.id,
      number: facts.number,
      key: facts.key,
      label: facts.label,
      perspective: facts.perspective,
      direction: facts.direction,
      measure: facts.measure,
      active: facts.active,
      mergedIntoId: facts.mergedIntoId,
    })
    .from(facts)
    .orderBy(asc(facts.number));
  const resolved = resolvedFacts(rows);
  const own = new Map(rows.map(({ mergedIntoId: _into, ...fact }) => [fact.id, fact]));
  const byId = new Map<string, FactNow>();
  const members = new Map<string, string[]>();
  for (const { id } of rows) {
    const counts = own.get(resolved.get(id) ?? id);
    if (!counts) continue;
    byId.set(id, counts);
    members.set(counts.id, [...(members.get(counts.id) ?? []), id]);
  }
  const idsOf = (id: string) => members.get(byId.get(id)?.id ?? id) ?? [id];
  return { byId, idsOf, size: rows.at(-1)?.number ?? 0 };
}

/** The facts that these count as, each once; ids of facts that are not known stay away. */
export function countedNow({ byId }: CatalogueNow, ids: readonly string[]): string[] {
  return [...new Set(ids.flatMap((id) => byId.get(id)?.id ?? []))];
}
