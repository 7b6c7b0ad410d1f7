/** The rows that the situations of decided cases are made of. */
import { asc, inArray } from "drizzle-orm";
import { caseFacts, costLines, facts, options, type Queries } from "#db";
import { situationFigures, type SituationFigures } from "#app/domain/case-figures-situation.ts";

export type DecidedRow = {
  caseId: string;
  takenAt: number;
  level: number | null;
  reasonPro: string[];
  reasonCon: string[];
  optionIds: string[];
};

/** What these decisions were about, by case; those without an outcome, such as a withdrawal, have none. */
export async function situationsOf(
  read: Queries,
  decided: DecidedRow[],
): Promise<Map<string, SituationFigures>> {
  const withLevel = decided.flatMap(({ level, ...row }) =>
    level === null ? [] : [{ ...row, level }],
  );
  if (withLevel.length === 0) return new Map();
  const caseIds = withLevel.map(({ caseId }) => caseId);
  const answers = await answersOf(read, caseIds);
  const offered = await optionsOf(read, caseIds);
  const catalogue = await read
    .select({ id: facts.id, number: facts.number, createdAt: facts.createdAt })
    .from(facts)
    .orderBy(asc(facts.number));
  return new Map(
    withLevel.map(({ caseId, reasonPro, reasonCon, ...row }) => [
      caseId,
      situationFigures({
        ...row,
        reason: [...reasonPro, ...reasonCon],
        answers: answers.filter((answer) => answer.caseId === caseId),
        options: offered.filter((option) => option.caseId === caseId),
        catalogue,
      }),
    ]),
  );
}

async function answersOf(read: Queries, caseIds: string[]) {
  return read
    .select({
      caseId: caseFacts.caseId,
      factId: caseFacts.factId,
      answer: caseFacts.answer,
      amount: caseFacts.amount,
    })
    .from(caseFacts)
    .where(inArray(caseFacts.caseId, caseIds))
    .orderBy(asc(caseFacts.caseId), asc(caseFacts.factId));
}

async function optionsOf(read: Queries, caseIds: string[]) {
  const rows = await read
    .select({
      id: options.id,
      caseId: options.caseId,
      level: options.level,
      position: options.position,
    })
    .from(options)
    .where(inArray(options.caseId, caseIds))
    .orderBy(asc(options.caseId), asc(options.position));
  const ids = rows.map(({ id }) => id);
  const lines = await read
    .select({
      optionId: costLines.optionId,
      bearer: costLines.bearer,
      recurrence: costLines.recurrence,
      cents: costLines.cents,
    })
    .from(costLines)
    .where(inArray(costLines.optionId, ids))
    .orderBy(asc(costLines.optionId), asc(costLines.position));
  return rows.map((row) => ({
    ...row,
    costLines: lines.filter(({ optionId }) => optionId === row.id),
  }));
}
