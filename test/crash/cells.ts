import { db, gateRatings, ratings } from "#db";

/** What somebody answered, as the audit event of it holds the content. */
export type Answered = {
  personId: string;
  agendaItemId: string;
  round: number;
  key: string;
  optionId: string;
  choice: string;
  reason: string;
  at: number | null;
};

/** What is stored in every cell, in the shape in which it was recorded. */
export async function storedCells(): Promise<Answered[]> {
  const scores = await db.read.select().from(ratings);
  const gates = await db.read.select().from(gateRatings);
  return [
    ...scores.map(({ criterion, kind, value, ...row }) => ({
      ...commonPart(row),
      key: criterion,
      choice: kind === "score" ? String(value) : kind,
    })),
    ...gates.map(({ gate, answer, ...row }) => ({ ...commonPart(row), key: gate, choice: answer })),
  ];
}

type Common = Pick<
  typeof ratings.$inferSelect,
  "personId" | "agendaItemId" | "round" | "optionId" | "reason" | "updatedAt"
>;

function commonPart({ personId, agendaItemId, round, optionId, reason, updatedAt }: Common) {
  return { personId, agendaItemId, round, optionId, reason, at: updatedAt };
}

export function cellOf({
  personId,
  key,
  optionId,
}: Pick<Answered, "personId" | "key" | "optionId">) {
  return `${personId} ${key} ${optionId}`;
}
