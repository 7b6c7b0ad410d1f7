import { and, eq } from "drizzle-orm";
import { caseFiles, db, decisions, environment, type Queries, type Transaction } from "#db";
import { caseRoad, type CaseStatus } from "#app/domain/case-file.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { getCase, type CaseRow } from "./case-access.server.ts";
import { forbidden, notFound } from "./http.server.ts";
import { recordReading } from "./readings.server.ts";

export type EditableCase = Authorized<CaseRow, "edit">;

/** A submitter writes in the own case up to here; the panels judge what stands there from then on. */
const openToSubmitter: CaseStatus[] = ["registered", "intake", "facts_and_options"];
const openToCoordinator: readonly CaseStatus[] = caseRoad.slice(0, caseRoad.indexOf("follow_up"));

/** A case on a page to edit it; `closed` once its time is over, so that what was typed can be shown still. */
export type CaseToEdit = { caseFile: EditableCase; closed: boolean; status: 200 | 409 };

/** The case, for a page to edit it; 403 for who may only read it. */
export async function getCaseToEdit(
  access: Access<"case.edit">,
  caseId: string,
): Promise<CaseToEdit> {
  const caseFile = await getCase(access, caseId);
  if (!isEditor(access, caseFile)) forbidden();
  await recordReading(access, caseFile, "edit");
  const open = await isOpenTo(db.read, access, caseFile);
  return {
    caseFile: authorized<CaseRow, "edit">(caseFile),
    closed: !open,
    status: open ? 200 : 409,
  };
}

/** The case within a change, as it is at that moment. @throws DomainError `case_not_editable` (409). */
export async function editableCase(
  tx: Transaction,
  access: Access<"case.edit">,
  caseId: string,
): Promise<EditableCase> {
  const [row] = await tx
    .select()
    .from(caseFiles)
    .where(and(eq(caseFiles.id, caseId), eq(caseFiles.organisationId, access.organisation.id)));
  const caseFile = row ?? notFound();
  if (!isEditor(access, caseFile)) forbidden();
  if (!(await isOpenTo(tx, access, caseFile))) throw new DomainError("case_not_editable");
  return authorized<CaseRow, "edit">(caseFile);
}

/** Whether a person who reads the case may change it now. */
export async function mayEdit(access: Access, caseFile: CaseRow): Promise<boolean> {
  return isEditor(access, caseFile) && (await isOpenTo(db.read, access, caseFile));
}

/** Marks a case as changed now, so that it comes first in the lists. */
export async function touchCase(tx: Transaction, caseId: string): Promise<void> {
  await tx.update(caseFiles).set({ updatedAt: environment.now() }).where(eq(caseFiles.id, caseId));
}

function isEditor(access: Access, caseFile: CaseRow): boolean {
  if (access.roles.includes("coordinator")) return true;
  return access.roles.includes("submitter") && caseFile.submitterId === access.person.id;
}

async function isOpenTo(read: Queries, access: Access, caseFile: CaseRow): Promise<boolean> {
  if (!access.roles.includes("coordinator")) return openToSubmitter.includes(caseFile.status);
  if (!openToCoordinator.includes(caseFile.status)) return false;
  const taken = await read
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseFile.id), eq(decisions.status, "taken")))
    .limit(1);
  return taken.length === 0;
}
