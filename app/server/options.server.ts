import { and, asc, eq } from "drizzle-orm";
import { db, optionClaims, options, type Queries } from "#db";
import type { OptionPage, OptionSummary } from "#app/schemas/case-step-view.ts";
import type { Access } from "./access.server.ts";
import { getCaseToEdit } from "./case-editing.server.ts";
import { listLevels } from "./case-questions.server.ts";
import { listClaims } from "./claims.server.ts";
import { listCostLines } from "./cost-lines.server.ts";
import { notFound } from "./http.server.ts";
import { isOnTheTable, lockedOptionIds } from "./option-lock.server.ts";

export type OptionRow = typeof options.$inferSelect;

/** The conceivable solutions of a case in their order, strict application first. */
export async function listOptions(caseId: string, read: Queries = db.read): Promise<OptionRow[]> {
  return read
    .select()
    .from(options)
    .where(eq(options.caseId, caseId))
    .orderBy(asc(options.position));
}

export async function listOptionSummaries(caseId: string): Promise<OptionSummary[]> {
  const locked = await lockedOptionIds(db.read, caseId);
  return (await listOptions(caseId)).map(({ id, position, title, level, ground }) => {
    return { id, position, title, level, ground, locked: locked.includes(id) };
  });
}

/** What the form of an option needs; without `optionId` for a new one. */
export async function getOptionPage(
  access: Access<"case.edit">,
  caseId: string,
  optionId?: string,
): Promise<OptionPage> {
  const { caseFile, closed, status } = await getCaseToEdit(access, caseId);
  const option = optionId === undefined ? null : await getOption(db.read, caseId, optionId);
  const locked = option ? (await lockedOptionIds(db.read, caseId)).includes(option.id) : false;
  const { id, number, title } = caseFile;
  return {
    caseFile: { id, number, title },
    closed,
    status,
    option,
    locked,
    onTheTable: await isOnTheTable(db.read, caseId),
    lines: option ? await listCostLines(option.id) : [],
    claims: await listClaims(caseId),
    claimLevels: option ? await claimLevels(option.id) : [],
    levels: await listLevels(access),
  };
}

/** The option, when it belongs to this case. */
export async function getOption(
  read: Queries,
  caseId: string,
  optionId: string,
): Promise<OptionRow> {
  const [row] = await read
    .select()
    .from(options)
    .where(and(eq(options.id, optionId), eq(options.caseId, caseId)));
  return row ?? notFound();
}

async function claimLevels(optionId: string) {
  return db.read
    .select({
      claimId: optionClaims.claimId,
      level: optionClaims.level,
      note: optionClaims.note,
    })
    .from(optionClaims)
    .where(eq(optionClaims.optionId, optionId))
    .orderBy(asc(optionClaims.claimId));
}
