import type { Figure } from "#app/domain/account-figures.ts";
import { figureLead } from "#app/i18n/figure-lead.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** The sentence above a figure, in the language of the page. */
export function useFigureLead(): (figure: Figure) => string {
  const { t: texts, language } = useTranslation("account-figures");
  const { t: terms } = useTranslation();
  return figureLead({ texts, terms, language });
}
