import { eq } from "drizzle-orm";
import { caseFiles, db, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { getTexts } from "#app/i18n/instances.ts";
import "#app/i18n/all-languages.ts";
import type { Access } from "./access.server.ts";
import { getCase, type CaseRow } from "./case-access.server.ts";
import { moveCase } from "./case-status.server.ts";
import { handoverRow, mayRefer } from "./handovers.server.ts";
import { notFound } from "./http.server.ts";

type Manager = Access<"handover.manage">;

/** Ends the case as handed over, within the change that calls it. */
export async function referCase(
  tx: Transaction,
  { id }: Pick<CaseRow, "id">,
  { access, to }: { access: Manager; to: string },
): Promise<void> {
  const [now] = await tx
    .select({ status: caseFiles.status })
    .from(caseFiles)
    .where(eq(caseFiles.id, id));
  if (!now || !mayRefer(now)) throw new DomainError("status_move_not_allowed", { to: "referred" });
  const reason = getTexts(access.person.language, "handovers")("referred.reason", { name: to });
  await moveCase(tx, { id }, "referred", { personId: access.person.id, reason });
}

/** Ends the case of a handover that was sent before. */
export async function referAfterwards(
  access: Manager,
  handoverId: string,
  formKey?: string,
): Promise<void> {
  const row = await handoverRow(handoverId);
  if (row.organisationId !== access.organisation.id) notFound();
  const caseFile = await getCase(access, row.caseId);
  if (row.status === "withdrawn") throw new DomainError("handover_answered");
  await db.write(access.actor, (tx) => referCase(tx, caseFile, { access, to: row.toName }), {
    formKey,
  });
}
