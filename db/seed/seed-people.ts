import { organisations, people, roleAssignments, scopes, type Transaction } from "#db";
import type { ExampleClock } from "./example-clock.ts";
import { exampleId } from "./example-id.ts";
import { exampleData } from "./example/index.ts";
import { insertAll } from "./insert-all.ts";
import { known, type SeededPerson } from "./seeding.ts";

/** The example organisations have existed somewhat longer than their oldest case. */
const startedAgoDays = 1700;

type Setting = { tx: Transaction; clock: ExampleClock };

export async function seedOrganisations({ tx, clock }: Setting): Promise<Map<string, string>> {
  const createdAt = clock.ago(startedAgoDays);
  const ids = new Map<string, string>();
  for (const { key, name } of exampleData.organisations) {
    const id = exampleId(createdAt, `organisation ${key}`);
    ids.set(key, id);
    await tx.insert(organisations).values({ id, name, createdAt });
  }
  return ids;
}

export async function seedPeople(
  { tx, clock }: Setting,
  given: { organisationIds: Map<string, string>; passwordHash: string | null },
): Promise<Map<string, SeededPerson>> {
  const createdAt = clock.ago(startedAgoDays, 10);
  const seeded = new Map<string, SeededPerson>();
  for (const { key, name, email, organisation, roles, perspective } of exampleData.people) {
    const id = exampleId(createdAt, `person ${key}`);
    const organisationId = known(given.organisationIds, organisation);
    seeded.set(key, { id, key, name, organisationId, roles, perspective: perspective ?? null });
    await tx
      .insert(people)
      .values({ id, name, email, passwordHash: given.passwordHash, createdAt });
    for (const role of roles) {
      await tx.insert(roleAssignments).values({
        id: exampleId(createdAt, `role ${key} ${role}`),
        personId: id,
        organisationId,
        role,
        perspective: role === "assessor" ? perspective : null,
      });
    }
  }
  return seeded;
}

/** Lets people who were there before look around in the first example organisation. */
export async function seedGuests(
  { tx, clock }: Setting,
  given: { organisationIds: Map<string, string>; guests: string[] },
): Promise<void> {
  const [organisationId] = given.organisationIds.values();
  if (organisationId === undefined) return;
  const roles = ["administrator", "coordinator", "policy_advisor"] as const;
  const rows = given.guests.flatMap((personId) =>
    roles.map((role) => ({
      id: exampleId(clock.now, `guest ${personId} ${role}`),
      personId,
      organisationId,
      role,
    })),
  );
  await insertAll(tx, roleAssignments, rows);
}

export async function seedScopes(
  { tx, clock }: Setting,
  given: { organisationIds: Map<string, string> },
): Promise<Map<string, string>> {
  const createdAt = clock.ago(startedAgoDays, 11);
  const ids = new Map<string, string>();
  for (const { key, name, organisation, description, lawReferences } of exampleData.scopes) {
    const id = exampleId(createdAt, `scope ${key}`);
    ids.set(key, id);
    const organisationId = known(given.organisationIds, organisation);
    await tx
      .insert(scopes)
      .values({ id, organisationId, name, description, lawReferences, createdAt });
  }
  return ids;
}
