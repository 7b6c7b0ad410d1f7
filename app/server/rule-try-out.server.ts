/** Policy rules tried out on what was decided before, and conditions suggested from it. */
import { and, eq } from "drizzle-orm";
import { db, environment, scopes } from "#db";
import { differenceOf, type RuleConditions } from "#app/domain/policy-rule.ts";
import { decidedAt, decidedIdAt, placedRow } from "#app/domain/policy-rule-index.ts";
import { ruleScan, type NumberedFact, type NumberedRule } from "#app/domain/policy-rule-scan.ts";
import type { TryOutView } from "#app/schemas/rule-try-out.ts";
import type { Access } from "./access.server.ts";
import type { ComparedCatalogue } from "./compared-catalogue.server.ts";
import { notFound } from "./http.server.ts";
import { askDecided } from "./rule-memory.server.ts";
import { firstNumbers } from "./rule-situations.server.ts";
import { conditionsFor, type SuggestedConditions } from "./rule-suggestions.server.ts";
import { describeDisagreements, describeReplaced, triedFact } from "./rule-try-out-rows.server.ts";
import { inSlices } from "./slices.server.ts";

export type { SuggestedConditions } from "./rule-suggestions.server.ts";

type Reader = Access<"rule.read">;

/** So many of what is found are shown. */
const shown = 20;

type Tried = {
  scopeId: string;
  conditions: RuleConditions;
  /** Of the disagreements; past the last one it is the last. */
  page?: number;
};

/** What a rule would have done in everything that was decided in a scope of the own organisation. */
export async function tryOutRule(
  access: Reader,
  { scopeId, conditions, page: asked = 1 }: Tried,
): Promise<TryOutView> {
  await assertOwnScope(access, scopeId);
  const found = await askDecided(scopeId, async ({ index, catalogue, complete }) => {
    const rule = numberedRule(catalogue, conditions);
    const scan = ruleScan(index, { rule, now: environment.now(), limit: shown * asked });
    const { disagreements, replaced, ...counts } = await inSlices(scan);
    const pages = Math.max(1, Math.ceil(counts.numbers.differs / shown));
    const page = Math.min(asked, pages);
    const first = (page - 1) * shown;
    const paged = disagreements.slice(first, first + shown);
    return {
      ...{ ...counts, catalogue, complete, place: { page, pages, first: first + 1 } },
      disagreements: paged.map((row) => decidedAt(index, row)),
      replaced: replaced.slice(0, shown).map((row) => decidedIdAt(placedRow(index, row))),
    };
  });
  const { numbers, open, complete, catalogue, place } = found;
  return {
    ...{ numbers, open, complete, place },
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

/** Conditions for a rule that gives these cases and precedents this level, see `conditionsFor`. */
export async function suggestConditions(
  access: Reader,
  asked: { scopeId: string; level: number; caseIds: string[]; precedentIds: string[] },
): Promise<SuggestedConditions> {
  const { scopeId, level, caseIds, precedentIds } = asked;
  await assertOwnScope(access, scopeId);
  return conditionsFor({ scopeId, level, ids: [...caseIds, ...precedentIds] });
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
  const first = firstNumbers(catalogue);
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
