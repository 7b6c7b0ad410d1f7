/** The life of a policy rule: drafted, in force, replaced by a revision or ended. */
import { DomainError } from "./domain-error.ts";
import type { RuleConditions } from "./policy-rule.ts";

export const ruleStatuses = ["draft", "in_force", "replaced", "ended", "discarded"] as const;
export type RuleStatus = (typeof ruleStatuses)[number];

/** Where a rule is in its life now: adopted, it can still be to come, and by its dates it begins and ends by itself. */
export const ruleStandings = [
  "draft",
  "coming",
  "in_force",
  "replaced",
  "ended",
  "discarded",
] as const;
export type RuleStanding = (typeof ruleStandings)[number];

/** `validUntil` is the first moment at which it no longer counts; UTC milliseconds, null while none is known. */
export type RuleTerm = { status: RuleStatus; validFrom: number | null; validUntil: number | null };

/** The statuses of a rule that was ever adopted: between its dates it counts, whatever became of it later. */
export const adoptedStatuses = ["in_force", "replaced", "ended"] as const;

const moves: Record<RuleStatus, RuleStatus[]> = {
  draft: ["in_force", "discarded"],
  in_force: ["replaced", "ended"],
  replaced: [],
  ended: [],
  discarded: [],
};

/**
 * Refuses a change of status that is not a move.
 *
 * @throws DomainError `rule_move_not_allowed`.
 */
export function assertRuleMove({ from, to }: { from: RuleStatus; to: RuleStatus }): void {
  if (!moves[from].includes(to)) throw new DomainError("rule_move_not_allowed", { from, to });
}

/** Where a rule is in its life at `now` (UTC milliseconds). */
export function ruleStanding(
  { status, validFrom, validUntil }: RuleTerm,
  now: number,
): RuleStanding {
  if (status === "draft" || status === "discarded") return status;
  if (validUntil !== null && validUntil <= now) return status === "replaced" ? "replaced" : "ended";
  return (validFrom ?? -Infinity) > now ? "coming" : "in_force";
}

/** Whether a rule settles cases at `now` (UTC milliseconds). */
export function ruleCounts(rule: RuleTerm, now: number): boolean {
  return ruleStanding(rule, now) === "in_force";
}

/** A rule with no condition at all would settle every case of its scope. */
export function hasConditions({ mustHold, mustNotHold, bounds }: RuleConditions): boolean {
  const bounded = bounds.some(({ least, most }) => least !== null || most !== null);
  return mustHold.length + mustNotHold.length > 0 || bounded;
}

export type Adoption = {
  conditions: RuleConditions;
  /** First day on which it is to count, and the last (null: no end is known yet); UTC midnights. */
  validFrom: number;
  validUntil: number | null;
  /** Midnight of today and the moment itself, UTC milliseconds. */
  today: number;
  now: number;
  /** In how many earlier cases and precedents the rule decides something else. */
  differs: number;
  disagreementReason: string;
};

/**
 * The moments between which a rule that is adopted counts. It begins today, which is now, or on a later day: what was
 * decided before stays as it was decided.
 *
 * @throws DomainError `rule_no_conditions`; `rule_starts_before_today` or `rule_ends_before_start`, at the field; or
 *   `rule_disagreement_reason` when it decides otherwise than before and nobody says why.
 */
export function adoptionTerm(adoption: Adoption): { validFrom: number; validUntil: number | null } {
  const { conditions, validFrom, validUntil, today, now, differs } = adoption;
  if (!hasConditions(conditions)) throw new DomainError("rule_no_conditions");
  if (validFrom < today) throw new DomainError("rule_starts_before_today", { field: "validFrom" });
  const begins = Math.max(validFrom, now);
  if (validUntil !== null && validUntil <= begins) {
    throw new DomainError("rule_ends_before_start", { field: "validUntil" });
  }
  if (differs > 0 && adoption.disagreementReason.trim() === "") {
    throw new DomainError("rule_disagreement_reason", { field: "disagreementReason" });
  }
  return { validFrom: begins, validUntil };
}

/**
 * The first moment (UTC milliseconds) at which a rule that is replaced no longer counts: when its revision begins, unless it
 * ended before.
 */
export function endOfReplaced(validUntil: number | null, revisionFrom: number): number {
  return validUntil === null ? revisionFrom : Math.min(validUntil, revisionFrom);
}

/**
 * The first moment (UTC milliseconds) at which a rule that is ended no longer counts: now, or the midnight of a later
 * day.
 *
 * @throws DomainError `rule_move_not_allowed` when it does not count any more, or its revision is what ends it;
 *   `rule_end_past`, at the field `endsOn`; or `rule_end_reason`, at the field `reason`.
 */
export function ruleEnd(
  rule: RuleTerm,
  end: { endsOn: number; reason: string; today: number; now: number },
): number {
  const { endsOn, reason, today, now } = end;
  const standing = ruleStanding(rule, now);
  const counts = standing === "in_force" || standing === "coming";
  if (!counts || rule.status === "replaced") {
    throw new DomainError("rule_move_not_allowed", { from: rule.status, to: "ended" });
  }
  if (endsOn < today) throw new DomainError("rule_end_past", { field: "endsOn" });
  if (reason.trim() === "") throw new DomainError("rule_end_reason", { field: "reason" });
  return Math.max(endsOn, now);
}
