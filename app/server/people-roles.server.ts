import { eq } from "drizzle-orm";
import { db, people, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Role } from "#app/domain/rights.ts";
import type { RolesInput } from "#app/schemas/person.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { Access } from "./access.server.ts";
import { endLogins } from "./logins.server.ts";
import { personHere } from "./people-management.server.ts";
import { assertPerspective } from "./perspective-choices.server.ts";
import { replaceRoles, rolesIn } from "./role-assignments.server.ts";
import { refuseStale } from "./stale-version.server.ts";

type Manager = Access<"people.manage">;

/** Gives a person exactly these roles in the own organisation. */
export async function updateRoles(
  access: Manager,
  personId: string,
  input: RolesInput & { version: number },
): Promise<void> {
  const perspective = await assertPerspective(access, input);
  const organisationId = access.organisation.id;
  await db.write(access.actor, async (tx) => {
    const stored = await personHere(tx, access, personId);
    const held = (await rolesIn(tx, personId, organisationId)).map(({ role }) => role);
    if (stored.version !== input.version) {
      refuseStale({
        theirs: { roles: inWords(access, held) },
        yours: { roles: inWords(access, input.roles) },
      });
    }
    assertKeepsOwnAdministration(access, personId, input.roles);
    await replaceRoles(tx, { personId, organisationId }, { roles: input.roles, perspective });
    await raiseVersion(tx, stored);
    await tx.record({
      kind: "role.changed",
      subject: { type: "person", id: personId },
      details: { before: held, after: input.roles, perspective },
    });
  });
}

/** Takes a person out of the own organisation; what that person did stays. */
export async function removeFromOrganisation(
  access: Manager,
  personId: string,
  version: number,
): Promise<void> {
  const organisationId = access.organisation.id;
  await db.write(access.actor, async (tx) => {
    const stored = await personHere(tx, access, personId);
    if (stored.version !== version) refuseStale({ theirs: {}, yours: {} });
    assertKeepsOwnAdministration(access, personId, []);
    const held = (await rolesIn(tx, personId, organisationId)).map(({ role }) => role);
    await replaceRoles(tx, { personId, organisationId }, { roles: [], perspective: null });
    await endLogins(tx, personId, { organisationId });
    await raiseVersion(tx, stored);
    await tx.record({
      kind: "role.all-removed",
      subject: { type: "person", id: personId },
      details: { before: held },
    });
  });
}

/** By a slip of the mouse nobody could undo it: another administrator has to do this. */
function assertKeepsOwnAdministration(
  access: Manager,
  personId: string,
  wanted: readonly Role[],
): void {
  if (personId !== access.person.id || wanted.includes("administrator")) return;
  throw new DomainError("own_administrator", { field: "roles" });
}

async function raiseVersion(tx: Transaction, stored: { id: string; version: number }) {
  await tx
    .update(people)
    .set({ version: stored.version + 1 })
    .where(eq(people.id, stored.id));
}

function inWords(access: Manager, held: readonly Role[]): string {
  const t = getTexts(access.person.language, "terms");
  return held.map((role) => t(`role.${role}`)).join(", ");
}
