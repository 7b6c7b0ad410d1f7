import type { RuleBound, RuleTryOut } from "../../app/domain/policy-rule.ts";
import { ruleStatuses } from "../../app/domain/policy-rule-life.ts";
import {
  allowed,
  foreignKey,
  id,
  index,
  json,
  moment,
  oneOf,
  primaryKey,
  table,
  unique,
  whole,
  words,
} from "../columns.ts";
import { caseFiles } from "./cases.ts";
import { scopes } from "./catalogue.ts";
import { organisations, people } from "./people.ts";
import { signals } from "./signals.ts";

/** A rule that settles a kind of case for everyone. In force it is never edited: a revision is a new row that names it. */
export const policyRules = table(
  "policy_rules",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    /** Number people use, the same for every version of a rule. */
    number: words().notNull(),
    edition: whole().notNull().default(1),
    /** The version that this one revises. */
    previousId: id(),
    /** The signal that asked for it. */
    signalId: id().references(() => signals.id, { onDelete: "restrict" }),
    status: oneOf(ruleStatuses).notNull(),
    title: words().notNull(),
    /** The rule itself, in plain Dutch. */
    text: words().notNull().default(""),
    explanation: words().notNull().default(""),
    scopeId: id()
      .notNull()
      .references(() => scopes.id, { onDelete: "restrict" }),
    lawReferences: json<string[]>().notNull(),
    /** Ids of facts. */
    mustHold: json<string[]>().notNull(),
    mustNotHold: json<string[]>().notNull(),
    bounds: json<RuleBound[]>().notNull(),
    level: whole().notNull(),
    validFrom: moment(),
    /** The first moment at which it no longer counts; empty while no end is known. */
    validUntil: moment(),
    /** What the try-out said when it was adopted, and why it was adopted with the disagreements there were. */
    tryOut: json<RuleTryOut>(),
    disagreementReason: words().notNull().default(""),
    endReason: words().notNull().default(""),
    preparedBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    adoptedBy: id().references(() => people.id, { onDelete: "restrict" }),
    adoptedAt: moment(),
    endedBy: id().references(() => people.id, { onDelete: "restrict" }),
    endedAt: moment(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("policy_rules_edition_unique").on(t.organisationId, t.number, t.edition),
    foreignKey({ columns: [t.previousId], foreignColumns: [t.id], name: "policy_rules_previous" }),
    index("policy_rules_list").on(t.organisationId, t.status, t.updatedAt, t.id),
    index("policy_rules_scope").on(t.scopeId, t.status, t.validFrom),
    index("policy_rules_signal").on(t.signalId),
    index("policy_rules_replaced").on(t.previousId),
    allowed("policy_rules_status", t.status, ruleStatuses),
  ],
);

/** A case that a rule settled: it needs no session. */
export const ruleSettlements = table(
  "rule_settlements",
  {
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    policyRuleId: id()
      .notNull()
      .references(() => policyRules.id, { onDelete: "restrict" }),
    note: words().notNull().default(""),
    settledBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    settledAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId] }),
    index("rule_settlements_rule").on(t.policyRuleId, t.settledAt),
  ],
);
