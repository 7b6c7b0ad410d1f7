import { and, asc, eq, gt, ne, or } from "drizzle-orm";
import { db, environment, scopes, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { NewScopeInput, OtherScope, ScopeInput } from "#app/schemas/scope.ts";
import type { Access } from "./access.server.ts";
import { notFound } from "./http.server.ts";
import { linkedScopeIds, linkScopes, otherScopes } from "./scope-links.server.ts";
import { refuseStale } from "./stale-version.server.ts";

const perPage = 25;

export type ScopeRow = typeof scopes.$inferSelect;

/** The scopes of the own organisation by name, from the one after `after` on. */
export async function listScopes(
  access: Access<"administration.read">,
  after: string | null,
): Promise<{ scopes: ScopeRow[]; next: string | null }> {
  const ofOrganisation = eq(scopes.organisationId, access.organisation.id);
  const [last] = after
    ? await db.read
        .select({ id: scopes.id, name: scopes.name })
        .from(scopes)
        .where(and(ofOrganisation, eq(scopes.id, after)))
    : [];
  const later = last
    ? or(gt(scopes.name, last.name), and(eq(scopes.name, last.name), gt(scopes.id, last.id)))
    : undefined;
  const rows = await db.read
    .select()
    .from(scopes)
    .where(and(ofOrganisation, later))
    .orderBy(asc(scopes.name), asc(scopes.id))
    .limit(perPage + 1);
  const page = rows.slice(0, perPage);
  return { scopes: page, next: rows.length > perPage ? (page.at(-1)?.id ?? null) : null };
}

export type ScopeToEdit = ScopeRow & { otherScopeIds: string[]; others: OtherScope[] };

/** A scope with the scopes elsewhere it is, and can be, compared with. */
export async function getScope(
  access: Access<"catalogue.manage">,
  id: string,
): Promise<ScopeToEdit> {
  const [row = notFound()] = await db.read.select().from(scopes).where(own(access, id));
  const otherScopeIds = await linkedScopeIds(id);
  return { ...row, otherScopeIds, others: await otherScopes(access, otherScopeIds) };
}

function own(access: Access<"catalogue.manage">, id: string) {
  return and(eq(scopes.id, id), eq(scopes.organisationId, access.organisation.id));
}

export async function createScope(
  access: Access<"catalogue.manage">,
  input: NewScopeInput,
  formKey?: string,
): Promise<string> {
  return db.write(
    access.actor,
    async (tx) => {
      await assertNameFree(tx, access, { name: input.name, id: "" });
      const row = {
        ...input,
        id: environment.newId(),
        organisationId: access.organisation.id,
        createdAt: environment.now(),
      };
      await tx.insert(scopes).values(row);
      await tx.record({
        kind: "scope.created",
        subject: { type: "scope", id: row.id },
        content: row,
      });
      return row.id;
    },
    { formKey },
  );
}

export async function updateScope(
  access: Access<"catalogue.manage">,
  id: string,
  { version, otherScopeIds, ...input }: ScopeInput,
): Promise<void> {
  const offered = await otherScopes(access, await linkedScopeIds(id));
  await db.write(access.actor, async (tx) => {
    const [stored] = await tx.select().from(scopes).where(own(access, id));
    if (!stored) return notFound();
    if (stored.version !== version) refuseStale({ theirs: texts(stored), yours: texts(input) });
    await assertNameFree(tx, access, { name: input.name, id });
    await tx
      .update(scopes)
      .set({ ...input, version: version + 1 })
      .where(own(access, id));
    await tx.record({
      kind: "scope.changed",
      subject: { type: "scope", id },
      details: { active: input.active },
      content: input,
    });
    await linkScopes(tx, { scopeId: id, otherScopeIds, offered });
  });
}

function texts({ name, description, lawReferences }: NewScopeInput) {
  return { name, description, lawReferences: lawReferences.join("\n") };
}

async function assertNameFree(
  tx: Transaction,
  access: Access<"catalogue.manage">,
  { name, id }: { name: string; id: string },
): Promise<void> {
  const [other] = await tx
    .select({ id: scopes.id })
    .from(scopes)
    .where(
      and(
        eq(scopes.organisationId, access.organisation.id),
        eq(scopes.name, name),
        ne(scopes.id, id),
      ),
    );
  if (other) throw new DomainError("taken", { field: "name" });
}
