/** What a decision takes from the precedents that its case adopted, adapted or departs from. */
import { asc, eq } from "drizzle-orm";
import { db, precedentAdoptions, type Queries } from "#db";
import type { DecisionValues } from "#app/schemas/decision-view.ts";

export type AdoptedTexts = {
  /** Per perspective, in the order in which they were chosen; what departs comes last. */
  motivation: Record<string, string>;
  precedentIds: string[];
  /** Those departed from in one perspective or more. */
  departedIds: string[];
};

/** The reasons that a case took over, adapted, or gives for departing. */
export async function adoptedTexts(read: Queries, caseId: string): Promise<AdoptedTexts> {
  const rows = await read
    .select()
    .from(precedentAdoptions)
    .where(eq(precedentAdoptions.caseId, caseId))
    .orderBy(
      asc(precedentAdoptions.at),
      asc(precedentAdoptions.precedentId),
      asc(precedentAdoptions.perspective),
    );
  const departing = rows.filter(({ choice }) => choice === "depart");
  const motivation: Record<string, string> = {};
  for (const { perspective, choice, original, text } of [
    ...rows.filter((row) => !departing.includes(row)),
    ...departing,
  ]) {
    const words = choice === "adopt" ? original : text;
    motivation[perspective] = together(motivation[perspective], words);
  }
  return { motivation, precedentIds: idsOf(rows), departedIds: idsOf(departing) };
}

function idsOf(rows: { precedentId: string }[]): string[] {
  return [...new Set(rows.map(({ precedentId }) => precedentId))];
}

function together(...texts: (string | undefined)[]): string {
  return texts.filter(Boolean).join("\n\n");
}

type Start = {
  caseId: string;
  /** Nobody wrote anything of this decision yet. */
  isNew: boolean;
  /** Nobody said yet which precedents it names. */
  isOpen: boolean;
};

/**
 * The form with what the case took from precedents: after the arguments that a new one starts with, and where a draft
 * was left empty.
 */
export async function withAdoptedTexts(
  values: DecisionValues,
  { caseId, isNew, isOpen }: Start,
): Promise<DecisionValues> {
  const adopted = await adoptedTexts(db.read, caseId);
  const entries = Object.entries(values.motivation).map(([key, own]) => {
    const isFilled = !isNew && own.trim() !== "";
    return [key, isFilled ? own : together(own, adopted.motivation[key])] as const;
  });
  const precedents = isOpen
    ? [...new Set([...values.precedents, ...adopted.precedentIds])]
    : values.precedents;
  return { ...values, motivation: Object.fromEntries(entries), precedents };
}
