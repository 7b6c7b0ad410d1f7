/** Owners of rules: who can be one, and their names as they are now. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { db, organisations, people, roleAssignments } from "#db";
import { hasRight, roles } from "#app/domain/rights.ts";
import type { SignalOwnerChoice } from "#app/schemas/signal-view.ts";
import type { Access } from "./access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import type { SignalRow } from "./signals.server.ts";

/** Roles with which somebody can answer for a rule. */
export const answering = roles.filter((role) => hasRight([role], "signal.answer"));

export type OwnerNames = { name: string; organisation: string };

/** By id of the signal, its owner by the names of now; an owner outside as written down. Without an owner: absent. */
export async function ownersOf(rows: readonly SignalRow[]): Promise<Map<string, OwnerNames>> {
  const names = await namesOf(rows.flatMap(({ ownerId }) => ownerId ?? []));
  const ids = rows.flatMap(({ ownerOrganisationId }) => ownerOrganisationId ?? []);
  const found = await db.read
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  const organisationNames = new Map(found.map(({ id, name }) => [id, name]));
  const owners = rows.flatMap((row): [string, OwnerNames][] => {
    const name = names.get(row.ownerId ?? "") ?? row.ownerName;
    const organisation =
      organisationNames.get(row.ownerOrganisationId ?? "") ?? row.ownerOrganisation;
    return name === "" && organisation === "" ? [] : [[row.id, { name, organisation }]];
  });
  return new Map(owners);
}

/** The owner in one line; null where there is none. */
export function ownerWords(owner: OwnerNames | undefined): string | null {
  return owner ? [owner.name, owner.organisation].filter(Boolean).join(", ") : null;
}

/** Who can answer for a rule, per organisation of this installation, the own one first. */
export async function listOwners(access: Access): Promise<SignalOwnerChoice[]> {
  const rows = await db.read
    .selectDistinct({
      ...{ id: people.id, name: people.name },
      ...{ organisationId: organisations.id, organisation: organisations.name },
    })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .innerJoin(organisations, eq(organisations.id, roleAssignments.organisationId))
    .where(and(inArray(roleAssignments.role, answering), eq(people.active, true)))
    .orderBy(asc(organisations.name), asc(organisations.id), asc(people.name), asc(people.id));
  const byId = new Map<string, SignalOwnerChoice>();
  for (const { organisationId, organisation, ...person } of rows) {
    const choice = byId.get(organisationId) ?? { organisationId, organisation, people: [] };
    choice.people.push(person);
    byId.set(organisationId, choice);
  }
  const isOwn = ({ organisationId }: SignalOwnerChoice) =>
    organisationId === access.organisation.id;
  return [...byId.values()].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}
