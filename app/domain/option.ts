import { DomainError } from "./domain-error.ts";

/** Strict application, postponed or moderated, partial relief, full relief. */
export const outcomeLevels = [0, 1, 2, 3] as const;
export type OutcomeLevel = (typeof outcomeLevels)[number];

export const bearers = [
  "citizen",
  "own_organisation",
  "municipality",
  "care",
  "justice",
  "other",
] as const;
export type Bearer = (typeof bearers)[number];

export const recurrences = ["once", "yearly"] as const;
export type Recurrence = (typeof recurrences)[number];

export const certainties = ["known", "estimate"] as const;
export type Certainty = (typeof certainties)[number];

export const groundKeys = [
  "room_in_norm",
  "policy_rule_departure",
  "hardship_clause",
  "proportionality_test",
  "formal_statute_unforeseen",
  "favourable_policy",
  "against_the_law",
  "no_deviation",
  "another_law",
] as const;
export type GroundKey = (typeof groundKeys)[number];

/** A ground for deviating from the rule, and what it asks of the decision. */
export type Ground = {
  key: GroundKey;
  /** Law or ruling that gives the ground; blank when the case itself must name the article. */
  source: string;
  /** The article, policy rule or ruling must be named with it. */
  requiresReference: boolean;
  requiresExecutive: boolean;
  requiresLegalAdvice: boolean;
  requiresPolicyOwner: boolean;
  redFlag: boolean;
};

const plain = {
  source: "",
  requiresReference: true,
  requiresExecutive: false,
  requiresLegalAdvice: false,
  requiresPolicyOwner: false,
  redFlag: false,
};

export const grounds: Ground[] = [
  { ...plain, key: "room_in_norm" },
  { ...plain, key: "policy_rule_departure", source: "Awb 4:84" },
  { ...plain, key: "hardship_clause" },
  {
    ...plain,
    key: "proportionality_test",
    source: "Awb 3:4 lid 2; ECLI:NL:CBB:2024:190",
  },
  {
    ...plain,
    key: "formal_statute_unforeseen",
    source: "ECLI:NL:RVS:2023:772",
    requiresExecutive: true,
    requiresLegalAdvice: true,
  },
  { ...plain, key: "favourable_policy" },
  { ...plain, key: "against_the_law", requiresPolicyOwner: true, redFlag: true },
  { ...plain, key: "no_deviation", requiresReference: false },
  { ...plain, key: "another_law" },
];

/** The ground with this key. @throws DomainError `option_ground` when there is none. */
export function getGround(key: string): Ground {
  const ground = grounds.find((known) => known.key === key);
  if (!ground) throw new DomainError("option_ground", { ground: key });
  return ground;
}

/**
 * Refuses an option that breaks the rule of option 0: position 0 is always strict application, with level 0, and
 * needs no ground; every other option names a ground. `levels` is the number of outcome levels of the question set.
 *
 * @throws DomainError `option_position`, `option_level`, `option_zero_level`, `option_ground_required` or
 * `option_ground`.
 */
export function assertOption(
  option: { position: number; level: number; ground?: string | null },
  levels: number = outcomeLevels.length,
): void {
  const { position, level } = option;
  if (!Number.isInteger(position) || position < 0) {
    throw new DomainError("option_position", { position });
  }
  if (!Number.isInteger(level) || level < 0 || level >= levels) {
    throw new DomainError("option_level", { position, level });
  }
  if (position === 0) {
    if (level !== 0) throw new DomainError("option_zero_level", { level });
    return;
  }
  const ground = (option.ground ?? "").trim();
  if (ground === "") throw new DomainError("option_ground_required", { position });
  getGround(ground);
}
