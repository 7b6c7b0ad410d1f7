import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentPage } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { Timeline } from "../timeline.tsx";

/** What happened to a precedent, from the log. */
export function PrecedentHistory({ history }: Pick<PrecedentPage, "history">) {
  const { t } = useTranslation("precedents");
  return (
    <Card title={t("page.history")}>
      {history.length === 0 ? (
        <p>{t("page.noHistory")}</p>
      ) : (
        <Timeline
          items={history.map(({ sequence, at, event, by }) => ({
            key: String(sequence),
            at,
            by,
            title: t(`page.event.${event}`),
          }))}
        />
      )}
    </Card>
  );
}
