import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ArrivalView } from "#app/schemas/blindness-view.ts";
import { Card } from "../card.tsx";
import { Timeline } from "../timeline.tsx";

/** Who asked to take part, who was let in and who was not. */
export function BlindArrivals({ arrivals }: { arrivals: readonly ArrivalView[] }) {
  const { t } = useTranslation("audit-pages");
  return (
    <Card title={t("blind.arrivals")}>
      {arrivals.length === 0 ? (
        <p>{t("blind.arrivalsNone")}</p>
      ) : (
        <Timeline
          items={arrivals.map(({ key, at, what, name, by }) => ({
            key,
            at,
            title: t(`blind.arrival.${what}`, { name }),
            by: by === null ? null : t("blind.by", { name: by }),
          }))}
        />
      )}
    </Card>
  );
}
