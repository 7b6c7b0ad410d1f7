import { useTranslation } from "#app/i18n/use-translation.ts";

/** Words for a perspective; those of an own question set have their name as key. */
export function usePerspectiveName(): (key: string) => string {
  const { t } = useTranslation();
  return (key) => {
    if (key === "legal" || key === "financial" || key === "societal") {
      return t(`perspective.${key}`);
    }
    return key;
  };
}
