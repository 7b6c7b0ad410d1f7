import type { FactMeasure } from "#app/domain/case-file.ts";
import { useAmountWords } from "./use-amount-words.ts";

/** Behind the name of an ordered fact: how much of it there is. */
export function FactAmount({ amount, measure }: { amount: number; measure: FactMeasure }) {
  return <>: {useAmountWords()(amount, measure)}</>;
}
