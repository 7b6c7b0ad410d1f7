import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LinePage } from "#app/schemas/line-view.ts";

/** How the line stands, in a few sentences: on the page, and read aloud with the picture. */
export function useLineWords(page: LinePage): string[] {
  const { t } = useTranslation("lines");
  const { total, different, leading, conflicts } = page;
  return [
    t("words.total", { count: total }),
    ...(different < total ? [t("words.different", { count: different })] : []),
    t("words.leading", { count: leading.total }),
    t("words.conflicts", { count: conflicts.total }),
  ];
}
