import type { ItemPhase } from "#app/domain/session.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Stepper } from "../stepper.tsx";

type Step = "prepare" | "score" | "reveal" | "discuss" | "second" | "decide";
type Place = { phase: ItemPhase; round: number };

/** The way one case goes through a session, and where it is now. */
export function ItemPhases({ phase, round }: Place) {
  const { t } = useTranslation("sessions");
  const steps = stepsOf({ phase, round });
  const place = steps.indexOf(stepAt({ phase, round }));
  return (
    <Stepper
      label={t("item.phases")}
      steps={steps.map((step, index) => ({
        key: step,
        label: t(step === "second" && round === 1 ? "step.secondIfNeeded" : `step.${step}`),
        state: index < place ? "done" : index === place ? "current" : "todo",
      }))}
    />
  );
}

/** A second round is there when it is needed: without one it is not said to be done. */
function stepsOf({ phase, round }: Place): Step[] {
  const skipped = phase === "concluded" && round === 1;
  return skipped
    ? ["prepare", "score", "reveal", "discuss", "decide"]
    : ["prepare", "score", "reveal", "discuss", "second", "decide"];
}

function stepAt({ phase, round }: Place): Step {
  if (phase === "prepare") return "prepare";
  if (phase === "scoring") return round === 1 ? "score" : "second";
  if (phase === "revealed") return round === 1 ? "discuss" : "decide";
  return "decide";
}
