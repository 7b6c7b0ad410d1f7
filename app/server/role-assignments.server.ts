import { and, asc, eq, exists, inArray, ne, notInArray } from "drizzle-orm";
import {
  db,
  environment,
  organisations,
  people,
  roleAssignments,
  type Queries,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { roles as allRoles, type Role } from "#app/domain/rights.ts";

export type HeldRole = { role: Role; perspective: string | null };

/** The roles of a person within one organisation, in the order of the work. */
export async function rolesIn(
  read: Queries,
  personId: string,
  organisationId: string,
): Promise<HeldRole[]> {
  const rows = await read
    .select({ role: roleAssignments.role, perspective: roleAssignments.perspective })
    .from(roleAssignments)
    .where(
      and(
        eq(roleAssignments.personId, personId),
        eq(roleAssignments.organisationId, organisationId),
      ),
    );
  return rows.sort(inOrder);
}

function inOrder(a: HeldRole, b: HeldRole): number {
  return allRoles.indexOf(a.role) - allRoles.indexOf(b.role);
}

/** Roles of some people in one organisation, by person. */
export async function rolesOfPeople(
  organisationId: string,
  personIds: string[],
): Promise<Map<string, HeldRole[]>> {
  const rows = await db.read
    .select()
    .from(roleAssignments)
    .where(
      and(
        eq(roleAssignments.organisationId, organisationId),
        inArray(roleAssignments.personId, personIds),
      ),
    );
  const byPerson = new Map<string, HeldRole[]>();
  for (const { personId, role, perspective } of rows) {
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), { role, perspective }]);
  }
  for (const held of byPerson.values()) held.sort(inOrder);
  return byPerson;
}

/** All roles of one person, for that person's own eyes. */
export async function rolesByOrganisation(personId: string) {
  const rows = await db.read
    .select({
      organisation: organisations.name,
      role: roleAssignments.role,
      perspective: roleAssignments.perspective,
    })
    .from(roleAssignments)
    .innerJoin(organisations, eq(organisations.id, roleAssignments.organisationId))
    .where(eq(roleAssignments.personId, personId))
    .orderBy(asc(organisations.name), asc(organisations.id));
  const names = [...new Set(rows.map(({ organisation }) => organisation))];
  return names.map((organisation) => ({
    organisation,
    roles: rows.filter((row) => row.organisation === organisation).sort(inOrder),
  }));
}

export type NewRoles = { roles: readonly Role[]; perspective: string | null };
type Where = { personId: string; organisationId: string };

/** Gives a person exactly these roles here; those that stay keep their id. */
export async function replaceRoles(tx: Transaction, where: Where, wanted: NewRoles): Promise<void> {
  const held = await rolesIn(tx, where.personId, where.organisationId);
  const gone = held.filter(({ role }) => !wanted.roles.includes(role)).map(({ role }) => role);
  const here = and(
    eq(roleAssignments.personId, where.personId),
    eq(roleAssignments.organisationId, where.organisationId),
  );
  if (gone.includes("administrator")) await assertAdministratorRemains(tx, where);
  if (gone.length > 0) {
    await tx.delete(roleAssignments).where(and(here, inArray(roleAssignments.role, gone)));
  }
  for (const role of wanted.roles) {
    const perspective = role === "assessor" ? wanted.perspective : null;
    const known = held.find((one) => one.role === role);
    if (!known) {
      await tx
        .insert(roleAssignments)
        .values({ id: environment.newId(), ...where, role, perspective });
    } else if (known.perspective !== perspective) {
      await tx
        .update(roleAssignments)
        .set({ perspective })
        .where(and(here, eq(roleAssignments.role, role)));
    }
  }
}

/** An organisation never loses its last administrator who can sign in. */
export async function assertAdministratorRemains(
  tx: Transaction,
  { personId, organisationId }: Where,
): Promise<void> {
  const [other] = await tx
    .select({ id: people.id })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .where(
      and(
        eq(roleAssignments.organisationId, organisationId),
        eq(roleAssignments.role, "administrator"),
        eq(people.active, true),
        ne(people.id, personId),
      ),
    )
    .limit(1);
  if (!other) throw new DomainError("last_administrator");
}

/** Where the person is administrator. */
export async function administeredBy(read: Queries, personId: string): Promise<string[]> {
  const rows = await read
    .select({ id: roleAssignments.organisationId })
    .from(roleAssignments)
    .where(and(eq(roleAssignments.personId, personId), eq(roleAssignments.role, "administrator")));
  return rows.map(({ id }) => id);
}

/** Whether the person has a role in an organisation outside these. */
export async function hasRolesOutside(
  read: Queries,
  personId: string,
  organisationIds: string[],
): Promise<boolean> {
  const [row] = await read
    .select({ id: roleAssignments.id })
    .from(roleAssignments)
    .where(
      and(
        eq(roleAssignments.personId, personId),
        notInArray(roleAssignments.organisationId, organisationIds),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Condition on `people`: has a role in this organisation. */
export function worksIn(read: Queries, organisationId: string) {
  return exists(
    read
      .select({ id: roleAssignments.id })
      .from(roleAssignments)
      .where(
        and(
          eq(roleAssignments.personId, people.id),
          eq(roleAssignments.organisationId, organisationId),
        ),
      ),
  );
}
