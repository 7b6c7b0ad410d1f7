/** Precedents as the rules compare them, read from the database with merged facts resolved. */
import { asc, inArray, type SQL } from "drizzle-orm";
import { precedentFacts, precedents, type Queries } from "#db";
import type { FactKind } from "#app/domain/case-file.ts";
import { resolvedAnswers } from "#app/domain/merged-facts.ts";
import type { Precedent } from "#app/domain/precedent.ts";
import type { FactNow } from "./catalogue-now.server.ts";
import type { ComparedCatalogue } from "./compared-catalogue.server.ts";

export { comparedCatalogue, type ComparedCatalogue } from "./compared-catalogue.server.ts";

/** Values of one `in` list; SQLite takes 32,766 in a statement. */
const atOnce = 10_000;

/** The precedents that fit, in the order of their ids. */
export async function readPrecedents(
  read: Queries,
  catalogue: ComparedCatalogue,
  which: SQL | undefined,
): Promise<Precedent[]> {
  const rows = await read
    .select({
      id: precedents.id,
      level: precedents.level,
      catalogueSize: precedents.catalogueSize,
    })
    .from(precedents)
    .where(which)
    .orderBy(asc(precedents.id));
  const found: Precedent[] = [];
  for (let start = 0; start < rows.length; start += atOnce) {
    const part = rows.slice(start, start + atOnce);
    const known = await factsOf(
      read,
      part.map(({ id }) => id),
    );
    for (const { id, level, catalogueSize } of part) {
      const own = comparedFacts(catalogue, known.get(id) ?? [], catalogueSize);
      found.push({ id, level, ...own, known: catalogue.knownAt(catalogueSize) });
    }
  }
  return found;
}

type FactRow = { factId: string; inReason: number; amount: number | null };

async function factsOf(read: Queries, ids: string[]): Promise<Map<string, FactRow[]>> {
  const known = new Map<string, FactRow[]>();
  if (ids.length === 0) return known;
  const rows = await read
    .select({
      precedentId: precedentFacts.precedentId,
      factId: precedentFacts.factId,
      inReason: precedentFacts.inReason,
      amount: precedentFacts.amount,
    })
    .from(precedentFacts)
    .where(inArray(precedentFacts.precedentId, ids))
    .orderBy(asc(precedentFacts.precedentId), asc(precedentFacts.factId));
  for (const { precedentId, ...row } of rows) {
    const own = known.get(precedentId);
    if (own) own.push(row);
    else known.set(precedentId, [row]);
  }
  return known;
}

type ComparedFacts = Pick<Precedent, "pro" | "con" | "reasonPro" | "reasonCon" | "ordered">;

function comparedFacts(
  catalogue: ComparedCatalogue,
  rows: FactRow[],
  catalogueSize: number,
): ComparedFacts {
  const { byId, resolved } = catalogue;
  const answered = resolvedAnswers(
    rows.map(({ factId, amount }) => ({ factId, answer: "yes", amount })),
    resolved,
  );
  const reason = new Set(
    rows.filter(({ inReason }) => inReason > 0).map(({ factId }) => resolved.get(factId) ?? factId),
  );
  const side = (direction: "pro" | "con") =>
    answered.filter(({ factId }) => byId.get(factId)?.direction === direction);
  const [pro, con] = [side("pro"), side("con")];
  const idsOf = (some: typeof pro) => some.map(({ factId }) => factId);
  const amounts = new Map(answered.map(({ factId, amount }) => [factId, amount]));
  const none = noneOf(
    catalogue,
    answered.map(({ factId }) => factId),
    catalogueSize,
  );
  return {
    pro: idsOf(pro),
    con: idsOf(con),
    reasonPro: idsOf(pro).filter((id) => reason.has(id)),
    reasonCon: idsOf(con).filter((id) => reason.has(id)),
    ordered: {
      pro: { ...orderedValues(byId, idsOf(pro), amounts), ...none.pro },
      con: { ...orderedValues(byId, idsOf(con), amounts), ...none.con },
    },
  };
}

/** Of ordered facts that a precedent could have had and had not: none, which is 0 and not unknown. */
export function noneOf(
  { measuredAt }: ComparedCatalogue,
  had: string[],
  catalogueSize: number,
): Record<FactKind, Record<string, number>> {
  const none: Record<FactKind, Record<string, number>> = { pro: {}, con: {} };
  for (const { id, direction } of measuredAt(catalogueSize)) {
    if (!had.includes(id)) none[direction][id] = 0;
  }
  return none;
}

/** The amounts of those of these facts that are ordered and have one. */
export function orderedValues(
  byId: ReadonlyMap<string, FactNow>,
  factIds: string[],
  amounts: ReadonlyMap<string, number | null>,
): Record<string, number> {
  return Object.fromEntries(
    factIds.flatMap((id) => {
      const amount = amounts.get(id) ?? null;
      return amount === null || !byId.get(id)?.measure ? [] : [[id, amount]];
    }),
  );
}
