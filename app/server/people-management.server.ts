import { and, desc, eq } from "drizzle-orm";
import { db, environment, logins, people, type Queries, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { IdentityInput, NewPersonInput } from "#app/schemas/person.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { notFound } from "./http.server.ts";
import { endLogins } from "./logins.server.ts";
import { endPasswordLinks, makePasswordLink, type PasswordLink } from "./password-resets.server.ts";
import { assertPerspective } from "./perspective-choices.server.ts";
import {
  administeredBy,
  assertAdministratorRemains,
  hasRolesOutside,
  replaceRoles,
  rolesIn,
  worksIn,
} from "./role-assignments.server.ts";
import { refuseStale } from "./stale-version.server.ts";

type Manager = Access<"people.manage">;
type Row = typeof people.$inferSelect;
/** A person whose name, e-mail and access this administrator answers for. */
export type OwnPerson = Authorized<Row, "manage-identity">;

/** A person of the own organisation, as an administrator sees that person. */
export async function getPerson(access: Manager, personId: string) {
  const { passwordHash, ...person } = await personHere(db.read, access, personId);
  const [last] = await db.read
    .select({ at: logins.lastSeenAt })
    .from(logins)
    .where(and(eq(logins.personId, personId), eq(logins.organisationId, access.organisation.id)))
    .orderBy(desc(logins.lastSeenAt))
    .limit(1);
  return {
    person,
    hasPassword: passwordHash !== null,
    roles: await rolesIn(db.read, personId, access.organisation.id),
    isSelf: personId === access.person.id,
    isShared: await isShared(db.read, access, personId),
    lastSeenAt: last?.at ?? null,
    now: environment.now(),
  };
}

/** Only people with a role in the own organisation are there. */
export async function personHere(read: Queries, access: Manager, personId: string): Promise<Row> {
  const [row] = await read
    .select()
    .from(people)
    .where(and(eq(people.id, personId), worksIn(read, access.organisation.id)));
  return row ?? notFound();
}

/**
 * A person with roles in an organisation that someone else administers is shared: whoever could
 * reset that person's password could act there.
 */
async function isShared(read: Queries, access: Manager, personId: string): Promise<boolean> {
  const own = await administeredBy(read, access.person.id);
  return hasRolesOutside(read, personId, own);
}

async function ownPerson(tx: Transaction, access: Manager, personId: string): Promise<OwnPerson> {
  const row = await personHere(tx, access, personId);
  if (await isShared(tx, access, personId)) throw new DomainError("person_shared");
  return authorized<Row, "manage-identity">(row);
}

/**
 * Adds a person to the organisation. Someone who is known by this e-mail address keeps the name
 * and gets the roles here; nothing shows where else that person works.
 */
export async function createPerson(
  access: Manager,
  input: NewPersonInput,
  formKey?: string,
): Promise<{ personId: string; isNew: boolean }> {
  const perspective = await assertPerspective(access, input);
  const organisationId = access.organisation.id;
  return db.write(access.actor, (tx) => addPerson(tx, organisationId, { ...input, perspective }), {
    formKey,
  });
}

type Added = Omit<NewPersonInput, "perspective"> & { perspective: string | null };

/** The same, as part of a change. */
export async function addPerson(
  tx: Transaction,
  organisationId: string,
  input: Added,
): Promise<{ personId: string; isNew: boolean }> {
  const [known] = await tx.select().from(people).where(eq(people.email, input.email));
  const personId = known?.id ?? environment.newId();
  const { name, email, language, roles, perspective } = input;
  if (known && (await rolesIn(tx, personId, organisationId)).length > 0) {
    throw new DomainError("email_taken", { field: "email" });
  }
  if (!known) {
    const createdAt = environment.now();
    await tx.insert(people).values({ id: personId, name, email, language, createdAt });
  }
  await replaceRoles(tx, { personId, organisationId }, { roles, perspective });
  await tx.record({
    kind: known ? "role.assigned" : "person.created",
    subject: { type: "person", id: personId },
    organisationId,
    details: { roles },
    content: known ? { roles, perspective } : input,
  });
  return { personId, isNew: !known };
}

export async function updateIdentity(
  access: Manager,
  personId: string,
  { name, email, language, version }: IdentityInput,
): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const stored = await ownPerson(tx, access, personId);
    const yours = { name, email, language };
    if (stored.version !== version) refuseStale({ theirs: identityOf(stored), yours });
    const [other] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
    if (other && other.id !== personId) throw new DomainError("email_taken", { field: "email" });
    await tx
      .update(people)
      .set({ ...yours, version: version + 1 })
      .where(eq(people.id, personId));
    await tx.record({
      kind: "person.changed",
      subject: { type: "person", id: personId },
      details: { fields: changedFields(stored, yours) },
      content: yours,
    });
  });
}

function identityOf({ name, email, language }: Row) {
  return { name, email, language };
}

function changedFields(stored: Row, typed: Pick<Row, "name" | "email" | "language">): string[] {
  return (["name", "email", "language"] as const).filter((field) => stored[field] !== typed[field]);
}

/** Nobody can sign in as this person any more; open logins and links end. */
export async function deactivatePerson(
  access: Manager,
  personId: string,
  version: number,
): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const stored = await ownPerson(tx, access, personId);
    if (personId === access.person.id) throw new DomainError("own_account");
    assertActive(stored, { active: true, version });
    await endAccess(tx, stored);
  });
}

/** Ends everything this person can do, as part of a change. No organisation loses its last administrator. */
export async function endAccess(tx: Transaction, person: OwnPerson): Promise<void> {
  const personId = person.id;
  for (const organisationId of await administeredBy(tx, personId)) {
    await assertAdministratorRemains(tx, { personId, organisationId });
  }
  await setActive(tx, person, false);
  await endLogins(tx, personId);
  await endPasswordLinks(tx, personId);
  await tx.record({ kind: "person.deactivated", subject: { type: "person", id: personId } });
}

export async function activatePerson(
  access: Manager,
  personId: string,
  version: number,
): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const stored = await ownPerson(tx, access, personId);
    assertActive(stored, { active: false, version });
    await setActive(tx, stored, true);
    await tx.record({ kind: "person.activated", subject: { type: "person", id: personId } });
  });
}

function assertActive(stored: Row, expected: { active: boolean; version: number }): void {
  if (stored.active !== expected.active) throw new DomainError("already_done");
  if (stored.version !== expected.version) refuseStale({ theirs: {}, yours: {} });
}

async function setActive(tx: Transaction, { id, version }: OwnPerson, active: boolean) {
  await tx
    .update(people)
    .set({ active, version: version + 1 })
    .where(eq(people.id, id));
}

/** A one-time link to set a password, to be handed over by the administrator. Shown once. */
export async function createPasswordLink(access: Manager, personId: string): Promise<PasswordLink> {
  return db.write(access.actor, async (tx) => {
    const person = await ownPerson(tx, access, personId);
    if (!person.active) throw new DomainError("person_inactive");
    return makePasswordLink(tx, personId);
  });
}
