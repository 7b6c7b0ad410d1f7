/** How a case compares with precedents, as the pages show it. */
import { and, eq, inArray } from "drizzle-orm";
import { db, environment, organisations, precedents, scopes } from "#db";
import { outcomeLevels } from "#app/domain/option.ts";
import { comparison, type Comparison as Compared } from "#app/domain/precedent-comparison.ts";
import { differences, type Precedent, type Situation } from "#app/domain/precedent.ts";
import { precedentCounts } from "#app/domain/precedent-rules.ts";
import type { Right } from "#app/domain/rights.ts";
import type { Comparison, FactWord } from "#app/schemas/comparing.ts";
import type { Access } from "./access.server.ts";
import { rulesSituation, type CaseSituation } from "./case-situation.server.ts";
import {
  comparedCatalogue,
  readPrecedents,
  type ComparedCatalogue,
} from "./comparable-precedents.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";

/**
 * The comparison of a case with each of these precedents that this person may see, in the order of the ids. Also with
 * ended ones and those from elsewhere, which never bind.
 */
export async function comparisonsWith(
  access: Access<Right>,
  facts: CaseSituation,
  ids: string[],
  levels: number = outcomeLevels.length,
): Promise<Comparison[]> {
  if (ids.length === 0) return [];
  const which = and(inArray(precedents.id, ids), visiblePrecedents(access));
  const catalogue = await comparedCatalogue(db.read);
  const known = await readPrecedents(db.read, catalogue, which);
  const rows = await shownRows(access, ids);
  const situation = rulesSituation(facts);
  const views = new Map(
    known.flatMap((precedent) => {
      const row = rows.get(precedent.id);
      if (!row) return [];
      const view = viewOf({ catalogue, situation, precedent, levels });
      return [[precedent.id, { precedent: row, ...view }]];
    }),
  );
  return [...new Set(ids)].flatMap((id) => views.get(id) ?? []);
}

async function shownRows(
  access: Access<Right>,
  ids: string[],
): Promise<Map<string, Comparison["precedent"]>> {
  const rows = await db.read
    .select({
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      level: precedents.level,
      status: precedents.status,
      publishedAt: precedents.publishedAt,
      validUntil: precedents.validUntil,
      organisationId: precedents.organisationId,
      organisation: organisations.name,
      scope: scopes.name,
      decidedAt: precedents.decidedAt,
    })
    .from(precedents)
    .innerJoin(organisations, eq(organisations.id, precedents.organisationId))
    .leftJoin(scopes, eq(scopes.id, precedents.scopeId))
    .where(and(inArray(precedents.id, ids), visiblePrecedents(access)))
    .orderBy(precedents.id);
  const now = environment.now();
  return new Map(
    rows.map(({ organisationId, organisation, publishedAt, validUntil, ...row }) => {
      const counts = precedentCounts({ status: row.status, publishedAt, validUntil }, now);
      const elsewhere = organisationId === access.organisation.id ? null : organisation;
      return [row.id, { ...row, counts, organisation: elsewhere }];
    }),
  );
}

type Viewed = {
  catalogue: ComparedCatalogue;
  situation: Situation;
  precedent: Precedent;
  levels: number;
};

function viewOf(viewed: Viewed): Omit<Comparison, "precedent"> {
  const { situation, precedent, levels } = viewed;
  const compared = comparison({ situation, precedent, levels });
  const [nearest] = compared.directions;
  const words = (ids: string[]) => wordsOf(viewed, ids);
  const different = (way: "toFindOut" | "toMotivate") =>
    nearest.differentHere.filter((found) => found.way === way).map(({ fact }) => fact);
  const toMotivate = different("toMotivate");
  // An ordered fact is known by its name and by its amount: it stands where it says the most.
  const toFindOut = without(different("toFindOut"), toMotivate);
  const strongerHere = without(nearest.strongerHere, [...toMotivate, ...toFindOut]);
  const told = [...toMotivate, ...toFindOut, ...strongerHere];
  const besides = without(nearest.besides, told);
  return {
    verdict: compared.verdict,
    binds: boundIn(viewed, compared),
    direction: nearest.direction,
    same: words(without(compared.same, [...told, ...besides])),
    strongerHere: words(strongerHere),
    toFindOut: words(toFindOut),
    toMotivate: words(toMotivate),
    besides: words(besides),
    differenceCount: compared.differenceCount,
  };
}

function without(ids: string[], others: string[]): string[] {
  return ids.filter((id) => !others.includes(id));
}

function boundIn({ situation, precedent }: Viewed, { directions }: Compared): Comparison["binds"] {
  const found = differences(situation, precedent);
  const bound = directions.flatMap((one) =>
    one && found[one.direction].binds === "yes" ? [one.direction] : [],
  );
  const [first = null, second] = bound;
  return second ? "both" : first;
}

/** In the order of the catalogue, those that plead for relief first. */
function wordsOf({ catalogue, situation, precedent }: Viewed, ids: string[]): FactWord[] {
  const known = [...new Set(ids)].flatMap((id) => catalogue.byId.get(id) ?? []);
  known.sort((a, b) =>
    a.direction === b.direction ? a.number - b.number : a.direction === "pro" ? -1 : 1,
  );
  return known.flatMap(({ id, label, direction: side, measure }) => {
    const here = situation.ordered?.[side]?.[id] ?? null;
    const there = precedent.ordered?.[side]?.[id] ?? null;
    // Nothing of it on either side is nothing to tell.
    const isThere = situation[side].includes(id) || precedent[side].includes(id);
    if (!isThere && measure !== null && (here ?? 0) === 0 && (there ?? 0) === 0) return [];
    const hasAmount = measure !== null && (here !== null || there !== null);
    return [{ id, label, side, amounts: hasAmount ? { measure, here, there } : null }];
  });
}
