import type { CaseStatus, FactAnswer, FactKind } from "./case-file.ts";
import { getGround, type GroundKey } from "./option.ts";

/** Every decision after the first is a new version that names the one it replaces. */
export const decisionKinds = ["initial", "correction", "objection_review", "withdrawal"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const precedentCheckAnswers = ["found", "not_found", "different"] as const;
export type PrecedentCheckAnswer = (typeof precedentCheckAnswers)[number];

/** Under this share of expected ratings a decision needs a reason. */
export const coverageNeeded = 0.7;

export const decisionRequirementCodes = [
  "status_not_ready",
  "replaces_missing",
  "decision_maker_is_assessor",
  "option_missing",
  "option_unknown",
  "departure_missing",
  "coverage_reason_missing",
  "discussion_reason_missing",
  "precedent_check_missing",
  "precedent_missing",
  "precedent_difference_missing",
  "precedent_found_after_all",
  "unequal_treatment",
  "unequal_treatment_text_missing",
  "motivation_missing",
  "ground_missing",
  "reference_missing",
  "executive_mandate_missing",
  "legal_advice_missing",
  "policy_owner_missing",
  "reason_pro_not_in_case",
  "reason_con_not_in_case",
  "condition_incomplete",
] as const;
export type DecisionRequirementCode = (typeof decisionRequirementCodes)[number];

/** What is still missing; `about` holds the ids it is about (claims, options, perspectives, facts, conditions). */
export type DecisionRequirement = { code: DecisionRequirementCode; about: string[] };

/** Precedents by id that a decision contradicts, or would but for its answer. */
export type PrecedentWarning = {
  /** With neither a named difference nor a change of line. */
  standing: string[];
  /** By a named difference, or by a change of line that is decided with the decision itself. */
  answered: string[];
  /** Those who decide say that they take the decision while the warning stands. */
  leaveStanding: boolean;
};

export type DecisionInput = {
  kind: DecisionKind;
  caseStatus: CaseStatus;
  /** The decision that this one replaces; null for the first. */
  replacesId: string | null;
  decisionMakerId: string;
  /** Everybody who scored this case, in whatever round. */
  assessorIds: string[];
  /** From the weighing the decision rests on. */
  proposed: string[];
  passing: string[];
  options: { id: string; level: number; ground: GroundKey | null; references: string[] }[];
  /** The claims of the case; empty when the case has none. */
  claimIds: string[];
  /** One per claim, or one with claimId null for a case without claims. */
  choices: { claimId: string | null; optionId: string | null }[];
  departure: string;
  /** Per perspective the lowest coverage over the options, 0 to 1. */
  coverage: { perspectiveId: string; coverage: number }[];
  coverageReason: string;
  /** Cells flagged on the discussion agenda that nobody ticked as discussed. */
  undiscussedCells: string[];
  undiscussedReason: string;
  precedentCheck: {
    answer: PrecedentCheckAnswer | null;
    text: string;
    precedentIds: string[];
    /** What the decision contradicts, and how that is answered; absent when there is nothing to compare. */
    warning?: PrecedentWarning;
  };
  perspectiveIds: string[];
  motivations: { perspectiveId: string; text: string }[];
  executiveMandate: boolean;
  legalAdvice: string;
  policyOwner: string;
  facts: { id: string; kind: FactKind; answer: FactAnswer }[];
  reasonPro: string[];
  reasonCon: string[];
  /** `ownerId` and `dueDate` (UTC milliseconds) may still be open while drafting. */
  conditions: { id: string; text: string; ownerId: string | null; dueDate: number | null }[];
};

/** Whether a decision of this kind can be taken while the case has this status. */
export function mayDecide(kind: DecisionKind, status: CaseStatus): boolean {
  if (status === "deliberation" || status === "decision") return true;
  return kind !== "initial" && (status === "follow_up" || status === "closed");
}

/**
 * What is missing before the decision can be taken, each code once, in the order of the form; empty means it can be
 * taken. A withdrawal chooses no option, so only the person, the version it names and a motivation are asked of it.
 * Source: domain.md section 6.
 */
export function decisionRequirements(input: DecisionInput): DecisionRequirement[] {
  const checks =
    input.kind === "withdrawal"
      ? [...mandateChecks(input), ...motivationChecks(input)]
      : [
          ...mandateChecks(input),
          ...choiceChecks(input),
          ...discussionChecks(input),
          ...precedentChecks(input),
          ...motivationChecks(input),
          ...groundChecks(input),
          ...reasonChecks(input),
        ];
  return checks.filter(({ missing }) => missing).map(({ code, about }) => ({ code, about }));
}

type Check = DecisionRequirement & { missing: boolean };

function check(code: DecisionRequirementCode, missing: boolean, about: string[] = []): Check {
  return { code, missing, about };
}

function anyOf(code: DecisionRequirementCode, about: string[]): Check {
  return check(code, about.length > 0, about);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

function mandateChecks(input: DecisionInput): Check[] {
  const { kind, caseStatus, decisionMakerId } = input;
  return [
    check("status_not_ready", !mayDecide(kind, caseStatus), [caseStatus]),
    check("replaces_missing", kind !== "initial" && isBlank(input.replacesId ?? "")),
    check("decision_maker_is_assessor", input.assessorIds.includes(decisionMakerId), [
      decisionMakerId,
    ]),
  ];
}

function chosenIds(input: DecisionInput): string[] {
  const ids = input.choices.flatMap(({ optionId }) => (optionId === null ? [] : [optionId]));
  return [...new Set(ids)];
}

function choiceChecks(input: DecisionInput): Check[] {
  const claims: (string | null)[] = input.claimIds.length > 0 ? input.claimIds : [null];
  const open = claims.filter(
    (claim) => !input.choices.some(({ claimId, optionId }) => claimId === claim && optionId),
  );
  const chosen = chosenIds(input);
  const known = input.options.map(({ id }) => id);
  const departs = chosen.filter(
    (id) => !input.proposed.includes(id) || !input.passing.includes(id),
  );
  return [
    check(
      "option_missing",
      open.length > 0,
      open.flatMap((claim) => claim ?? []),
    ),
    anyOf(
      "option_unknown",
      chosen.filter((id) => !known.includes(id)),
    ),
    check("departure_missing", departs.length > 0 && isBlank(input.departure), departs),
  ];
}

function discussionChecks(input: DecisionInput): Check[] {
  // Not `< coverageNeeded` alone: a missing number (NaN) is not a covered perspective.
  const thin = input.coverage.filter(({ coverage }) => !(coverage >= coverageNeeded - 1e-9));
  const about = thin.map(({ perspectiveId }) => perspectiveId);
  const { undiscussedCells } = input;
  const undiscussed = undiscussedCells.length > 0 && isBlank(input.undiscussedReason);
  return [
    check("coverage_reason_missing", thin.length > 0 && isBlank(input.coverageReason), about),
    check("discussion_reason_missing", undiscussed, undiscussedCells),
  ];
}

function precedentChecks({ precedentCheck }: DecisionInput): Check[] {
  const { answer, text, precedentIds, warning } = precedentCheck;
  const standing = warning?.standing ?? [];
  const warned = [...standing, ...(warning?.answered ?? [])];
  const answered = standing.length === 0 || warning?.leaveStanding === true;
  return [
    check("precedent_check_missing", answer === null),
    check("precedent_missing", answer === "found" && precedentIds.length === 0),
    check("precedent_found_after_all", answer === "not_found" && warned.length > 0, warned),
    check("unequal_treatment", !answered, standing),
    check(
      "precedent_difference_missing",
      answer === "different" && isBlank(text) && warned.length === 0,
    ),
    check("unequal_treatment_text_missing", answered && warned.length > 0 && isBlank(text), warned),
  ];
}

function motivationChecks(input: DecisionInput): Check[] {
  const written = input.motivations.filter(({ text }) => !isBlank(text));
  const bare = input.perspectiveIds.filter(
    (id) => !written.some(({ perspectiveId }) => perspectiveId === id),
  );
  if (input.kind === "withdrawal") return [check("motivation_missing", written.length === 0)];
  return [anyOf("motivation_missing", bare)];
}

function groundChecks(input: DecisionInput): Check[] {
  const chosen = chosenIds(input);
  const deviating = input.options.filter(({ id, level }) => level > 0 && chosen.includes(id));
  // A ground that option 0 happens to carry asks nothing: strict application needs none.
  const grounded = deviating.flatMap(({ id, ground, references }) =>
    ground === null ? [] : [{ id, references, ground: getGround(ground) }],
  );
  const named = grounded.map(({ id, references, ground }) => ({
    id,
    ...ground,
    bare: ground.requiresReference && references.every(isBlank),
  }));
  const asking = (which: (option: (typeof named)[number]) => boolean) =>
    named.filter(which).map(({ id }) => id);
  const executive = asking(({ requiresExecutive }) => requiresExecutive);
  const advice = asking(({ requiresLegalAdvice }) => requiresLegalAdvice);
  const owner = asking(({ requiresPolicyOwner }) => requiresPolicyOwner);
  return [
    anyOf(
      "ground_missing",
      deviating.flatMap(({ id, ground }) => (ground === null ? [id] : [])),
    ),
    anyOf(
      "reference_missing",
      asking(({ bare }) => bare),
    ),
    check("executive_mandate_missing", executive.length > 0 && !input.executiveMandate, executive),
    check("legal_advice_missing", advice.length > 0 && isBlank(input.legalAdvice), advice),
    check("policy_owner_missing", owner.length > 0 && isBlank(input.policyOwner), owner),
  ];
}

function reasonChecks(input: DecisionInput): Check[] {
  const present = (kind: FactKind) =>
    input.facts.filter((fact) => fact.kind === kind && fact.answer === "yes").map(({ id }) => id);
  const [pro, con] = [present("pro"), present("con")];
  const incomplete = input.conditions.filter(
    ({ text, ownerId, dueDate }) => isBlank(text) || isBlank(ownerId ?? "") || dueDate === null,
  );
  return [
    anyOf(
      "reason_pro_not_in_case",
      input.reasonPro.filter((id) => !pro.includes(id)),
    ),
    anyOf(
      "reason_con_not_in_case",
      input.reasonCon.filter((id) => !con.includes(id)),
    ),
    anyOf(
      "condition_incomplete",
      incomplete.map(({ id }) => id),
    ),
  ];
}
