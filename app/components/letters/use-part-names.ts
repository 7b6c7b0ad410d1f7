import { useTranslation } from "#app/i18n/use-translation.ts";

/** What the parts of a letter are called, by the name of their field. */
export function usePartNames(): Record<string, string> {
  const { t } = useTranslation("letters");
  const reasons = [0, 1, 2].map((place) => [
    `reasons.${place}`,
    t("field.reason", { number: place + 1 }),
  ]);
  return {
    salutation: t("field.salutation"),
    outcome: t("field.outcome"),
    ...(Object.fromEntries(reasons) as Record<string, string>),
    duties: t("field.duties"),
    disagree: t("field.disagree"),
    disagreeUntil: t("field.until"),
    contact: t("field.contact"),
    closing: t("field.closing"),
  };
}
