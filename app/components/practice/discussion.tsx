import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PracticeDiscussion } from "#app/schemas/practice-view.ts";
import { CellOnTable } from "./cell-on-table.tsx";

/** The cell on the table, something to think about, and what else would be talked about. */
export function Discussion({ page }: { page: PracticeDiscussion }) {
  const { t } = useTranslation("practice");
  return (
    <>
      <CellOnTable cell={page.cell} />
      <p>{t("discuss.think")}</p>
      <p className="mw-soft">{t("discuss.others", { count: page.others })}</p>
    </>
  );
}
