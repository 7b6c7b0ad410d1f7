import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** The words for a choice: "4 Pleit voor deze oplossing", "Geen oordeel", "Twijfel". */
export function useChoiceText(scale: readonly LocalText[] = []): (choice: string) => string {
  const { t, language } = useTranslation("scoring");
  const { t: terms } = useTranslation();
  return (choice) => {
    if (choice === "yes" || choice === "no" || choice === "unsure") {
      return terms(`gateAnswer.${choice}`);
    }
    if (choice === "no_judgement" || choice === "not_applicable") return t(`choice.${choice}`);
    const word = scale[Number(choice) - 1];
    return word ? `${choice} ${textIn(word, language)}` : choice;
  };
}
