import type { HandoverStatus } from "#app/domain/handover.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "../badge.tsx";

const tones: Record<HandoverStatus, Tone> = {
  sent: "info",
  accepted: "positive",
  returned: "warning",
  withdrawn: "neutral",
};

export function HandoverStatusBadge({ status }: { status: HandoverStatus }) {
  const { t } = useTranslation("handovers");
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>;
}
