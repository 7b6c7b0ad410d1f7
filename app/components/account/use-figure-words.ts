import { figureWords, type FigureWords } from "#app/i18n/figure-words.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** The words of figures in the language of the page. */
export function useFigureWords(): FigureWords {
  const { t: texts, language } = useTranslation("account-figures");
  const { t: terms } = useTranslation();
  return figureWords({ texts, terms, language });
}
