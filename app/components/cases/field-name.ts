import { useTranslation } from "#app/i18n/use-translation.ts";

/** Words for a field of the case file; a field without words of its own goes by its name. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation("cases");
  const words = t as unknown as (key: string, options: { defaultValue: string }) => string;
  return (field) => words(`field.${field}`, { defaultValue: field });
}
