export const languages = ["nl", "en"] as const;
export type Language = "nl" | "en";
export type LocalText = { nl: string; en: string };

/** The text in the language asked for; Dutch where the English was left blank. */
export function textIn(text: LocalText, language: Language): string {
  return text[language].trim() === "" ? text.nl : text[language];
}
