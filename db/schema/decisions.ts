import { decisionKinds, precedentCheckAnswers } from "../../app/domain/decision.ts";
import { helpAnswers, type RealisedCost } from "../../app/domain/follow-up.ts";
import { groundKeys, type Bearer } from "../../app/domain/option.ts";
import { equalTreatmentAnswers } from "../../app/domain/precedent-relations.ts";
import type { QuestionSetContent } from "../../app/domain/question-set.ts";
import type { Weighing, WeighingInput } from "../../app/domain/weighing.ts";
import type { WeightMethod } from "../../app/domain/weights.ts";
import {
  allowed,
  flag,
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
import { caseFiles, documents } from "./cases.ts";
import { claims, options } from "./options.ts";
import { organisations, people } from "./people.ts";
import { agendaItems } from "./sessions.ts";

/** Everything a weighing was computed from, so that it can be computed again. */
export type WeighingSnapshot = {
  input: WeighingInput;
  result: Weighing;
  questionSet: { id: string; key: string; number: number; content: QuestionSetContent };
  options: { id: string; position: number; title: string; level: number }[];
  people: { id: string; name: string; perspective: string }[];
  /** How the weights came about; absent in weighings of the first releases. */
  weighed?: { method: WeightMethod; answers: Record<string, number> | null };
};

/** Immutable: a later weighing is a new row with a reason. */
export const weighings = table(
  "weighings",
  {
    id: id().primaryKey(),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    agendaItemId: id()
      .notNull()
      .references(() => agendaItems.id, { onDelete: "restrict" }),
    number: whole().notNull(),
    round: whole().notNull(),
    snapshot: json<WeighingSnapshot>().notNull(),
    reason: words().notNull().default(""),
    createdBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    createdAt: moment().notNull(),
  },
  (t) => [
    unique("weighings_number_unique").on(t.caseId, t.number),
    index("weighings_item").on(t.agendaItemId),
  ],
);

export const decisionStatuses = ["draft", "taken", "replaced"] as const;
/** The band that valid precedents set, those the decision conflicts with, and on what it differs. */
export type EqualTreatmentReport = {
  level: number;
  levels: number;
  lower: number;
  upper: number;
  lowerBy: string[];
  upperBy: string[];
  /** Whether the precedents contradict each other here, whatever is decided. */
  conflict: boolean;
  /** What this decision adds to that. */
  added: { precedentId: string; because: "atLeast" | "atMost" }[];
  /** Facts named as reason that the precedents of the warning did not have, by precedent. */
  reasons: { precedentId: string; factIds: string[] }[];
  lineChangeId: string | null;
};

/** Text per perspective key. */
export type Motivation = Record<string, string>;

/** Never edited once taken: what comes later is a new version that names the old one. */
export const decisions = table(
  "decisions",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    weighingId: id().references(() => weighings.id, { onDelete: "restrict" }),
    number: whole().notNull(),
    kind: oneOf(decisionKinds).notNull(),
    previousId: id(),
    versionReason: words().notNull().default(""),
    status: oneOf(decisionStatuses).notNull(),

    optionId: id().references(() => options.id, { onDelete: "restrict" }),
    level: whole(),
    ground: oneOf(groundKeys),
    groundReference: words().notNull().default(""),
    legalAdvice: words().notNull().default(""),
    policyOwner: words().notNull().default(""),
    motivation: json<Motivation>().notNull(),
    /** Ids of facts of the case that the decision rests on, and that held it back. */
    reasonPro: json<string[]>().notNull(),
    reasonCon: json<string[]>().notNull(),
    departure: words().notNull().default(""),
    coverageReason: words().notNull().default(""),
    undiscussedReason: words().notNull().default(""),
    minorityView: words().notNull().default(""),
    precedentCheck: oneOf(precedentCheckAnswers),
    precedentCheckText: words().notNull().default(""),
    /** What the earlier decisions committed this one to, as it was when it was taken. */
    equalTreatment: json<EqualTreatmentReport>(),
    equalTreatmentAnswer: oneOf(equalTreatmentAnswers),
    dignityRespected: flag().notNull().default(false),
    citizenTold: words().notNull().default(""),
    citizenToldAt: moment(),
    reviewDate: moment(),

    preparedBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    takenBy: id().references(() => people.id, { onDelete: "restrict" }),
    takenAt: moment(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("decisions_number_unique").on(t.caseId, t.number),
    index("decisions_taken").on(t.organisationId, t.status, t.takenAt),
    index("decisions_weighing").on(t.weighingId),
    index("decisions_option").on(t.optionId),
    index("decisions_equal_treatment").on(t.organisationId, t.equalTreatmentAnswer, t.takenAt),
    allowed("decisions_equal_treatment_answer", t.equalTreatmentAnswer, equalTreatmentAnswers),
    allowed("decisions_kind", t.kind, decisionKinds),
    allowed("decisions_status", t.status, decisionStatuses),
    allowed("decisions_ground", t.ground, groundKeys),
    allowed("decisions_precedent_check", t.precedentCheck, precedentCheckAnswers),
  ],
);

/** The option chosen for one claim, where claims are treated differently. */
export const decisionClaims = table(
  "decision_claims",
  {
    decisionId: id()
      .notNull()
      .references(() => decisions.id, { onDelete: "restrict" }),
    claimId: id()
      .notNull()
      .references(() => claims.id, { onDelete: "restrict" }),
    optionId: id()
      .notNull()
      .references(() => options.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ columns: [t.decisionId, t.claimId] }),
    index("decision_claims_claim").on(t.claimId),
    index("decision_claims_option").on(t.optionId),
  ],
);

