import { and, asc, count, eq } from "drizzle-orm";
import { db, environment, savedSearches } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { SavedSearch } from "#app/schemas/precedent-view.ts";
import { filterAddress } from "#app/schemas/precedent-address.ts";
import { filtersIn } from "#app/schemas/precedent-filters.ts";
import type { SavedSearchInput } from "#app/schemas/precedent-search.ts";
import type { Access } from "./access.server.ts";
import { notFound } from "./http.server.ts";

/** So many searches somebody keeps at most, per organisation. */
export const mostSaved = 50;

function ofOwn({ person, organisation }: Access<"precedent.read">) {
  return and(
    eq(savedSearches.personId, person.id),
    eq(savedSearches.organisationId, organisation.id),
  );
}

/** The searches this person keeps here, by name. Nobody else ever sees them. */
export async function listSavedSearches(access: Access<"precedent.read">): Promise<SavedSearch[]> {
  return db.read
    .select({
      id: savedSearches.id,
      name: savedSearches.name,
      words: savedSearches.words,
      filters: savedSearches.filters,
    })
    .from(savedSearches)
    .where(ofOwn(access))
    .orderBy(asc(savedSearches.name), asc(savedSearches.id));
}

/** Keeps a search under a name, or forgets one. Tells the message. */
export async function handleSavedSearch(
  access: Access<"precedent.read">,
  input: SavedSearchInput,
  formKey?: string,
): Promise<string> {
  if (input.intent === "save") {
    await saveSearch(access, input, formKey);
    return "search_saved";
  }
  await deleteSearch(access, input.id);
  return "search_deleted";
}

type Saving = Extract<SavedSearchInput, { intent: "save" }>;

async function saveSearch(
  access: Access<"precedent.read">,
  { name, words, filters }: Saving,
  formKey?: string,
): Promise<void> {
  // Read and written again, so that only filters are kept, whatever was posted.
  const kept = filterAddress(filtersIn(`http://list/?${filters}`));
  if (words === "" && kept === "") throw new DomainError("search_empty", { field: "name" });
  await db.write(
    access.actor,
    async (tx) => {
      const [taken] = await tx
        .select({ id: savedSearches.id })
        .from(savedSearches)
        .where(and(ofOwn(access), eq(savedSearches.name, name)));
      if (taken) throw new DomainError("taken", { field: "name" });
      const [all] = await tx.select({ n: count() }).from(savedSearches).where(ofOwn(access));
      if ((all?.n ?? 0) >= mostSaved) throw new DomainError("too_many_searches", { field: "name" });
      const id = environment.newId();
      await tx.insert(savedSearches).values({
        ...{ id, name, words, filters: kept },
        personId: access.person.id,
        organisationId: access.organisation.id,
        createdAt: environment.now(),
      });
      // The words may hold a name: the log says that a search was kept, never which.
      await tx.record({ kind: "search.saved", subject: { type: "search", id } });
      return id;
    },
    { formKey },
  );
}

async function deleteSearch(access: Access<"precedent.read">, id: string): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const deleted = await tx
      .delete(savedSearches)
      .where(and(ofOwn(access), eq(savedSearches.id, id)))
      .returning({ id: savedSearches.id });
    if (deleted.length === 0) notFound();
    await tx.record({ kind: "search.deleted", subject: { type: "search", id } });
  });
}
