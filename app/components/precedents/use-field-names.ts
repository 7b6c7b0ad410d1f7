import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentEditor } from "#app/schemas/precedent-view.ts";

/** Words for the fields of a precedent's text, by name in the form. */
export function useFieldNames({ perspectives }: Pick<PrecedentEditor, "perspectives">) {
  const { t, language } = useTranslation("precedents");
  const names: Record<string, string> = {
    title: t("edit.titleField"),
    summary: t("edit.summary"),
    visibility: t("edit.visibility"),
    scopeId: t("edit.scope"),
    lawReferences: t("edit.law"),
    lifeEvents: t("edit.lifeEvents"),
    ownerId: t("edit.owner"),
    reviewDate: t("edit.review"),
  };
  for (const { key, name } of perspectives) {
    names[`motivation.${key}`] = t("edit.motivation", { perspective: textIn(name, language) });
  }
  return names;
}
