import { describe, expect, it } from "vitest";
import {
  adoptionTerm,
  assertRuleMove,
  endOfReplaced,
  ruleCounts,
  ruleEnd,
  ruleStanding,
  ruleStatuses,
  type Adoption,
  type RuleTerm,
} from "../../app/domain/policy-rule-life.ts";
import { refusal } from "./weighing-example.ts";

const day = 86_400_000;
const today = 20_000 * day;
const now = today + day / 2;
const inForce: RuleTerm = { status: "in_force", validFrom: today - day, validUntil: null };

describe("where a policy rule is in its life", () => {
  it("counts from the day on which it begins until the moment at which it ends", () => {
    const rule: RuleTerm = { ...inForce, validFrom: now, validUntil: now + day };
    expect(ruleStanding(rule, now - 1)).toBe("coming");
    expect(ruleStanding(rule, now)).toBe("in_force");
    expect(ruleStanding(rule, now + day - 1)).toBe("in_force");
    expect(ruleStanding(rule, now + day)).toBe("ended");
  });

  it("counts until its revision begins, also once that is adopted", () => {
    const replaced: RuleTerm = { ...inForce, status: "replaced", validUntil: now + day };
    expect(ruleStanding(replaced, now)).toBe("in_force");
    expect(ruleStanding(replaced, now + day)).toBe("replaced");
  });

  it("never counts as a draft, whatever its dates say", () => {
    for (const status of ["draft", "discarded"] as const) {
      expect(ruleCounts({ ...inForce, status }, now)).toBe(false);
    }
  });

  it("comes into force from a draft only, and does not come back", () => {
    const ways = ruleStatuses.flatMap((from) =>
      ruleStatuses
        .filter((to) => refusal(() => assertRuleMove({ from, to })) === undefined)
        .map((to) => `${from} ${to}`),
    );
    expect(ways).toEqual([
      "draft in_force",
      "draft discarded",
      "in_force replaced",
      "in_force ended",
    ]);
  });
});

const adoption: Adoption = {
  conditions: { mustHold: ["late"], mustNotHold: [], bounds: [], level: 2 },
  ...{ validFrom: today, validUntil: null, today, now, differs: 0, disagreementReason: "" },
};

describe("adopting a policy rule", () => {
  it("lets it begin now when that is today, or at the midnight of a later day", () => {
    expect(adoptionTerm(adoption)).toEqual({ validFrom: now, validUntil: null });
    const later = { ...adoption, validFrom: today + day, validUntil: today + 2 * day };
    expect(adoptionTerm(later)).toEqual({ validFrom: today + day, validUntil: today + 2 * day });
  });

  it("is refused for a rule without any condition: it would settle every case of its scope", () => {
    const bounds = [{ fact: "months", least: null, most: null }];
    const empty = { mustHold: [], mustNotHold: [], bounds, level: 2 };
    expect(refusal(() => adoptionTerm({ ...adoption, conditions: empty }))).toBe(
      "rule_no_conditions",
    );
    const bounded = { ...empty, bounds: [{ fact: "months", least: null, most: 0 }] };
    expect(refusal(() => adoptionTerm({ ...adoption, conditions: bounded }))).toBeUndefined();
  });

  it("never reaches back, and does not end before it begins", () => {
    expect(refusal(() => adoptionTerm({ ...adoption, validFrom: today - day }))).toBe(
      "rule_starts_before_today",
    );
    expect(refusal(() => adoptionTerm({ ...adoption, validUntil: today }))).toBe(
      "rule_ends_before_start",
    );
  });

  it("asks why when it decides otherwise than was decided before", () => {
    const differing = { ...adoption, differs: 1, disagreementReason: " " };
    expect(refusal(() => adoptionTerm(differing))).toBe("rule_disagreement_reason");
    const told = { ...differing, disagreementReason: "Toen gold een andere wet." };
    expect(refusal(() => adoptionTerm(told))).toBeUndefined();
  });

  it("ends the rule that it revises when it begins, unless that ended before", () => {
    expect(endOfReplaced(null, now)).toBe(now);
    expect(endOfReplaced(now + day, now)).toBe(now);
    expect(endOfReplaced(now - day, now)).toBe(now - day);
  });
});

describe("ending a policy rule", () => {
  const end = { endsOn: today, reason: "De wet is gewijzigd.", today, now };

  it("is now when it is today, or at the midnight of a later day", () => {
    expect(ruleEnd(inForce, end)).toBe(now);
    expect(ruleEnd(inForce, { ...end, endsOn: today + day })).toBe(today + day);
  });

  it("asks a reason and a day that was not", () => {
    expect(refusal(() => ruleEnd(inForce, { ...end, reason: "" }))).toBe("rule_end_reason");
    expect(refusal(() => ruleEnd(inForce, { ...end, endsOn: today - day }))).toBe("rule_end_past");
  });

  it("is for a rule that counts, or is to come", () => {
    const coming = { ...inForce, validFrom: now + day };
    expect(refusal(() => ruleEnd(coming, end))).toBeUndefined();
    for (const status of ["draft", "discarded"] as const) {
      expect(refusal(() => ruleEnd({ ...inForce, status }, end))).toBe("rule_move_not_allowed");
    }
    const over = { ...inForce, validUntil: today };
    expect(refusal(() => ruleEnd(over, end))).toBe("rule_move_not_allowed");
    const replaced: RuleTerm = { ...inForce, status: "replaced", validUntil: now + day };
    expect(refusal(() => ruleEnd(replaced, end))).toBe("rule_move_not_allowed");
  });
});
