import { asc, inArray } from "drizzle-orm";
import { costLines, db, decisionClaims, decisions } from "#db";
import type { EstimatedCost } from "#app/domain/follow-up.ts";

/** What was expected of the options that these decisions chose, by decision. */
export async function estimatedCosts(ids: string[]): Promise<Map<string, EstimatedCost[]>> {
  if (ids.length === 0) return new Map();
  const whole = await db.read
    .select({ decisionId: decisions.id, optionId: decisions.optionId })
    .from(decisions)
    .where(inArray(decisions.id, ids));
  const perClaim = await db.read
    .selectDistinct({ decisionId: decisionClaims.decisionId, optionId: decisionClaims.optionId })
    .from(decisionClaims)
    .where(inArray(decisionClaims.decisionId, ids));
  // Where every claim has a choice of its own, the option of the whole is only the first of them.
  const chosen = [
    ...perClaim,
    ...whole.filter(({ decisionId }) => !perClaim.some((one) => one.decisionId === decisionId)),
  ];
  const lines = await db.read
    .select()
    .from(costLines)
    .where(
      inArray(
        costLines.optionId,
        chosen.flatMap(({ optionId }) => optionId ?? []),
      ),
    )
    .orderBy(asc(costLines.optionId), asc(costLines.position));
  return new Map(
    ids.map((id) => {
      const own = chosen.filter(({ decisionId }) => decisionId === id);
      return [
        id,
        lines
          .filter((line) => own.some(({ optionId }) => optionId === line.optionId))
          .map(({ post, bearer, cents, recurrence }) => ({ post, bearer, cents, recurrence })),
      ];
    }),
  );
}
