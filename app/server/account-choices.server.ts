/** Of which organisation and which part of it somebody may see figures. */
import { and, asc, eq, exists, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { db, organisations, precedents, scopes } from "#db";
import type { Access } from "./access.server.ts";

export type AccountOrganisation = { id: string; name: string };
export type AccountScope = { id: string; name: string };

type Reader = Access<"figures.read">;

/**
 * The own organisation, and after it those that share precedents with the network: who may see what another decided may
 * see in totals how it does. An organisation that shares nothing shows no figures either.
 */
export async function listAccountOrganisations(access: Reader): Promise<AccountOrganisation[]> {
  const { id, name } = access.organisation;
  const shared = db.read
    .select({ one: sql`1` })
    .from(precedents)
    .where(
      and(
        eq(precedents.organisationId, organisations.id),
        inArray(precedents.visibility, ["network", "public"]),
        isNotNull(precedents.publishedAt),
      ),
    );
  const others = await db.read
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(ne(organisations.id, id), exists(shared)))
    .orderBy(asc(organisations.name), asc(organisations.id));
  return [{ id, name }, ...others];
}

/** The organisation asked for when it may be chosen, otherwise the own one. */
export async function findOrganisation(
  access: Reader,
  asked: string | undefined,
): Promise<AccountOrganisation> {
  const { id, name } = access.organisation;
  if (asked === undefined || asked === id) return { id, name };
  const found = await listAccountOrganisations(access);
  return found.find((organisation) => organisation.id === asked) ?? { id, name };
}

/** All scopes of the own organisation, also those no longer in use: older cases are in them. */
export async function scopesFor(access: Reader): Promise<AccountScope[]> {
  return scopesOf({ organisationId: access.organisation.id });
}

const scopesOf = db.hot<{ organisationId: string }>()((read) =>
  read
    .select({ id: scopes.id, name: scopes.name })
    .from(scopes)
    .where(eq(scopes.organisationId, sql.placeholder("organisationId")))
    .orderBy(asc(scopes.name), asc(scopes.id)),
);
