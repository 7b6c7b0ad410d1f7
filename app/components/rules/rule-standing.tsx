import type { RuleStanding as Standing } from "#app/domain/policy-rule-life.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "../badge.tsx";
import {
  IconArrowBackUp,
  IconCalendar,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
} from "../icons.ts";

const looks = {
  draft: { tone: "neutral", icon: IconCircleDashed },
  coming: { tone: "info", icon: IconCalendar },
  in_force: { tone: "positive", icon: IconCircleCheck },
  replaced: { tone: "neutral", icon: IconArrowBackUp },
  ended: { tone: "neutral", icon: IconCircleX },
  discarded: { tone: "neutral", icon: IconCircleX },
} satisfies Record<Standing, { tone: Tone; icon: typeof IconCircleX }>;

/** Where a rule is in its life, in words, icon and colour. */
export function RuleStanding({ standing }: { standing: Standing }) {
  const { t } = useTranslation("rules");
  const { tone, icon } = looks[standing];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`standing.${standing}`)}
    </Badge>
  );
}
