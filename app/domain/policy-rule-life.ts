/** The life of a policy rule: drafted, in force, replaced by a revision or ended. */
export const ruleStatuses = ["draft", "in_force", "replaced", "ended", "discarded"] as const;
export type RuleStatus = (typeof ruleStatuses)[number];
