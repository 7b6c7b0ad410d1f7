import type { SignalStatus } from "#app/domain/signal.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "../badge.tsx";
import * as icons from "../icons.ts";

const looks = {
  new: { tone: "warning", icon: icons.IconCircleDashed },
  taken_up: { tone: "info", icon: icons.IconCircleDot },
  rule_change_proposed: { tone: "accent", icon: icons.IconGavel },
  adopted: { tone: "positive", icon: icons.IconCircleCheck },
  rejected: { tone: "neutral", icon: icons.IconCircleX },
  merged: { tone: "neutral", icon: icons.IconArrowsExchange },
} as const satisfies Record<SignalStatus, { tone: Tone; icon: typeof icons.IconCircle }>;

export function SignalStatusBadge({ status }: { status: SignalStatus }) {
  const { t } = useTranslation("signals");
  const { tone, icon } = looks[status];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </Badge>
  );
}
