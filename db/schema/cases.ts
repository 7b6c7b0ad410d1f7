import {
  caseStatuses,
  factAnswers,
  pinchPlaces,
  proceedingKinds,
  urgencyKinds,
} from "../../app/domain/case-file.ts";
import { lawReferenceKinds } from "../../app/domain/law-reference.ts";
import {
  allowed,
  cents,
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
import { facts, scopes } from "./catalogue.ts";
import { organisations, people } from "./people.ts";

/** Answers to the questions a set asks once per case, by key; in words, never scored. */
export type CaseAnswers = Record<string, string>;

export const caseFiles = table(
  "case_files",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    /** Number people use, counting up per organisation and year: 2026-0012. */
    number: words().notNull(),
    status: oneOf(caseStatuses).notNull(),
    submitterId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    coordinatorId: id().references(() => people.id, { onDelete: "restrict" }),
    receivedAt: moment().notNull(),
    extendedUntil: moment(),

    title: words().notNull(),
    story: words().notNull().default(""),
    citizenWish: words().notNull().default(""),
    citizenFirstNeed: words().notNull().default(""),
    citizenHeardAt: moment(),
    ownAttempts: words().notNull().default(""),
    unease: words().notNull().default(""),
    urgencyKind: oneOf(urgencyKinds),
    urgencyDate: moment(),
    urgencyNote: words().notNull().default(""),
    lifeEvents: json<string[]>().notNull(),

    scopeId: id().references(() => scopes.id, { onDelete: "restrict" }),
    pinch: words().notNull().default(""),
    pinchPlace: oneOf(pinchPlaces),
    pinchSource: words().notNull().default(""),
    lawPurpose: words().notNull().default(""),
    proceedingKind: oneOf(proceedingKinds).notNull().default("none"),
    proceedingDeadline: moment(),

    organisationsInvolved: words().notNull().default(""),
    contactPerson: words().notNull().default(""),
    representativeRole: words().notNull().default(""),
    representativeMandate: words().notNull().default(""),
    representativeUntil: moment(),
    sharingConsent: words().notNull().default(""),
    specialHealth: flag().notNull().default(false),
    specialCriminal: flag().notNull().default(false),
    answers: json<CaseAnswers>().notNull(),
    /** Steps of the form that were saved at least once. */
    savedSteps: json<string[]>().notNull(),

    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("case_files_number_unique").on(t.organisationId, t.number),
    index("case_files_list").on(t.organisationId, t.updatedAt, t.id),
    index("case_files_status").on(t.organisationId, t.status, t.updatedAt, t.id),
    index("case_files_scope").on(t.organisationId, t.scopeId, t.updatedAt, t.id),
    // Counting open cases and those past the term reads this index only.
    index("case_files_term").on(t.organisationId, t.status, t.receivedAt, t.extendedUntil),
    index("case_files_submitter").on(t.submitterId, t.updatedAt, t.id),
    index("case_files_coordinator").on(t.coordinatorId, t.status, t.updatedAt),
    allowed("case_files_status", t.status, caseStatuses),
    allowed("case_files_urgency_kind", t.urgencyKind, urgencyKinds),
    allowed("case_files_pinch_place", t.pinchPlace, pinchPlaces),
    allowed("case_files_proceeding_kind", t.proceedingKind, proceedingKinds),
  ],
);

/** Every change of status, with its person, moment and reason. */
export const statusChanges = table(
  "status_changes",
  {
    id: id().primaryKey(),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    fromStatus: oneOf(caseStatuses),
    toStatus: oneOf(caseStatuses).notNull(),
    reason: words().notNull().default(""),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    at: moment().notNull(),
  },
  (t) => [
    index("status_changes_case").on(t.caseId, t.at),
    allowed("status_changes_from", t.fromStatus, caseStatuses),
    allowed("status_changes_to", t.toStatus, caseStatuses),
  ],
);

export const caseFacts = table(
  "case_facts",
  {
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    factId: id()
      .notNull()
      .references(() => facts.id, { onDelete: "restrict" }),
    answer: oneOf(factAnswers).notNull(),
    /** Of an ordered fact that holds, how much: in its measure. */
    amount: cents(),
    note: words().notNull().default(""),
    source: words().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.factId] }),
    index("case_facts_fact").on(t.factId),
    allowed("case_facts_answer", t.answer, factAnswers),
  ],
);

export const caseLawReferences = table(
  "case_law_references",
  {
    id: id().primaryKey(),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    kind: oneOf(lawReferenceKinds).notNull(),
    value: words().notNull(),
    position: whole().notNull(),
  },
  (t) => [
    unique("case_law_references_once").on(t.caseId, t.value),
    index("case_law_references_value").on(t.value),
    allowed("case_law_references_kind", t.kind, lawReferenceKinds),
  ],
);

export const documents = table(
  "documents",
  {
    id: id().primaryKey(),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    /** Name the file had when it was added; never used as a path. */
    name: words().notNull(),
    mediaType: words().notNull(),
    size: whole().notNull(),
    sha256: words().notNull(),
    /** Generated name in the documents folder. */
    storedName: words().notNull(),
    addedBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    addedAt: moment().notNull(),
    removedAt: moment(),
  },
  (t) => [
    index("documents_case").on(t.caseId, t.addedAt),
    unique("documents_stored_name_unique").on(t.storedName),
  ],
);

/** Who must not judge this case, and why. */
export const conflictsOfInterest = table(
  "conflicts_of_interest",
  {
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    reason: words().notNull(),
    declaredBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    declaredAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.personId] }),
    index("conflicts_of_interest_person").on(t.personId),
  ],
);
