import { itemPhases, sessionKinds } from "../../app/domain/session.ts";
import { weightMethods } from "../../app/domain/weights.ts";
import {
  allowed,
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
import { questionSets } from "./catalogue.ts";
import { options } from "./options.ts";
import { organisations, people } from "./people.ts";

export const sessionStatuses = ["planned", "open", "closed"] as const;

export const sessions = table(
  "sessions",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    title: words().notNull(),
    kind: oneOf(sessionKinds).notNull(),
    status: oneOf(sessionStatuses).notNull(),
    questionSetId: id()
      .notNull()
      .references(() => questionSets.id, { onDelete: "restrict" }),
    facilitatorId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    deputyId: id().references(() => people.id, { onDelete: "restrict" }),
    startsAt: moment().notNull(),
    deadline: moment(),
    place: words().notNull().default(""),
    /** Secret part of the link by which people join; null while the door is closed. */
    joinCode: words(),
    /** When the timer of the meeting runs out; it never moves anything by itself. */
    timerEndsAt: moment(),
    createdAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("sessions_join_code").on(t.joinCode),
    index("sessions_list").on(t.organisationId, t.status, t.startsAt, t.id),
    index("sessions_facilitator").on(t.facilitatorId, t.startsAt),
    allowed("sessions_kind", t.kind, sessionKinds),
    allowed("sessions_status", t.status, sessionStatuses),
  ],
);

/** People who read along and never own a rating. */
export const sessionObservers = table(
  "session_observers",
  {
    sessionId: id()
      .notNull()
      .references(() => sessions.id, { onDelete: "restrict" }),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.personId] }),
    index("session_observers_person").on(t.personId),
  ],
);

export const joinAnswers = ["waiting", "admitted", "refused"] as const;

/** Somebody who came by the link and has no part in the session yet; the facilitator answers. */
export const sessionJoins = table(
  "session_joins",
  {
    sessionId: id()
      .notNull()
      .references(() => sessions.id, { onDelete: "restrict" }),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    askedAt: moment().notNull(),
    answer: oneOf(joinAnswers).notNull(),
    answeredBy: id().references(() => people.id, { onDelete: "restrict" }),
    answeredAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.personId] }),
    index("session_joins_person").on(t.personId),
    allowed("session_joins_answer", t.answer, joinAnswers),
  ],
);

/** Weights and pass marks per perspective, fixed before the first rating. */
export type ItemWeights = { perspective: string; weight: number; passMark: number }[];
/** The people who were not ready at the reveal. */
export type MissingPeople = { personId: string; perspective: string }[];

/** One case on the agenda of one session. */
export const agendaItems = table(
  "agenda_items",
  {
    id: id().primaryKey(),
    sessionId: id()
      .notNull()
      .references(() => sessions.id, { onDelete: "restrict" }),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    position: whole().notNull(),
    phase: oneOf(itemPhases).notNull(),
    round: whole().notNull().default(1),
    weights: json<ItemWeights>().notNull(),
    weightMethod: oneOf(weightMethods).notNull().default("question_set"),
    /** Per perspective what was answered: points of swing weighing, or places of a ranking. */
    weightAnswers: json<Record<string, number>>(),
    /** The cell of the discussion that is on the table now. */
    tabledKey: words(),
    tabledOptionId: id().references(() => options.id, { onDelete: "restrict" }),
    /** The first reveal; that of the second round stands in `second_rounds`. */
    openedAt: moment(),
    revealedAt: moment(),
    revealedBy: id().references(() => people.id, { onDelete: "restrict" }),
    revealReason: words().notNull().default(""),
    missing: json<MissingPeople>().notNull(),
    concludedAt: moment(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("agenda_items_once").on(t.sessionId, t.caseId),
    index("agenda_items_case").on(t.caseId),
    index("agenda_items_tabled").on(t.tabledOptionId),
    allowed("agenda_items_phase", t.phase, itemPhases),
    allowed("agenda_items_weight_method", t.weightMethod, weightMethods),
  ],
);

/** The assessors of one perspective for one case on the agenda. */
export const panelMembers = table(
  "panel_members",
  {
    agendaItemId: id()
      .notNull()
      .references(() => agendaItems.id, { onDelete: "restrict" }),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    perspective: words().notNull(),
    /** The first round in which this person scores; who joins late reads along until then. */
    fromRound: whole().notNull().default(1),
    readyAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.agendaItemId, t.personId] }),
    index("panel_members_person").on(t.personId, t.agendaItemId),
  ],
);
