/** Roles a person can hold within one organisation. */
export const roles = [
  "coordinator",
  "submitter",
  "assessor",
  "decision_maker",
  "policy_advisor",
  "executive",
  "auditor",
  "administrator",
  "privacy_officer",
] as const;
export type Role = (typeof roles)[number];

const readsCases = [
  "coordinator",
  "submitter",
  "assessor",
  "decision_maker",
  "policy_advisor",
  "executive",
  "auditor",
] as const satisfies readonly Role[];

/**
 * Each right with the roles that hold it. A right opens a door; which cases and sessions lie
 * behind it is decided per record, in the use case that fetches them.
 */
const rolesByRight = {
  "home.read": roles,
  "account.edit": roles,
  "case.read": [...readsCases, "privacy_officer"],
  "case.create": ["coordinator", "submitter"],
  "case.edit": ["coordinator", "submitter"],
  "case.manage": ["coordinator"],
  "session.read": readsCases,
  "session.lead": ["coordinator"],
  "session.score": ["assessor"],
  "decision.prepare": ["coordinator", "decision_maker", "executive"],
  "decision.take": ["decision_maker", "executive"],
  "follow-up.record": ["coordinator", "submitter", "decision_maker"],
  "precedent.read": readsCases,
  "precedent.edit": ["policy_advisor"],
  "line.change": ["executive"],
  "signal.read": readsCases,
  "signal.raise": ["coordinator", "submitter", "assessor", "decision_maker", "policy_advisor"],
  "signal.edit": ["coordinator", "policy_advisor"],
  // Of those, the owner of the rule.
  "signal.answer": ["coordinator", "decision_maker", "policy_advisor", "executive"],
  "rule.read": readsCases,
  "rule.edit": ["policy_advisor"],
  "rule.adopt": ["policy_advisor", "executive"],
  "handover.manage": ["coordinator"],
  "wrong-door.record": ["coordinator", "submitter"],
  "letter.write": ["coordinator", "submitter", "decision_maker"],
  "questionnaire.invite": ["coordinator", "submitter"],
  "reflection.write": [
    "coordinator",
    "submitter",
    "assessor",
    "decision_maker",
    "policy_advisor",
    "executive",
  ],
  "reflection.read": ["coordinator", "policy_advisor", "executive"],
  "reflection.answer": ["executive"],
  "figures.read": ["executive", "auditor", "coordinator", "policy_advisor", "decision_maker"],
  "report.edit": ["executive", "coordinator", "policy_advisor"],
  "audit.read": ["auditor", "privacy_officer", "executive"],
  "processing.read": ["privacy_officer", "auditor"],
  "destruction.propose": ["privacy_officer", "coordinator"],
  "destruction.approve": ["privacy_officer", "executive"],
  "destruction.read": ["privacy_officer", "coordinator", "executive", "auditor"],
  "retention.manage": ["administrator", "privacy_officer"],
  // The door; each part behind it has a right of its own.
  "administration.open": [
    "administrator",
    "coordinator",
    "policy_advisor",
    "auditor",
    "privacy_officer",
    "executive",
  ],
  "administration.read": ["administrator", "coordinator", "policy_advisor", "auditor"],
  "people.manage": ["administrator"],
  "organisation.manage": ["administrator"],
  "question-set.manage": ["administrator", "coordinator"],
  "catalogue.manage": ["administrator", "policy_advisor"],
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof rolesByRight;
export const rights = Object.keys(rolesByRight) as Right[];

/** Whether one of the roles holds the right. */
export function hasRight(held: readonly Role[], right: Right): boolean {
  const allowed: readonly Role[] = rolesByRight[right];
  return held.some((role) => allowed.includes(role));
}

/** The rights that come with a set of roles; no roles give no rights. */
export function rightsOf(held: readonly Role[]): Right[] {
  return rights.filter((right) => hasRight(held, right));
}
