import { and, eq, gt, inArray, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";
import { db, precedents } from "#db";
import type { Right, Role } from "#app/domain/rights.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { notFound } from "./http.server.ts";

/** Who reads precedents that are still being written: those who write them, and who checks them. */
const insiders: Role[] = ["policy_advisor", "auditor"];

export type PrecedentRow = typeof precedents.$inferSelect;
export type ReadablePrecedent = Authorized<PrecedentRow, "read">;

/** What an import under way has brought in so far: nobody sees it before all of it is there. */
export const notStaged = or(eq(precedents.source, "decision"), isNotNull(precedents.publishedAt));

export function seesDrafts(access: Access<Right>): boolean {
  return access.roles.some((role) => insiders.includes(role));
}

/**
 * The precedents a person may see: all of the own organisation that were ever published, those of
 * others that are shared; drafts of the own organisation for policy advisors and auditors.
 */
export function visiblePrecedents(access: Access<Right>): SQL | undefined {
  const own = eq(precedents.organisationId, access.organisation.id);
  const published = isNotNull(precedents.publishedAt);
  const shared = and(
    ne(precedents.organisationId, access.organisation.id),
    inArray(precedents.visibility, ["network", "public"]),
    published,
  );
  return or(seesDrafts(access) ? and(own, notStaged) : and(own, published), shared);
}

/** The precedents that bind and warn at a moment: published, not ended, and within their validity. */
export function countsNow(now: number): SQL | undefined {
  return and(
    eq(precedents.status, "valid"),
    isNotNull(precedents.publishedAt),
    or(isNull(precedents.validUntil), gt(precedents.validUntil, now)),
  );
}

/** The precedent, when this person may see it; otherwise it is not there. */
export async function getReadablePrecedent(
  access: Access<Right>,
  precedentId: string,
): Promise<ReadablePrecedent> {
  const [row] = await db.read
    .select()
    .from(precedents)
    .where(and(eq(precedents.id, precedentId), visiblePrecedents(access)));
  return row ? authorized<PrecedentRow, "read">(row) : notFound();
}

/** The precedent for editing: of the own organisation only. */
export async function getEditablePrecedent(
  access: Access<"precedent.edit">,
  precedentId: string,
): Promise<Authorized<PrecedentRow, "edit">> {
  const [row] = await db.read
    .select()
    .from(precedents)
    .where(
      and(
        eq(precedents.id, precedentId),
        eq(precedents.organisationId, access.organisation.id),
        notStaged,
      ),
    );
  return row ? authorized<PrecedentRow, "edit">(row) : notFound();
}

/** Of these precedents, the ids of those this person may see. */
export async function visiblePrecedentIds(access: Access<Right>, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.read
    .select({ id: precedents.id })
    .from(precedents)
    .where(and(inArray(precedents.id, ids), visiblePrecedents(access)));
  return rows.map(({ id }) => id);
}
