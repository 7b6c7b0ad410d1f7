import { data } from "@remix-run/node";
import { and, eq } from "drizzle-orm";
import { db, destructions } from "#db";
import { hasRight } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import { notFound } from "./http.server.ts";

/** A case that is not there: said so to those who may know that it was, others cannot tell. */
export async function destroyedOrNotFound(access: Access, caseId: string): Promise<never> {
  if (await wasDestroyed(access, caseId)) throw data({ code: "case_destroyed" }, 410);
  return notFound();
}

/** Whether a case of the own organisation was destroyed, for those who may know of destructions. */
async function wasDestroyed(access: Access, caseId: string): Promise<boolean> {
  if (!hasRight(access.roles, "destruction.read")) return false;
  const [row] = await db.read
    .select({ id: destructions.id })
    .from(destructions)
    .where(
      and(
        eq(destructions.caseId, caseId),
        eq(destructions.organisationId, access.organisation.id),
        eq(destructions.status, "completed"),
      ),
    )
    .limit(1);
  return row !== undefined;
}
