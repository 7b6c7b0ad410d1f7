import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "../badge.tsx";
import { IconAlertTriangle, IconClock } from "../icons.ts";

const soonDays = 2;

/** How long there is to answer; late in words as well. */
export function DaysLeft({ days }: { days: number }) {
  const { t } = useTranslation("handovers");
  if (days < 0) {
    return (
      <Badge tone="negative" icon={IconAlertTriangle}>
        {t("days.over", { count: -days })}
      </Badge>
    );
  }
  return (
    <Badge tone={days <= soonDays ? "warning" : "neutral"} icon={IconClock}>
      {days === 0 ? t("days.today") : t("days.left", { count: days })}
    </Badge>
  );
}
