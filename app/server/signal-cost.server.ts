/** What the cases of a signal say about the cost of leaving the rule as it is. */
import { and, asc, eq, gte, inArray } from "drizzle-orm";
import { caseFiles, costLines, decisions, environment, options, type Queries } from "#db";
import { costComparison, type CostLine } from "#app/domain/costs.ts";
import { dayInMs } from "#app/domain/day.ts";
import type { CasesCost } from "#app/schemas/signal-view.ts";

const yearInMs = 365 * dayInMs;
/** Values of one `in` list. */
const atOnce = 500;

/**
 * How many of these cases came in over the last twelve months, and what strict application would have cost more over a
 * year than what was decided, on average over the cases of which both are known.
 */
export async function costOfCases(read: Queries, caseIds: string[]): Promise<CasesCost> {
  const found: (number | null)[] = [];
  let lastYear = 0;
  for (let from = 0; from < caseIds.length; from += atOnce) {
    const ids = caseIds.slice(from, from + atOnce);
    lastYear += await countReceived(read, ids);
    found.push(...(await differences(read, ids)));
  }
  const known = found.filter((cents) => cents !== null);
  const sum = known.reduce((total, cents) => total + cents, 0);
  return {
    ...{ cases: caseIds.length, lastYear, known: known.length },
    halfKnown: found.length - known.length,
    centsPerCase: known.length === 0 ? null : Math.round(sum / known.length),
  };
}

async function countReceived(read: Queries, ids: string[]): Promise<number> {
  const since = environment.now() - yearInMs;
  const rows = await read
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(inArray(caseFiles.id, ids), gte(caseFiles.receivedAt, since)));
  return rows.length;
}

/** Per case with a decision for one option and costs of it or of strict application; null where only one has any. */
async function differences(read: Queries, ids: string[]): Promise<(number | null)[]> {
  const chosen = await read
    .select({ caseId: decisions.caseId, optionId: decisions.optionId })
    .from(decisions)
    .where(and(inArray(decisions.caseId, ids), eq(decisions.status, "taken")))
    .orderBy(asc(decisions.caseId), asc(decisions.id));
  const optionRows = await read
    .select({ id: options.id, caseId: options.caseId, position: options.position })
    .from(options)
    .where(inArray(options.caseId, ids))
    .orderBy(asc(options.caseId), asc(options.position));
  const lines = await read
    .select({
      ...{ caseId: options.caseId, optionId: costLines.optionId, bearer: costLines.bearer },
      ...{ recurrence: costLines.recurrence, certainty: costLines.certainty },
      cents: costLines.cents,
    })
    .from(costLines)
    .innerJoin(options, eq(options.id, costLines.optionId))
    .where(inArray(options.caseId, ids))
    .orderBy(asc(costLines.optionId), asc(costLines.position));
  return chosen.flatMap(({ caseId, optionId }) => {
    const own = optionRows.filter((row) => row.caseId === caseId);
    const costs = lines.filter((line) => line.caseId === caseId);
    return differenceOf({ own, lines: costs, chosenId: optionId });
  });
}

type Costs = {
  own: { id: string; position: number }[];
  lines: CostLine[];
  chosenId: string | null;
};

function differenceOf({ own, lines, chosenId }: Costs): (number | null)[] {
  const strict = own.find(({ position }) => position === 0);
  if (!strict || !own.some(({ id }) => id === chosenId)) return [];
  // No lines is not a cost of nothing: nobody wrote down what that way costs.
  const [strictKnown, chosenKnown] = [strict.id, chosenId].map((id) =>
    lines.some(({ optionId }) => optionId === id),
  );
  if (!strictKnown || !chosenKnown) return strictKnown || chosenKnown ? [null] : [];
  const costs = costComparison({ options: own, lines, horizons: [1] });
  const chosen = costs.find(({ id }) => id === chosenId)?.horizons[0];
  // Against option 0: what strict application costs more is what the chosen one saves.
  return chosen ? [0 - chosen.difference] : [];
}
