import type { UrgencyKind } from "#app/domain/case-file.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "../badge.tsx";
import { IconAlertTriangle } from "../icons.ts";

type UrgencyWordsProps = { kind: UrgencyKind | null; date: number | null };

/** Why there is haste, and for when. */
export function UrgencyWords({ kind, date }: UrgencyWordsProps) {
  const { t } = useTranslation(["terms", "cases"]);
  const format = useFormat();
  if (!kind) return null;
  const words = t(`urgencyKind.${kind}`);
  return (
    <Badge tone="negative" icon={IconAlertTriangle}>
      {date === null ? words : t("cases:page.urgencyBy", { kind: words, date: format.date(date) })}
    </Badge>
  );
}
