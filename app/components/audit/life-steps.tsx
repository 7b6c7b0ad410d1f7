import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LifeStepView } from "#app/schemas/decision-life-view.ts";
import { Badge } from "../badge.tsx";
import { useActorWords, useEventWords } from "../cases/event-words.tsx";
import { TextLink } from "../text-link.tsx";
import { Timeline } from "../timeline.tsx";

/** The steps in words: when, by whom, what, and where that stands in the log. */
export function LifeSteps({ steps }: { steps: readonly LifeStepView[] }) {
  const { t } = useTranslation("audit-pages");
  const eventWords = useEventWords();
  const actorWords = useActorWords();
  return (
    <Timeline
      items={steps.map((step) => ({
        key: step.key,
        at: step.at,
        by: actorWords(step),
        title: step.to ? <TextLink to={step.to}>{eventWords(step)}</TextLink> : eventWords(step),
        details: (
          <p className="mw-soft">
            {[
              t(`life.lane.${step.lane}`),
              step.about && t(`life.about.${step.about.what}`, { name: step.about.name }),
              step.number !== null && t("life.number", { number: step.number }),
              step.times > 1 && t("life.times", { count: step.times }),
            ]
              .filter(Boolean)
              .join(" · ")}
            {step.isOwn ? (
              <>
                {" "}
                <Badge tone="accent">{t("life.own")}</Badge>
              </>
            ) : null}
          </p>
        ),
      }))}
    />
  );
}
