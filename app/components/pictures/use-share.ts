import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** A part of all weightings as "61 van de 100" or "altijd": at most one decimal, and never a rounded all or nothing. */
export function useShare(): (part: number) => string {
  const { t } = useTranslation("pictures");
  const hundredth = useHundredth();
  return (part) => (part > 1 - 1e-9 ? t("always") : t("share", { part: hundredth(part) }));
}

/** A part of 1 as a part of 100. */
export function useHundredth(): (part: number) => string {
  const { t } = useTranslation("pictures");
  const format = useFormat();
  return (part) => {
    if (part > 1e-9 && part < 0.0005) return t("lessThan", { part: format.number(0.1) });
    if (part < 1 - 1e-9 && part > 0.9995) return t("moreThan", { part: format.number(99.9) });
    return format.number(Math.round(part * 1000) / 10);
  };
}
