import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tryOut, type DecidedSituation, type RuleConditions } from "#app/domain/policy-rule.ts";
import {
  appendDecided,
  createDecidedIndex,
  decidedAt,
  locateDecided,
  removeDecided,
  type DecidedIndex,
  type DecidedRow,
} from "#app/domain/policy-rule-index.ts";
import { ruleScan, type NumberedRule } from "#app/domain/policy-rule-scan.ts";
import { finished } from "#app/domain/precedent-scan-steps.ts";
import { someDecided, someRule } from "./generated-rules.ts";
import { whole, type Chance } from "./generated-precedents.ts";

/** Facts by their number, far apart so that they stand in several words. */
const numbers: Record<string, number> = { a: 1, b: 31, c: 32, m: 33, x: 64, y: 65, n: 100 };
const now = 1000;

function rowOf(situation: DecidedSituation, chance: Chance, at: number): DecidedRow {
  const { level, pro, con, unknown = [], amounts = [], costs = [] } = situation;
  const kinds = ["case", "precedent", "ended", "of_decision"] as const;
  const numbersOf = (facts: string[]) => facts.map((fact) => numbers[fact] ?? 0);
  return {
    ...{ id: idOf(at), level, costs, kind: kinds[whole(chance, 4)] ?? "case" },
    facts: numbersOf([...pro, ...con]),
    reason: numbersOf([...pro, ...con]).filter(() => chance() < 0.5),
    unknown: numbersOf(unknown),
    amounts: amounts.map(({ fact, amount }): [number, number] => [numbers[fact] ?? 0, amount]),
    catalogueSize: chance() < 0.3 ? whole(chance, 110) : 200,
    decidedAt: whole(chance, 5),
    validUntil: chance() < 0.3 ? now - 1 + whole(chance, 3) : null,
  };
}

function idOf(at: number): string {
  return `00000000-0000-7000-8000-${String(at).padStart(12, "0")}`;
}

/** The situation that a row stands for, facts that came after it among the unknown ones. */
function situationOf(row: DecidedRow): DecidedSituation {
  const factsOf = (some: number[]) =>
    Object.keys(numbers).filter((fact) => some.includes(numbers[fact] ?? 0));
  const pro = factsOf(row.facts);
  const late = Object.keys(numbers).filter(
    (fact) => (numbers[fact] ?? 0) > row.catalogueSize && !pro.includes(fact),
  );
  return {
    ...{ id: row.id, level: row.level, costs: row.costs, pro, con: [] },
    unknown: [...factsOf(row.unknown), ...late],
    amounts: row.amounts.flatMap(([number, amount]) =>
      factsOf([number]).map((fact) => ({ fact, amount })),
    ),
  };
}

function numbered(rule: RuleConditions): NumberedRule {
  const of = (fact: string) => ({ number: numbers[fact] ?? 0, first: numbers[fact] ?? 0 });
  return {
    ...{ level: rule.level, mustHold: rule.mustHold.map(of) },
    mustNotHold: rule.mustNotHold.map(of),
    bounds: rule.bounds.map(({ fact, least, most }) => ({ ...of(fact), least, most })),
  };
}

function expectSame(index: DecidedIndex, rows: DecidedRow[], rule: RuleConditions): void {
  const found = finished(ruleScan(index, { rule: numbered(rule), now, limit: 3 }));
  const looked = rows.filter(({ kind }) => kind !== "of_decision");
  const inForce = rows.filter(
    ({ kind, validUntil }) =>
      (kind === "precedent" || kind === "of_decision") && (validUntil ?? Infinity) > now,
  );
  const { settledIds, openIds, disagreements, groups, replacedIds, ...counts } = tryOut(
    rule,
    looked.map(situationOf),
    inForce.map(situationOf),
  );
  expect(settledIds).toHaveLength(counts.settled);
  expect(found.numbers).toEqual(counts);
  expect(found.open).toBe(openIds.length);
  const byFact = groups.map(({ fact, count }) => ({ number: numbers[fact] ?? 0, count }));
  const byNumber = [...byFact].sort((a, b) => b.count - a.count || a.number - b.number);
  expect(found.groups).toEqual(byNumber);
  const newest = (ids: string[]) =>
    rows
      .filter(({ id }) => ids.includes(id))
      .sort((a, b) => b.decidedAt - a.decidedAt || (a.id < b.id ? -1 : 1))
      .slice(0, 3)
      .map(({ id }) => id);
  const idsOf = (places: number[]) => places.map((row) => decidedAt(index, row).id);
  expect(idsOf(found.disagreements)).toEqual(newest(disagreements.map(({ id }) => id)));
  expect(idsOf(found.replaced)).toEqual(newest(replacedIds));
}

describe("decided situations in memory", () => {
  it("answer a try-out as the readable rule does, whatever is put in and taken out", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { situations, chance } = someDecided(seed, 90);
        const index = createDecidedIndex();
        let rows: DecidedRow[] = [];
        for (const [at, situation] of situations.entries()) {
          const row = rowOf(situation, chance, at);
          appendDecided(index, row);
          rows.push(row);
          if (chance() < 0.7) continue;
          const gone = rows[whole(chance, rows.length)]?.id ?? "";
          const place = locateDecided(index, [gone]).get(gone) ?? -1;
          expect(decidedAt(index, place).id).toBe(gone);
          removeDecided(index, place);
          rows = rows.filter(({ id }) => id !== gone);
        }
        expect(index.count).toBe(rows.length);
        const held = [
          ...locateDecided(
            index,
            rows.map(({ id }) => id),
          ).values(),
        ];
        const sorted = (list: DecidedRow[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        const inOrder = rows.map((row) => ({
          ...row,
          facts: row.facts.toSorted((a, b) => a - b),
          reason: row.reason.toSorted((a, b) => a - b),
          unknown: row.unknown.toSorted((a, b) => a - b),
        }));
        expect(sorted(held.map((row) => decidedAt(index, row)))).toEqual(sorted(inOrder));
        for (let asked = 0; asked < 5; asked += 1) expectSame(index, rows, someRule(chance));
      }),
      { numRuns: 150 },
    );
  });
});
