import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleAnswer, type RuleConditions } from "../../app/domain/policy-rule.ts";
import { bothConditions, conditionParts } from "../../app/domain/policy-rule-parts.ts";

const facts = ["a", "b", "c"];
const end = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });
const rule: fc.Arbitrary<RuleConditions> = fc.record({
  mustHold: fc.subarray(facts),
  mustNotHold: fc.subarray(facts),
  bounds: fc.uniqueArray(fc.record({ fact: fc.constantFrom(...facts), least: end, most: end }), {
    selector: ({ fact }) => fact,
  }),
  level: fc.integer({ min: 0, max: 3 }),
});
const situation = fc.record({
  pro: fc.subarray(facts),
  con: fc.constant<string[]>([]),
  amounts: fc
    .tuple(...facts.map(() => fc.integer({ min: 0, max: 4 })))
    .map((amounts) => amounts.map((amount, place) => ({ fact: facts[place] ?? "", amount }))),
});
const settles = (asked: RuleConditions, of: Parameters<typeof ruleAnswer>[1]) =>
  ruleAnswer(asked, of).settles === "yes";

describe("two rules taken together", () => {
  it("settle exactly what each of them settles", () => {
    fc.assert(
      fc.property(rule, rule, situation, (a, b, of) => {
        const together = settles(bothConditions(a, b), of);
        expect(together).toBe(settles(a, of) && settles(b, of));
      }),
    );
  });

  it("are the conditions of one that each by itself settle a situation", () => {
    fc.assert(
      fc.property(rule, situation, (one, of) => {
        const each = conditionParts(one).every(({ conditions }) => settles(conditions, of));
        expect(each).toBe(settles(one, of));
      }),
    );
  });
});
