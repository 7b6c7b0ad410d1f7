import { ageInWords } from "#app/domain/signal.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Age and amounts of signals in words. */
export function useSignalWords() {
  const { t } = useTranslation("signals");
  const format = useFormat();
  return {
    age: (days: number) => {
      const { unit, count } = ageInWords(days);
      return days === 0 ? t("age.today") : t(`age.${unit}`, { count });
    },
    /** A cost in cents; a negative one is a gain. */
    cost: (cents: number | null) => {
      if (cents === null) return t("cost.unknown");
      return cents < 0 ? t("cost.gain", { amount: format.euro(-cents) }) : format.euro(cents);
    },
  };
}
