import { and, asc, eq, exists, inArray, isNotNull, ne, or, sql } from "drizzle-orm";
import { db, organisations, precedents, scopeLinks, scopes, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { OtherScope } from "#app/schemas/scope.ts";
import type { Access } from "./access.server.ts";

/** The scopes of other organisations that a scope is compared with, by id. */
export async function linkedScopeIds(scopeId: string): Promise<string[]> {
  const rows = await db.read
    .select({ id: scopeLinks.otherScopeId })
    .from(scopeLinks)
    .where(eq(scopeLinks.scopeId, scopeId))
    .orderBy(asc(scopeLinks.otherScopeId));
  return rows.map(({ id }) => id);
}

/** Those there is something to compare with: a precedent that is shared, or a link made before. */
export async function otherScopes(
  access: Access<"catalogue.manage">,
  linked: string[],
): Promise<OtherScope[]> {
  const shared = db.read
    .select({ one: sql`1` })
    .from(precedents)
    .where(
      and(
        eq(precedents.scopeId, scopes.id),
        eq(precedents.status, "valid"),
        isNotNull(precedents.publishedAt),
        inArray(precedents.visibility, ["network", "public"]),
      ),
    );
  return db.read
    .select({ id: scopes.id, name: scopes.name, organisation: organisations.name })
    .from(scopes)
    .innerJoin(organisations, eq(organisations.id, scopes.organisationId))
    .where(
      and(
        ne(scopes.organisationId, access.organisation.id),
        or(exists(shared), linked.length > 0 ? inArray(scopes.id, linked) : undefined),
      ),
    )
    .orderBy(asc(organisations.name), asc(scopes.name), asc(scopes.id));
}

type Linking = { scopeId: string; otherScopeIds: string[]; offered: OtherScope[] };

/** Compares a scope with these and no others. Only what was offered can be chosen. */
export async function linkScopes(tx: Transaction, linking: Linking): Promise<void> {
  const { scopeId, offered } = linking;
  const chosen = [...new Set(linking.otherScopeIds)];
  if (chosen.some((id) => !offered.some((other) => other.id === id))) {
    throw new DomainError("unknown_option", { field: "otherScopeIds" });
  }
  const before = await tx
    .select({ id: scopeLinks.otherScopeId })
    .from(scopeLinks)
    .where(eq(scopeLinks.scopeId, scopeId))
    .orderBy(asc(scopeLinks.otherScopeId));
  const known = before.map(({ id }) => id);
  const added = chosen.filter((id) => !known.includes(id));
  const removed = known.filter((id) => !chosen.includes(id));
  if (added.length + removed.length === 0) return;
  if (removed.length > 0) {
    await tx
      .delete(scopeLinks)
      .where(and(eq(scopeLinks.scopeId, scopeId), inArray(scopeLinks.otherScopeId, removed)));
  }
  if (added.length > 0) {
    await tx.insert(scopeLinks).values(added.map((otherScopeId) => ({ scopeId, otherScopeId })));
  }
  await tx.record({
    kind: "scope.linked",
    subject: { type: "scope", id: scopeId },
    details: { added, removed },
  });
}
