import { and, desc, eq, isNull, or } from "drizzle-orm";
import { db, questionSets } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { RolesInput } from "#app/schemas/person.ts";
import type { Access } from "./access.server.ts";

export type PerspectiveChoice = { key: string; name: LocalText };

/** Every perspective of the published question sets of the organisation, once by its key. */
export async function listPerspectiveChoices(access: Access): Promise<PerspectiveChoice[]> {
  const sets = await db.read
    .select({ content: questionSets.content })
    .from(questionSets)
    .where(
      and(
        eq(questionSets.status, "published"),
        or(
          isNull(questionSets.organisationId),
          eq(questionSets.organisationId, access.organisation.id),
        ),
      ),
    )
    .orderBy(questionSets.key, desc(questionSets.number));
  const names = new Map<string, LocalText>();
  for (const { key, name } of sets.flatMap(({ content }) => content.perspectives)) {
    if (!names.has(key)) names.set(key, name);
  }
  return [...names].map(([key, name]) => ({ key, name }));
}

/** The perspective to keep with the role of assessor, null for other roles or none chosen. */
export async function assertPerspective(
  access: Access<"people.manage">,
  { roles, perspective }: RolesInput,
): Promise<string | null> {
  if (!roles.includes("assessor") || perspective === "") return null;
  const choices = await listPerspectiveChoices(access);
  if (choices.some(({ key }) => key === perspective)) return perspective;
  throw new DomainError("unknown_option", { field: "perspective" });
}
