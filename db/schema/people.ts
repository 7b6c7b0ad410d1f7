import { roles } from "../../app/domain/rights.ts";
import {
  allowed,
  flag,
  id,
  index,
  json,
  moment,
  oneOf,
  table,
  unique,
  whole,
  words,
} from "../columns.ts";

export const organisations = table("organisations", {
  id: id().primaryKey(),
  name: words().notNull(),
  /** Identifier in the government's own list of organisations (TOOI). */
  tooiUri: words(),
  createdAt: moment().notNull(),
  version: whole().notNull().default(1),
});

export const people = table(
  "people",
  {
    id: id().primaryKey(),
    name: words().notNull(),
    /** Stored in lower case. */
    email: words().notNull(),
    passwordHash: words(),
    language: oneOf(["nl", "en"]).notNull().default("nl"),
    active: flag().notNull().default(true),
    createdAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("people_email_unique").on(t.email),
    allowed("people_language", t.language, ["nl", "en"]),
  ],
);

export const roleAssignments = table(
  "role_assignments",
  {
    id: id().primaryKey(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    role: oneOf(roles).notNull(),
    /** For an assessor: the perspective someone usually scores from; a panel may say otherwise. */
    perspective: words(),
  },
  (t) => [
    unique("role_assignments_once").on(t.personId, t.organisationId, t.role),
    index("role_assignments_organisation").on(t.organisationId, t.role),
    allowed("role_assignments_role", t.role, roles),
  ],
);

export const logins = table(
  "logins",
  {
    /** SHA-256 of the random id in the cookie. */
    idHash: words().primaryKey(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    createdAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    revokedAt: moment(),
  },
  (t) => [index("logins_person").on(t.personId)],
);

/** One-time links and codes; only the hash of the secret is kept. */
export const oneTimeTokens = table(
  "one_time_tokens",
  {
    secretHash: words().primaryKey(),
    purpose: oneOf(["set_up", "password_reset"]).notNull(),
    personId: id().references(() => people.id, { onDelete: "restrict" }),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [
    allowed("one_time_tokens_purpose", t.purpose, ["set_up", "password_reset"]),
    index("one_time_tokens_person").on(t.personId),
  ],
);

/** Failed sign-ins per account and per address, as hashes. */
export const throttles = table("throttles", {
  keyHash: words().primaryKey(),
  failures: whole().notNull(),
  windowEndsAt: moment().notNull(),
});

/** One-time keys of forms that were handled, so that a double submit changes nothing. */
export const handledForms = table("handled_forms", {
  key: words().primaryKey(),
  personId: id().references(() => people.id, { onDelete: "restrict" }),
  handledAt: moment().notNull(),
  /** What the change answered the first time. */
  result: json<unknown>(),
});
