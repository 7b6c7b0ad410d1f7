/** Policy rules: when one settles a situation, and what it would have done in earlier ones (domain.md section 8). */
import { bearers, type Bearer } from "./option.ts";

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

/**
 * A situation that was decided, facts by id: those that hold are in `pro` or `con`, what is in neither list nor
 * `unknown` is "no". `costs` are in cents over five years, at the level that was decided what it costs, at others what
 * it would have; a level that is not there has no known costs.
 */
export type DecidedSituation = {
  id: string;
  pro: string[];
  con: string[];
  unknown?: string[];
  /** Of ordered facts that hold, how much, in the measure of the fact. */
  amounts?: { fact: string; amount: number }[];
  level: number;
  costs?: { level: number; bearer: Bearer; cents: number }[];
};

/** What a rule looks at in a situation. */
export type RuleSituation = Pick<DecidedSituation, "pro" | "con" | "unknown" | "amounts">;

/** Whether a rule settles a situation, and why not; all lists sorted, without doubles. */
export type RuleAnswer = {
  /** "if": nothing keeps it from settling but facts that are not known yet. */
  settles: "yes" | "if" | "no";
  /** Facts that must hold and do not. */
  missing: string[];
  /** Facts that must not hold and do. */
  present: string[];
  /** Ordered facts of which there is too little or too much. */
  outOfBounds: string[];
  /** Facts of the rule that are not known, or of which it is not known how much. */
  unknown: string[];
};

/**
 * Whether a rule settles a situation. Of an ordered fact that does not hold there is none: its amount is 0. One that is
 * unknown, or that holds without an amount, leaves a bound on it unknown. A rule that asks nothing settles everything.
 */
export function ruleAnswer(
  { mustHold, mustNotHold, bounds }: Pick<RuleConditions, "mustHold" | "mustNotHold" | "bounds">,
  situation: RuleSituation,
): RuleAnswer {
  const holding = new Set([...situation.pro, ...situation.con]);
  const open = new Set((situation.unknown ?? []).filter((fact) => !holding.has(fact)));
  const missing = mustHold.filter((fact) => !holding.has(fact) && !open.has(fact));
  const present = mustNotHold.filter((fact) => holding.has(fact));
  const asked = bounds.filter(({ least, most }) => least !== null || most !== null);
  const outOfBounds = asked.filter((bound) => {
    const amount = amountIn(situation, bound.fact);
    return amount !== null && !isWithin(bound, amount);
  });
  const unmeasured = asked.filter(({ fact }) => amountIn(situation, fact) === null);
  const unknown = [
    ...[...mustHold, ...mustNotHold].filter((fact) => open.has(fact)),
    ...unmeasured.map(({ fact }) => fact),
  ];
  const reasons = missing.length + present.length + outOfBounds.length;
  return {
    settles: reasons > 0 ? "no" : unknown.length > 0 ? "if" : "yes",
    missing: inOrder(missing),
    present: inOrder(present),
    outOfBounds: inOrder(outOfBounds.map(({ fact }) => fact)),
    unknown: inOrder(unknown),
  };
}

/** Whether an amount is within a bound, ends included. */
export function isWithin({ least, most }: Omit<RuleBound, "fact">, amount: number): boolean {
  return (least === null || amount >= least) && (most === null || amount <= most);
}

/** How much of a fact there is in a situation: none when it does not hold, null when that is not known. */
export function amountIn(situation: RuleSituation, fact: string): number | null {
  const { pro, con, unknown = [], amounts = [] } = situation;
  if (!pro.includes(fact) && !con.includes(fact)) return unknown.includes(fact) ? null : 0;
  return amounts.find((each) => each.fact === fact)?.amount ?? null;
}

function inOrder(facts: string[]): string[] {
  return [...new Set(facts)].sort();
}

/** A try-out with the situations behind its numbers, ids in order. */
export type TryOut = RuleTryOut & {
  settledIds: string[];
  /** Settled otherwise than was decided: what the rule gives, more or less than that. */
  disagreements: { id: string; difference: "more" | "less" }[];
  /** Those that the rule would settle when facts that are not known turn out so. */
  openIds: string[];
  /** Per fact how many of those settled have it, most first, then by fact. */
  groups: { fact: string; count: number }[];
  replacedIds: string[];
};

/**
 * What a rule would have done in decided situations: the readable form of what the server answers from memory.
 *
 * `inForce` are the precedents that count now, made from decisions here too: the rule takes the place of those that it
 * settles as they did. Money is the costs at the level of the rule less those of what was decided, over the settled
 * situations that were decided otherwise; when either is not known, it counts in `moneyUnknown`.
 */
export function tryOut(
  rule: RuleConditions,
  decided: DecidedSituation[],
  inForce: DecidedSituation[] = [],
): TryOut {
  const answers = decided.map((situation) => ({
    situation,
    settles: ruleAnswer(rule, situation).settles,
  }));
  const having = (wanted: RuleAnswer["settles"]) =>
    answers.flatMap(({ situation, settles }) => (settles === wanted ? [situation] : []));
  const settled = having("yes");
  const differing = settled.filter(({ level }) => level !== rule.level);
  const more = differing.filter(({ level }) => level < rule.level).length;
  const replaced = inForce.filter(
    (precedent) => precedent.level === rule.level && ruleAnswer(rule, precedent).settles === "yes",
  );
  return {
    looked: decided.length,
    settled: settled.length,
    agrees: settled.length - differing.length,
    differs: differing.length,
    moreGenerous: more,
    lessGenerous: differing.length - more,
    replaces: replaced.length,
    ...moneyEffect(rule.level, differing),
    settledIds: idsOf(settled),
    disagreements: differing
      .map(({ id, level }) => ({ id, difference: differenceOf(rule.level, level) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    openIds: idsOf(having("if")),
    groups: groupsOf(settled),
    replacedIds: idsOf(replaced),
  };
}

/** What a rule gives beside what was decided. */
export function differenceOf(level: number, decided: number): "more" | "less" {
  return level > decided ? "more" : "less";
}

function moneyEffect(
  level: number,
  differing: DecidedSituation[],
): Pick<RuleTryOut, "money" | "moneyUnknown"> {
  const sums = new Map<Bearer, number>();
  let moneyUnknown = 0;
  for (const { costs = [], level: decided } of differing) {
    const [would, did] = [level, decided].map((asked) =>
      costs.filter((each) => each.level === asked),
    );
    if (!would?.length || !did?.length) {
      moneyUnknown += 1;
      continue;
    }
    for (const { bearer, cents } of would) sums.set(bearer, (sums.get(bearer) ?? 0) + cents);
    for (const { bearer, cents } of did) sums.set(bearer, (sums.get(bearer) ?? 0) - cents);
  }
  const money = bearers.flatMap((bearer) => {
    const cents = sums.get(bearer);
    return cents === undefined ? [] : [{ bearer, cents }];
  });
  return { money, moneyUnknown };
}

function groupsOf(settled: DecidedSituation[]): TryOut["groups"] {
  const counts = new Map<string, number>();
  for (const { pro, con } of settled) {
    for (const fact of new Set([...pro, ...con])) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  }
  return [...counts]
    .map(([fact, count]) => ({ fact, count }))
    .sort((a, b) => b.count - a.count || (a.fact < b.fact ? -1 : 1));
}

function idsOf(situations: DecidedSituation[]): string[] {
  return situations.map(({ id }) => id).sort();
}
