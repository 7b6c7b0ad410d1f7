import { useTranslation } from "#app/i18n/use-translation.ts";
import { EmptyState } from "../empty-state.tsx";
import { TextLink } from "../text-link.tsx";

/** Nothing to show: because there is nothing yet, or because nothing fits. */
export function NoPrecedents({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation("precedents");
  if (!isFiltered) {
    return <EmptyState title={t("list.emptyTitle")}>{t("list.emptyText")}</EmptyState>;
  }
  return (
    <EmptyState
      title={t("list.noneTitle")}
      action={
        <TextLink to="/precedenten" reloadDocument>
          {t("list.all")}
        </TextLink>
      }
    >
      {t("list.noneText")}
    </EmptyState>
  );
}
