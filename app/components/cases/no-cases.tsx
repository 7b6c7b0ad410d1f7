import { useTranslation } from "#app/i18n/use-translation.ts";
import { EmptyState } from "../empty-state.tsx";
import { LinkButton } from "../link-button.tsx";
import { useHasRight } from "../shell/use-shell.ts";

/** In the place of the list when there is nothing in it, with what to do next. */
export function NoCases({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const creates = useHasRight("case.create");
  if (filtered) {
    return (
      <EmptyState
        title={t("list.nothingTitle")}
        action={<LinkButton to="/casussen">{terms("clearFilters")}</LinkButton>}
      >
        {t("list.nothingText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("list.emptyTitle")}
      action={creates ? <LinkButton to="/casussen/nieuw">{t("list.new")}</LinkButton> : null}
    >
      {t("list.emptyText")}
    </EmptyState>
  );
}
