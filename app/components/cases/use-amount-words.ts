import type { FactMeasure } from "#app/domain/case-file.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** How much of an ordered fact there is, in words: "14 maanden", "€ 1.234,56". */
export function useAmountWords() {
  const { t } = useTranslation("cases");
  const { euro } = useFormat();
  return (amount: number, measure: FactMeasure) =>
    measure === "cents" ? euro(amount) : t(`amount.${measure}`, { count: amount });
}
