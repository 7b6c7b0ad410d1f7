import type { ImportStatus } from "#app/domain/precedent-relations.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "../badge.tsx";
import * as icons from "../icons.ts";

const looks = {
  checking: { tone: "info", icon: icons.IconCircleHalf },
  checked: { tone: "accent", icon: icons.IconCheck },
  offered: { tone: "warning", icon: icons.IconClock },
  importing: { tone: "info", icon: icons.IconCircleHalf },
  imported: { tone: "positive", icon: icons.IconCircleCheck },
  cancelled: { tone: "neutral", icon: icons.IconCircleX },
} as const satisfies Record<ImportStatus, { tone: Tone; icon: typeof icons.IconCheck }>;

export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  const { t } = useTranslation("precedent-imports");
  const { tone, icon } = looks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </Badge>
  );
}
