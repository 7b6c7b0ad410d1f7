/** Policy rules: when one settles a situation, and what it would have done in earlier ones (domain.md section 8). */
import type { Bearer } from "./option.ts";

/** How much of an ordered fact there may be, in its measure, both ends included; null is no bound. */
export type RuleBound = { fact: string; least: number | null; most: number | null };

/** What a rule asks, and the outcome it gives. Facts by id. */
export type RuleConditions = {
  mustHold: string[];
  mustNotHold: string[];
  bounds: RuleBound[];
  level: number;
};

/** The numbers of a try-out, as they are kept with a rule that is adopted. */
export type RuleTryOut = {
  /** Decided cases and precedents looked at. */
  looked: number;
  settled: number;
  agrees: number;
  differs: number;
  moreGenerous: number;
  lessGenerous: number;
  /** Precedents that the rule takes the place of. */
  replaces: number;
  /** What the rule would have cost more than what was decided, in cents over five years; negative is a gain. */
  money: { bearer: Bearer; cents: number }[];
  /** Settled ones of which the costs are not known. */
  moneyUnknown: number;
};
