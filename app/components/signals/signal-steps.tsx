import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SignalPage, SignalStep } from "#app/schemas/signal-view.ts";
import { Card } from "../card.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";
import { Timeline } from "../timeline.tsx";

/** What happened with a signal, the last on top. */
export function SignalSteps({ page: { steps, mergedFrom } }: { page: SignalPage }) {
  const { t } = useTranslation("signals");
  const title = useStepTitle();
  return (
    <Card title={t("page.steps")}>
      <Timeline
        items={steps.map((step) => ({
          key: step.id,
          at: step.at,
          title: title(step),
          by: step.person ?? t("step.product"),
          details: isInTitle(step) || step.text === "" ? null : <Prose text={step.text} />,
        }))}
      />
      {mergedFrom.length === 0 ? null : (
        <>
          <h3 className="nl-heading nl-heading--level-4">{t("page.mergedFrom")}</h3>
          <ul>
            {mergedFrom.map(({ id, number, title: words }) => (
              <li key={id}>
                <TextLink to={`/signalen/${id}`}>
                  {number} {words}
                </TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function isInTitle({ kind }: SignalStep): boolean {
  return kind === "assigned" || kind === "merged";
}

function useStepTitle(): (step: SignalStep) => string {
  const { t } = useTranslation("signals");
  return ({ kind, status, text }) => {
    if (kind === "status") return t("step.status", { status: t(`status.${status ?? "new"}`) });
    if (kind === "assigned") {
      if (text === "") return t("step.owner");
      return text === "–" ? t("step.unassigned") : t("step.assigned", { text });
    }
    if (kind === "merged") return t("step.merged", { text });
    return t(`step.${kind}`);
  };
}
