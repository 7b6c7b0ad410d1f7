import {
  handoverStatuses,
  type HandoverPart,
  type SharedContent,
} from "../../app/domain/handover.ts";
import type { LetterContent } from "../../app/domain/letter.ts";
import { proceedingOutcomes, remedyKinds } from "../../app/domain/proceeding.ts";
import { questionnaireMoments, type CitizenAnswers } from "../../app/domain/questionnaire.ts";
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
import { caseFiles } from "./cases.ts";
import { decisions, reviews } from "./decisions.ts";
import { organisations, people } from "./people.ts";

/** Objection, appeal or a request to look again, against one decision; what comes of it is a new version of that decision. */
export const proceedings = table(
  "proceedings",
  {
    id: id().primaryKey(),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    decisionId: id()
      .notNull()
      .references(() => decisions.id, { onDelete: "restrict" }),
    kind: oneOf(remedyKinds).notNull(),
    receivedAt: moment().notNull(),
    /** The last day on which it is to be answered, and whether it was put off once. */
    dueDate: moment().notNull(),
    extended: flag().notNull().default(false),
    ownerId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    grounds: words().notNull().default(""),
    outcome: oneOf(proceedingOutcomes),
    outcomeNote: words().notNull().default(""),
    /** The version of the decision that followed from it. */
    newDecisionId: id().references(() => decisions.id, { onDelete: "restrict" }),
    closedBy: id().references(() => people.id, { onDelete: "restrict" }),
    closedAt: moment(),
    createdBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    createdAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    index("proceedings_case").on(t.caseId, t.receivedAt),
    index("proceedings_decision").on(t.decisionId),
    index("proceedings_new_decision").on(t.newDecisionId),
    index("proceedings_owner").on(t.ownerId, t.closedAt, t.dueDate),
    allowed("proceedings_kind", t.kind, remedyKinds),
    allowed("proceedings_outcome", t.outcome, proceedingOutcomes),
  ],
);

/** A case, or a question about it, brought to another organisation by name, until somebody there has answered. */
export const handovers = table(
  "handovers",
  {
    id: id().primaryKey(),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    /** Empty for an organisation that does not work with this installation. */
    toOrganisationId: id().references(() => organisations.id, { onDelete: "restrict" }),
    toName: words().notNull(),
    contactName: words().notNull(),
    contactReach: words().notNull(),
    question: words().notNull(),
    /** What the citizen agreed to, and when. */
    consent: words().notNull(),
    consentAt: moment().notNull(),
    parts: json<HandoverPart[]>().notNull(),
    /** Exactly what the receiver gets to read, as it was when it was sent. */
    content: json<SharedContent>().notNull(),
    status: oneOf(handoverStatuses).notNull(),
    answerBy: moment().notNull(),
    sentBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    sentAt: moment().notNull(),
    answer: words().notNull().default(""),
    /** Who answered, in words where that is somebody outside. */
    answeredBy: id().references(() => people.id, { onDelete: "restrict" }),
    answeredByName: words().notNull().default(""),
    answeredAt: moment(),
    version: whole().notNull().default(1),
  },
  (t) => [
    index("handovers_case").on(t.caseId, t.sentAt),
    index("handovers_sent").on(t.organisationId, t.status, t.answerBy, t.id),
    index("handovers_received").on(t.toOrganisationId, t.status, t.answerBy, t.id),
    allowed("handovers_status", t.status, handoverStatuses),
  ],
);

/** The case that the receiver made of it. */
export const handoverCases = table(
  "handover_cases",
  {
    handoverId: id()
      .notNull()
      .references(() => handovers.id, { onDelete: "restrict" }),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    createdAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.handoverId] }), unique("handover_cases_case").on(t.caseId)],
);

/** Somebody came to the wrong door: where they should have been, and how they got there. */
export const wrongDoors = table(
  "wrong_doors",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    caseId: id().references(() => caseFiles.id, { onDelete: "restrict" }),
    question: words().notNull(),
    rightDoor: words().notNull(),
    helpedHow: words().notNull().default(""),
    recordedBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    at: moment().notNull(),
  },
  (t) => [
    index("wrong_doors_list").on(t.organisationId, t.at, t.id),
    index("wrong_doors_case").on(t.caseId),
  ],
);

/** The letter about one decision. Sent it is never edited: what comes later is a new letter. */
export const letters = table(
  "letters",
  {
    id: id().primaryKey(),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    decisionId: id()
      .notNull()
      .references(() => decisions.id, { onDelete: "restrict" }),
    number: whole().notNull(),
    content: json<LetterContent>().notNull(),
    sentAt: moment(),
    sentBy: id().references(() => people.id, { onDelete: "restrict" }),
    updatedBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("letters_number_unique").on(t.decisionId, t.number),
    index("letters_case").on(t.caseId),
  ],
);

/** Five questions to the citizen through a one-time link; only the hash of its secret is kept, and nothing about the citizen. */
export const questionnaires = table(
  "questionnaires",
  {
    id: id().primaryKey(),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    decisionId: id()
      .notNull()
      .references(() => decisions.id, { onDelete: "restrict" }),
    moment: oneOf(questionnaireMoments).notNull(),
    reviewId: id().references(() => reviews.id, { onDelete: "restrict" }),
    secretHash: words().notNull(),
    createdBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    withdrawnAt: moment(),
    answeredAt: moment(),
    answers: json<CitizenAnswers>(),
  },
  (t) => [
    unique("questionnaires_secret_unique").on(t.secretHash),
    index("questionnaires_case").on(t.caseId, t.createdAt),
    index("questionnaires_created").on(t.createdAt, t.id),
    index("questionnaires_decision").on(t.decisionId, t.moment),
    index("questionnaires_review").on(t.reviewId),
    allowed("questionnaires_moment", t.moment, questionnaireMoments),
  ],
);
