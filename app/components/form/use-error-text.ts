import { useTranslation } from "#app/i18n/use-translation.ts";
import { errorText } from "./error-text.ts";

/** Turns an error code (`too_long:200`) into words, whichever list of `errors` it stands in. */
export function useErrorText(): (code: string) => string {
  const { language } = useTranslation();
  return (code) => errorText(language, code);
}
