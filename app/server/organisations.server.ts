import { and, asc, eq } from "drizzle-orm";
import { db, environment, organisations, roleAssignments, type Queries } from "#db";
import type { NewOrganisationInput, OrganisationInput } from "#app/schemas/organisation.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { notFound } from "./http.server.ts";
import { refuseStale } from "./stale-version.server.ts";

type Manager = Access<"organisation.manage">;
type Row = typeof organisations.$inferSelect;
type OwnOrganisation = Authorized<Row, "manage">;

/** The organisations of which this person is administrator. */
export async function listOrganisations(access: Manager): Promise<Row[]> {
  const rows = await administered(db.read, access).orderBy(
    asc(organisations.name),
    asc(organisations.id),
  );
  return rows.map(({ organisation }) => organisation);
}

export async function getOrganisation(access: Manager, id: string): Promise<OwnOrganisation> {
  return findOwn(db.read, access, id);
}

async function findOwn(read: Queries, access: Manager, id: string): Promise<OwnOrganisation> {
  const [row] = await administered(read, access, id);
  return row ? authorized<Row, "manage">(row.organisation) : notFound();
}

function administered(read: Queries, access: Manager, id?: string) {
  return read
    .select({ organisation: organisations })
    .from(organisations)
    .innerJoin(
      roleAssignments,
      and(
        eq(roleAssignments.organisationId, organisations.id),
        eq(roleAssignments.personId, access.person.id),
        eq(roleAssignments.role, "administrator"),
      ),
    )
    .where(id === undefined ? undefined : eq(organisations.id, id));
}

/** A new organisation; who makes it becomes its first administrator. */
export async function createOrganisation(
  access: Manager,
  { name, tooiUri }: NewOrganisationInput,
  formKey?: string,
): Promise<string> {
  const organisationId = environment.newId();
  return db.write(
    access.actor,
    async (tx) => {
      const row = { id: organisationId, name, tooiUri, createdAt: environment.now() };
      await tx.insert(organisations).values(row);
      await tx.insert(roleAssignments).values({
        id: environment.newId(),
        personId: access.person.id,
        organisationId,
        role: "administrator",
      });
      await tx.record({
        kind: "organisation.created",
        subject: { type: "organisation", id: organisationId },
        organisationId,
        content: { ...row, administrator: access.person.id },
      });
      return organisationId;
    },
    { formKey },
  );
}

export async function updateOrganisation(
  access: Manager,
  id: string,
  { name, tooiUri, version }: OrganisationInput,
): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const stored = await findOwn(tx, access, id);
    if (stored.version !== version) {
      refuseStale({
        theirs: { name: stored.name, tooiUri: stored.tooiUri ?? "" },
        yours: { name, tooiUri: tooiUri ?? "" },
      });
    }
    await tx
      .update(organisations)
      .set({ name, tooiUri, version: version + 1 })
      .where(eq(organisations.id, id));
    await tx.record({
      kind: "organisation.changed",
      subject: { type: "organisation", id },
      organisationId: id,
      details: { fields: ["name", "tooiUri"] },
      content: { name, tooiUri },
    });
  });
}
