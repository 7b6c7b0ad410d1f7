import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ShownCount } from "#app/schemas/fact-view.ts";

/** How often something is there; what is rare in a shared installation stays vague. */
export function useCountWords() {
  const { t } = useTranslation("administration");
  return (total: ShownCount) => (total === "few" ? t("fact.few") : String(total));
}
