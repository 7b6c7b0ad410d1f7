import { hasEnded, type CaseStatus } from "#app/domain/case-file.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "../badge.tsx";
import { IconAlertTriangle, IconClock } from "../icons.ts";

const soon = 14;

type TermWordsProps = {
  status: CaseStatus;
  /** Days left of the legal term for deciding; negative once it has passed. */
  daysLeft: number;
};

/** How long there is left to decide; nothing once the case is decided or has ended. */
export function TermWords({ status, daysLeft }: TermWordsProps) {
  const { t } = useTranslation("cases");
  if (status === "follow_up" || hasEnded(status)) return null;
  if (daysLeft > soon) return <span>{t("term.left", { count: daysLeft })}</span>;
  if (daysLeft > 0) {
    return (
      <Badge tone="warning" icon={IconClock}>
        {t("term.left", { count: daysLeft })}
      </Badge>
    );
  }
  return (
    <Badge tone="negative" icon={IconAlertTriangle}>
      {daysLeft === 0 ? t("term.last") : t("term.over", { count: -daysLeft })}
    </Badge>
  );
}
