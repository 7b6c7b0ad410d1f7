import { and, asc, eq, gt, inArray, or } from "drizzle-orm";
import { db, people } from "#db";
import type { Access } from "./access.server.ts";
import { rolesOfPeople, worksIn, type HeldRole } from "./role-assignments.server.ts";

const perPage = 25;

export type PersonRow = { id: string; name: string; active: boolean; roles: HeldRole[] };
export type PeoplePage = { people: PersonRow[]; next: string | null };

/** The people with a role in the organisation by name, from the person after `after` on. */
export async function listPeople(
  access: Access<"administration.read">,
  after: string | null,
): Promise<PeoplePage> {
  const rows = await db.read
    .select({ id: people.id, name: people.name, active: people.active })
    .from(people)
    .where(and(worksIn(db.read, access.organisation.id), await isAfter(access, after)))
    .orderBy(asc(people.name), asc(people.id))
    .limit(perPage + 1);
  const page = rows.slice(0, perPage);
  const next = rows.length > perPage ? (page.at(-1)?.id ?? null) : null;
  return { people: await withRoles(access, page), next };
}

/** Names have no place in an address: the id of the last person on the page stands for the name. */
async function isAfter(access: Access<"administration.read">, after: string | null) {
  if (!after) return undefined;
  const [last] = await db.read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.id, after), worksIn(db.read, access.organisation.id)));
  if (!last) return undefined;
  return or(gt(people.name, last.name), and(eq(people.name, last.name), gt(people.id, last.id)));
}

/** People whose name holds every word, whatever the accents; at most a page, `more` when there are others. */
export async function searchPeople(
  access: Access<"administration.read">,
  name: string,
): Promise<{ people: PersonRow[]; more: boolean }> {
  const words = folded(name).split(/\s+/).filter(Boolean);
  const everyone = await db.read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(worksIn(db.read, access.organisation.id))
    .orderBy(asc(people.name), asc(people.id));
  const hits = everyone.filter((person) => {
    const text = folded(person.name);
    return words.every((word) => text.includes(word));
  });
  const ids = hits.slice(0, perPage).map(({ id }) => id);
  const rows = await db.read
    .select({ id: people.id, name: people.name, active: people.active })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(asc(people.name), asc(people.id));
  return { people: await withRoles(access, rows), more: hits.length > perPage };
}

async function withRoles(
  access: Access<"administration.read">,
  rows: Omit<PersonRow, "roles">[],
): Promise<PersonRow[]> {
  const ids = rows.map(({ id }) => id);
  const roles = await rolesOfPeople(access.organisation.id, ids);
  return rows.map((row) => ({ ...row, roles: roles.get(row.id) ?? [] }));
}

/** In lower case and without accents, as people search. */
export function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
