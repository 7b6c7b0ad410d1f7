import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Who } from "#app/schemas/weighing-view.ts";

/** How someone is called on the page: by name inside the session, by seat outside it. */
export function useWho(): (who: Who) => string {
  const { t, language } = useTranslation("results");
  return ({ name, seat, perspective }) =>
    name ?? t("seat", { perspective: textIn(perspective, language), number: seat });
}