export const conditions = table(
  "conditions",
  {
    id: id().primaryKey(),
    decisionId: id()
      .notNull()
      .references(() => decisions.id, { onDelete: "restrict" }),
    text: words().notNull(),
    ownerId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    dueDate: moment().notNull(),
    position: whole().notNull(),
    doneAt: moment(),
    doneBy: id().references(() => people.id, { onDelete: "restrict" }),
    doneNote: words().notNull().default(""),
    /** A document of the case that shows it. */
    proofId: id().references(() => documents.id, { onDelete: "restrict" }),
  },
  (t) => [
    index("conditions_decision").on(t.decisionId, t.position),
    index("conditions_proof").on(t.proofId),
    index("conditions_owner").on(t.ownerId, t.doneAt, t.dueDate),
  ],
);

/** Looking back at a decision: planned with it, held later. */
export const reviews = table(
  "reviews",
  {
    id: id().primaryKey(),
    decisionId: id()
      .notNull()
      .references(() => decisions.id, { onDelete: "restrict" }),
    ownerId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    dueDate: moment().notNull(),
    heldAt: moment(),
    heldBy: id().references(() => people.id, { onDelete: "restrict" }),
    helpedCitizen: oneOf(helpAnswers),
    helpedProfessional: oneOf(helpAnswers),
    conditionsKept: oneOf(helpAnswers),
    note: words().notNull().default(""),
    /** What the decision has cost since it was taken, in cents per bearer, as known at this review. */
    costs: json<Partial<Record<Bearer, number>>>(),
    /** What those costs are made of; the sums per bearer stand in `costs`. */
    costLines: json<RealisedCost[]>(),
    /** Whether the signal of the case was taken up by the owner of the rule. */
    signalTakenUp: oneOf(helpAnswers),
    /** What we would do differently. */
    learned: words(),
  },
  (t) => [
    index("reviews_decision").on(t.decisionId),
    index("reviews_owner").on(t.ownerId, t.heldAt, t.dueDate),
    allowed("reviews_helped_citizen", t.helpedCitizen, helpAnswers),
    allowed("reviews_helped_professional", t.helpedProfessional, helpAnswers),
    allowed("reviews_conditions_kept", t.conditionsKept, helpAnswers),
    allowed("reviews_signal_taken_up", t.signalTakenUp, helpAnswers),
  ],
);
