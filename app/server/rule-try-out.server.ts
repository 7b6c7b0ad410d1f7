/** Policy rules tried out on what was decided before, and conditions suggested from it. */
import { and, eq } from "drizzle-orm";
import { db, environment, scopes } from "#db";
import {
  differenceOf,
  type DecidedSituation,
  type RuleConditions,
} from "#app/domain/policy-rule.ts";
import {
  decidedAt,
  decidedIdAt,
  locateDecided,
  placedRow,
  type DecidedRow,
} from "#app/domain/policy-rule-index.ts";
import { ruleScan, type NumberedFact, type NumberedRule } from "#app/domain/policy-rule-scan.ts";
import { smallestConditions } from "#app/domain/smallest-conditions.ts";
import type { TryOutView } from "#app/schemas/rule-try-out.ts";
import type { Access } from "./access.server.ts";
import type { ComparedCatalogue } from "./compared-catalogue.server.ts";
import { notFound } from "./http.server.ts";
import { askDecided, type Asked } from "./rule-memory.server.ts";
import { describeDisagreements, describeReplaced, triedFact } from "./rule-try-out-rows.server.ts";
import { inSlices, turns } from "./slices.server.ts";

type Reader = Access<"rule.read">;

/** So many of what is found are shown. */
const shown = 20;

/** What a rule would have done in everything that was decided in a scope of the own organisation. */
export async function tryOutRule(
  access: Reader,
  { scopeId, conditions }: { scopeId: string; conditions: RuleConditions },
): Promise<TryOutView> {
  await assertOwnScope(access, scopeId);
  const found = await askDecided(scopeId, async ({ index, catalogue, complete }) => {
    const rule = numberedRule(catalogue, conditions);
    const scan = ruleScan(index, { rule, now: environment.now(), limit: shown });
    const { disagreements, replaced, ...counts } = await inSlices(scan);
    return {
      ...{ ...counts, catalogue, complete },
      disagreements: disagreements.map((row) => decidedAt(index, row)),
      replaced: replaced.map((row) => decidedIdAt(placedRow(index, row))),
    };
  });
  const { numbers, open, complete, catalogue } = found;
  return {
    ...{ numbers, open, complete },
    disagreements: await describeDisagreements(access, {
      catalogue,
      rows: found.disagreements,
      differenceOf: (level) => differenceOf(conditions.level, level),
    }),
    groups: found.groups.flatMap(({ number, count }) => {
      const fact = triedFact(catalogue, number);
      return fact ? [{ fact, count }] : [];
    }),
    replaces: await describeReplaced(access, found.replaced),
  };
}

/** Conditions that settle all of a cluster and none of those decided otherwise, see `smallestConditions`. */
export type SuggestedConditions = RuleConditions & {
  /** Situations decided otherwise that no condition keeps out. */
  cannotExclude: { kind: "case" | "precedent"; id: string }[];
  /** False when there may be fewer conditions that do as much. */
  isSmallest: boolean;
};

/**
 * Conditions for a rule that gives these cases and precedents this level. When nothing in the scope was decided
 * otherwise, all that they have in common must hold: without conditions the rule would be for everyone.
 */
export async function suggestConditions(
  access: Reader,
  asked: { scopeId: string; level: number; caseIds: string[]; precedentIds: string[] },
): Promise<SuggestedConditions> {
  await assertOwnScope(access, asked.scopeId);
  const { level } = asked;
  return askDecided(asked.scopeId, async (memory) => {
    const rows = locateDecided(memory.index, [...asked.caseIds, ...asked.precedentIds]);
    const cluster = [...rows.values()].map((row) => situationAt(memory, row));
    const opposite = await oppositeOf(memory, level);
    const found = smallestConditions({ cluster, opposite: opposite.map(({ is }) => is) });
    const isNothing = found.mustHold.length + found.mustNotHold.length + found.bounds.length === 0;
    const left = new Set(found.cannotExclude);
    return {
      ...{ level, mustNotHold: found.mustNotHold, bounds: found.bounds },
      mustHold: isNothing ? commonFacts(cluster) : found.mustHold,
      isSmallest: found.isSmallest,
      cannotExclude: opposite
        .filter(({ is }) => left.has(is.id))
        .map(({ is, kind }) => ({ kind, id: is.id })),
    };
  });
}

function commonFacts(cluster: DecidedSituation[]): string[] {
  const [first, ...others] = cluster.map(({ pro, con }) => [...pro, ...con]);
  return (first ?? []).filter((fact) => others.every((own) => own.includes(fact))).sort();
}

async function oppositeOf({ index, catalogue }: Asked, level: number) {
  const found: { is: DecidedSituation; kind: "case" | "precedent" }[] = [];
  const next = turns();
  for (const [number, block] of index.blocks.entries()) {
    for (let place = 0; place < block.rows; place += 1) {
      await next();
      const row = decidedAt(index, number * 4096 + place);
      if (block.level[place] === 255 || row.level === level || row.kind === "of_decision") continue;
      const kind = row.kind === "case" ? "case" : "precedent";
      found.push({ is: situationOfRow(catalogue, row), kind });
    }
  }
  return found;
}

function situationAt({ index, catalogue }: Asked, row: number): DecidedSituation {
  return situationOfRow(catalogue, decidedAt(index, row));
}

/** A row by ids, as the readable rules take it. */
export function situationOfRow(catalogue: ComparedCatalogue, row: DecidedRow): DecidedSituation {
  const { byNumber } = catalogue;
  const ids = (numbers: number[]) => numbers.flatMap((number) => byNumber[number]?.id ?? []);
  const side = (direction: "pro" | "con") =>
    row.facts.filter((number) => byNumber[number]?.direction === direction);
  const known = new Set([...catalogue.knownAt(row.catalogueSize), ...ids(row.facts)]);
  const late = [...catalogue.byId.values()].filter(({ id }) => !known.has(id)).map(({ id }) => id);
  return {
    ...{ id: row.id, level: row.level, costs: row.costs },
    ...{ pro: ids(side("pro")), con: ids(side("con")) },
    unknown: [...new Set([...ids(row.unknown), ...late])],
    amounts: row.amounts.flatMap(([number, amount]) =>
      ids([number]).map((fact) => ({ fact, amount })),
    ),
  };
}

async function assertOwnScope(access: Reader, scopeId: string): Promise<void> {
  const [row] = await db.read
    .select({ id: scopes.id })
    .from(scopes)
    .where(and(eq(scopes.id, scopeId), eq(scopes.organisationId, access.organisation.id)));
  if (!row) notFound();
}

/** A rule by the numbers of its facts, merged ones counted as the one they became. */
export function numberedRule(catalogue: ComparedCatalogue, rule: RuleConditions): NumberedRule {
  const first = new Map<number, number>();
  for (const [number, fact] of catalogue.byNumber.entries()) {
    if (fact && !first.has(fact.number)) first.set(fact.number, number);
  }
  const numbered = (id: string): NumberedFact => {
    const { number } = catalogue.byId.get(id) ?? notFound();
    return { number, first: first.get(number) ?? number };
  };
  return {
    level: rule.level,
    mustHold: rule.mustHold.map(numbered),
    mustNotHold: rule.mustNotHold.map(numbered),
    bounds: rule.bounds.map(({ fact, least, most }) => ({ ...numbered(fact), least, most })),
  };
}
