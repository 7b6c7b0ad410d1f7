import { allowed, id, index, json, moment, oneOf, table, whole, words } from "../columns.ts";
import { organisations, people } from "./people.ts";
import { agendaItems } from "./sessions.ts";

export const mailKinds = ["reminder", "checkpoint", "due", "signal", "handover"] as const;

/**
 * Mail that waits to be sent or was. Written in the change that asks for it and sent after, so that
 * a mail server that is away holds up nobody. Holds ids and moments, never contents of a case.
 */
export const mails = table(
  "mails",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    kind: oneOf(mailKinds).notNull(),
    /** What the text is made of when it is sent. */
    about: json<Record<string, string | number | null>>().notNull(),
    createdAt: moment().notNull(),
    tries: whole().notNull().default(0),
    /** Null when there is nothing left to try. */
    nextTryAt: moment(),
    sentAt: moment(),
    /** Why the last try did not work. */
    problem: words().notNull().default(""),
  },
  (t) => [
    index("mails_waiting").on(t.nextTryAt, t.id),
    index("mails_person").on(t.personId),
    allowed("mails_kind", t.kind, mailKinds),
  ],
);

/** Somebody was asked to score before the deadline; a mail about it is a row of its own. */
export const reminders = table(
  "reminders",
  {
    id: id().primaryKey(),
    agendaItemId: id()
      .notNull()
      .references(() => agendaItems.id, { onDelete: "restrict" }),
    round: whole().notNull(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    /** Empty when the product reminded by itself. */
    sentBy: id().references(() => people.id, { onDelete: "restrict" }),
    at: moment().notNull(),
  },
  (t) => [
    index("reminders_item").on(t.agendaItemId, t.round, t.personId, t.at),
    index("reminders_person").on(t.personId, t.at),
  ],
);
