import type { ReactNode } from "react";
import {
  hasReached,
  practicePages,
  type PracticePage,
} from "#app/domain/practice/practice-pages.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PracticePlace } from "#app/schemas/practice-view.ts";
import { PageHeader } from "../page-header.tsx";
import { Progress } from "../progress.tsx";

export const practiceAddresses: Record<PracticePage, string> = {
  case: "/oefenen/casus",
  score: "/oefenen/beoordelen",
  reveal: "/oefenen/onthullen",
  discuss: "/oefenen/bespreken",
  second_round: "/oefenen/tweede-ronde",
  weigh: "/oefenen/wegen",
  decide: "/oefenen/besluiten",
  finished: "/oefenen/klaar",
};

/** Minutes still to go at the beginning of each step, the welcome included: an estimate from its number of words. */
const minutesLeft = [10, 9, 8, 5, 4, 3, 2, 1];
export const practiceStepCount = minutesLeft.length;

type PracticeFrameProps = { place: PracticePlace; children: ReactNode };

/** One step: which one it is, how long the rest takes, and why it is done. */
export function PracticeFrame({ place, children }: PracticeFrameProps) {
  const { t } = useTranslation("practice");
  const { page } = place;
  return (
    <>
      <PageHeader title={t(`heading.${page}`)} lead={<p>{t(`why.${page}`)}</p>} />
      <PracticeProgress step={practicePages.indexOf(page) + 1} />
      {children}
    </>
  );
}

/** How far the session is; step 0 is the welcome. */
export function PracticeProgress({ step }: { step: number }) {
  const { t } = useTranslation("practice");
  const left = minutesLeft[step];
  const shown = Math.min(step + 1, practiceStepCount);
  return (
    <div className="mw-practice-progress">
      <Progress
        label={t("step", { step: shown, total: practiceStepCount })}
        done={left === undefined ? practiceStepCount : step}
        total={practiceStepCount}
        words={left === undefined ? t("done") : t("minutes", { count: left })}
      />
    </div>
  );
}

/** Whether this page was left behind: it can be read, no longer changed. */
export function isPast({ page, furthest }: PracticePlace): boolean {
  return page !== furthest && hasReached(furthest, page);
}
