/**
 * People, for whoever runs the server: when no administrator can help, or somebody works for several
 * organisations. Who can run a command on the server has every right; the log says the system did it.
 */
import { and, asc, eq } from "drizzle-orm";
import { db, organisations, people, roleAssignments, systemActor } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Role } from "#app/domain/rights.ts";
import type { NewPersonInput } from "#app/schemas/person.ts";
import { authorized } from "./access.server.ts";
import { makePasswordLink, type PasswordLink } from "./password-resets.server.ts";
import { addPerson, endAccess, type OwnPerson } from "./people-management.server.ts";

type Row = typeof people.$inferSelect;
type Found = { personId: string; link: PasswordLink };

/** Adds a person to an organisation, with a link to set a password when there is none yet. */
export async function addPersonAsOperator(
  organisation: string | undefined,
  input: Omit<NewPersonInput, "perspective">,
): Promise<{ personId: string; isNew: boolean; link: PasswordLink | null }> {
  const organisationId = await organisationOf(organisation);
  return db.write(systemActor, async (tx) => {
    const added = await addPerson(tx, organisationId, { ...input, perspective: null });
    const link = added.isNew ? await makePasswordLink(tx, added.personId) : null;
    return { ...added, link };
  });
}

/** Without a name the only one there is. */
async function organisationOf(name: string | undefined): Promise<string> {
  const rows = await db.read
    .select({ id: organisations.id })
    .from(organisations)
    .where(name === undefined ? undefined : eq(organisations.name, name));
  const [only, ...others] = rows;
  if (!only) throw new DomainError(name === undefined ? "not_set_up" : "organisation_unknown");
  if (others.length > 0) throw new DomainError("organisation_unclear");
  return only.id;
}

export type OperatorPerson = {
  id: string;
  name: string;
  email: string;
  active: boolean;
  roles: { organisation: string; role: Role }[];
};

/** Everyone, with all roles. */
export async function listPeopleAsOperator(): Promise<OperatorPerson[]> {
  const { id, name, email, active } = people;
  const rows = await db.read.select({ id, name, email, active }).from(people).orderBy(asc(email));
  const roles = await db.read
    .select({
      personId: roleAssignments.personId,
      organisation: organisations.name,
      role: roleAssignments.role,
    })
    .from(roleAssignments)
    .innerJoin(organisations, eq(organisations.id, roleAssignments.organisationId))
    .orderBy(asc(organisations.name), asc(roleAssignments.role));
  const held = new Map<string, OperatorPerson["roles"]>(rows.map((row) => [row.id, []]));
  for (const { personId, organisation, role } of roles) {
    held.get(personId)?.push({ organisation, role });
  }
  return rows.map((row) => ({ ...row, roles: held.get(row.id) ?? [] }));
}

/** A one-time link with which the person sets a password. Throws when nobody active has the address. */
export async function makeLinkAsOperator(email: string): Promise<Found> {
  const { id: personId } = await activePerson(email);
  const link = await db.write(systemActor, (tx) => makePasswordLink(tx, personId));
  return { personId, link };
}

/** Nobody can sign in as this person any more. */
export async function deactivateAsOperator(email: string): Promise<{ personId: string }> {
  const person = await activePerson(email);
  await db.write(systemActor, (tx) => endAccess(tx, person));
  return { personId: person.id };
}

async function activePerson(email: string): Promise<OwnPerson> {
  const [person] = await db.read
    .select()
    .from(people)
    .where(and(eq(people.email, email.trim().toLowerCase()), eq(people.active, true)));
  if (!person) throw new DomainError("person_unknown");
  return authorized<Row, "manage-identity">(person);
}
