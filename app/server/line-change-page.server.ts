import { desc, eq } from "drizzle-orm";
import { db, lineChangePrecedents, lineChanges, precedents, scopes } from "#db";
import { hasRight, type Right } from "#app/domain/rights.ts";
import type { LineChangeInput } from "#app/schemas/line-change.ts";
import type { LineChangePage } from "#app/schemas/line-change-view.ts";
import type { Access } from "./access.server.ts";
import { findCase } from "./case-access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { notFound } from "./http.server.ts";
import { decideLineChange, withdrawLineChange, type LineChangeRow } from "./line-changes.server.ts";
import { seesDrafts } from "./precedent-access.server.ts";

/**
 * A change of line of the own organisation. Once it took effect it belongs to the line, which everybody reads; before
 * that it is for those who prepare decisions, who decide about the line and who look after precedents.
 */
async function getLineChange(access: Access<Right>, id: string): Promise<LineChangeRow> {
  const [row] = await db.read.select().from(lineChanges).where(eq(lineChanges.id, id));
  if (row?.organisationId !== access.organisation.id) return notFound();
  const insider = hasRight(access.roles, "decision.prepare") || seesDrafts(access);
  return row.status === "effected" || insider ? row : notFound();
}

export async function getLineChangePage(
  access: Access<"precedent.read">,
  id: string,
): Promise<LineChangePage> {
  const row = await getLineChange(access, id);
  const { scopeId, proposedBy, decidedBy, decisionId } = row;
  const caseFile = await findCase(access, row.caseId);
  const names = await namesOf([proposedBy, ...(decidedBy ? [decidedBy] : [])]);
  const [scope] = await db.read
    .select({ name: scopes.name })
    .from(scopes)
    .where(eq(scopes.id, scopeId));
  const { level, status, motivation, proposedAt, decidedAt, answer } = row;
  const isOpen = status === "proposed" || status === "approved";
  return {
    change: {
      ...{ id, status, level, motivation, proposedAt, decidedAt, answer },
      scopeId,
      scope: scope?.name ?? "",
      proposedBy: names.get(proposedBy) ?? "",
      decidedBy: decidedBy && (names.get(decidedBy) ?? null),
      effectiveFrom: row.effectiveFrom,
      version: row.version,
    },
    caseFile: caseFile && { id: caseFile.id, number: caseFile.number, title: caseFile.title },
    decisionId: caseFile && decisionId,
    precedents: await precedentRows(id),
    mayDecide: status === "proposed" && hasRight(access.roles, "line.change"),
    mayWithdraw: isOpen && caseFile !== null && hasRight(access.roles, "decision.prepare"),
  };
}

async function precedentRows(lineChangeId: string): Promise<LineChangePage["precedents"]> {
  return db.read
    .select({
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      level: precedents.level,
      status: precedents.status,
      decidedAt: precedents.decidedAt,
    })
    .from(lineChangePrecedents)
    .innerJoin(precedents, eq(precedents.id, lineChangePrecedents.precedentId))
    .where(eq(lineChangePrecedents.lineChangeId, lineChangeId))
    .orderBy(desc(precedents.decidedAt), desc(precedents.id));
}

/** Takes back what was asked, by who may prepare the decision of the case. */
export async function takeBackLineChange(
  access: Access<"decision.prepare">,
  { id, version }: { id: string; version: number },
  formKey?: string,
): Promise<void> {
  const row = await getLineChange(access, id);
  if (!(await findCase(access, row.caseId))) notFound();
  await withdrawLineChange(access, { row, version }, formKey);
}

/** Says yes or no to a change of line, without needing sight of the case it was asked for. */
export async function answerLineChange(
  access: Access<"line.change">,
  { id, intent, version, answer }: Answer & { id: string },
  formKey?: string,
): Promise<void> {
  const row = await getLineChange(access, id);
  const status = intent === "approve" ? "approved" : "rejected";
  await decideLineChange(access, { row, version }, { status, answer }, formKey);
}

type Answer = Exclude<LineChangeInput, { intent: "withdraw" }>;
