import type { CaseStatus } from "#app/domain/case-file.ts";
import type { DueState } from "#app/domain/follow-up.ts";
import type { PrecedentStatus } from "#app/domain/precedent-rules.ts";
import type { ItemPhase, ProgressStatus } from "#app/domain/session.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, type Tone } from "./badge.tsx";
import * as icons from "./icons.ts";

type Look = { tone: Tone; icon: typeof icons.IconCircle };
const look = (tone: Tone, icon: typeof icons.IconCircle): Look => ({ tone, icon });

// Every kind of status with its look; the words stand under the same name in `terms`.
const looks = {
  caseStatus: {
    registered: look("neutral", icons.IconCircleDashed),
    intake: look("info", icons.IconCircleDot),
    facts_and_options: look("info", icons.IconFileText),
    scoring: look("accent", icons.IconEyeOff),
    deliberation: look("accent", icons.IconScale),
    decision: look("warning", icons.IconGavel),
    follow_up: look("positive", icons.IconCalendar),
    closed: look("positive", icons.IconCircleCheck),
    standard_route: look("neutral", icons.IconArrowRight),
    referred: look("neutral", icons.IconArrowsExchange),
    withdrawn: look("neutral", icons.IconCircleX),
  } satisfies Record<CaseStatus, Look>,
  itemPhase: {
    prepare: look("neutral", icons.IconCircleDashed),
    scoring: look("accent", icons.IconEyeOff),
    revealed: look("info", icons.IconEye),
    concluded: look("positive", icons.IconCircleCheck),
  } satisfies Record<ItemPhase, Look>,
  sessionStatus: {
    planned: look("neutral", icons.IconCalendar),
    open: look("accent", icons.IconCircleDot),
    closed: look("positive", icons.IconCircleCheck),
  },
  progressStatus: {
    notStarted: look("neutral", icons.IconCircleDashed),
    busy: look("info", icons.IconCircleHalf),
    ready: look("positive", icons.IconCircleCheck),
  } satisfies Record<ProgressStatus, Look>,
  precedentStatus: {
    draft: look("neutral", icons.IconCircleDashed),
    in_review: look("warning", icons.IconClock),
    valid: look("positive", icons.IconCircleCheck),
    became_policy_rule: look("info", icons.IconGavel),
    outdated: look("neutral", icons.IconCircleX),
    withdrawn: look("neutral", icons.IconCircleX),
  } satisfies Record<PrecedentStatus, Look>,
  decisionStatus: {
    draft: look("neutral", icons.IconCircleDashed),
    taken: look("positive", icons.IconGavel),
    replaced: look("neutral", icons.IconArrowBackUp),
  },
  questionSetStatus: {
    draft: look("neutral", icons.IconCircleDashed),
    published: look("positive", icons.IconCircleCheck),
    retired: look("neutral", icons.IconCircleX),
  },
  dueState: {
    done: look("positive", icons.IconCircleCheck),
    overdue: look("negative", icons.IconAlertTriangle),
    soon: look("warning", icons.IconClock),
    later: look("neutral", icons.IconCalendar),
  } satisfies Record<DueState, Look>,
  gateAnswer: {
    yes: look("positive", icons.IconCheck),
    no: look("negative", icons.IconCircleX),
    unsure: look("warning", icons.IconCircleHalf),
  },
  gateOutcome: {
    yes: look("positive", icons.IconCheck),
    no: look("negative", icons.IconCircleX),
    unsure: look("warning", icons.IconCircleHalf),
    open: look("neutral", icons.IconCircleDashed),
  },
  disagreement: {
    eens: look("positive", icons.IconCheck),
    verschil: look("warning", icons.IconCircleHalf),
    tegengesteld: look("negative", icons.IconArrowsExchange),
  },
} as const;

type Looks = typeof looks;
export type StatusKind = keyof Looks;
type StatusBadgeProps = {
  [Kind in StatusKind]: { kind: Kind; status: keyof Looks[Kind] & string };
}[StatusKind];

/** A status in words, icon and colour: `<StatusBadge kind="caseStatus" status={caseFile.status} />`. */
export function StatusBadge({ kind, status }: StatusBadgeProps) {
  const { t } = useTranslation();
  const { tone, icon } =
    (looks[kind] as Record<string, Look>)[status] ?? look("neutral", icons.IconCircle);
  const words = t as (key: string) => string;
  return (
    <Badge tone={tone} icon={icon}>
      {words(`${kind}.${status}`)}
    </Badge>
  );
}
