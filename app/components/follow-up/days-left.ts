import { useTranslation } from "#app/i18n/use-translation.ts";

/** How many days are left until the last day, in words. */
export function useDaysLeft(): (days: number) => string {
  const { t } = useTranslation("aftercare");
  return (days) => {
    if (days === 0) return t("due.today");
    return days > 0 ? t("due.left", { count: days }) : t("due.over", { count: -days });
  };
}
