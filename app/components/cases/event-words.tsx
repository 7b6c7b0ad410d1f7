import { isReading } from "#app/domain/reading.ts";
import type { LogItem } from "#app/schemas/case-list-view.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type Words = (key: string, options?: Record<string, unknown>) => string;

/** What happened, in words; a kind without words of its own is shown as it is. */
export function useEventWords(): (item: Pick<LogItem, "kind" | "details">) => string {
  const { t } = useTranslation(["audit", "terms"]);
  const words = t as unknown as Words;
  return ({ kind, details }) => {
    const title = words(`event.${kind}`, { defaultValue: words("other", { kind }) });
    if (kind === "case.step_saved") {
      const step = words(`terms:caseStep.${String(details.step)}`);
      return `${title}: ${words("detail.step", { value: step })}`;
    }
    if (kind === "case.status_changed") {
      const from = words(`terms:caseStatus.${String(details.from)}`);
      const to = words(`terms:caseStatus.${String(details.to)}`);
      return `${title}: ${words("detail.status", { from, to })}`;
    }
    if (isReading(kind)) return `${title}: ${words(`detail.page.${String(details.page)}`)}`;
    const treatment = treatmentOf(kind, details);
    if (treatment) return `${title}: ${words(`detail.treatment.${treatment}`)}`;
    return title;
  };
}

/** How a decision answered a warning of unequal treatment, and what that ended. */
function treatmentOf(kind: string, details: LogItem["details"]): string | null {
  if (kind === "precedent.ended") return details.reason === "line_change" ? "ended" : null;
  const answers: unknown[] = ["reason", "line_change", "unanswered"];
  const answer = kind === "decision.taken" ? details.equalTreatment : null;
  return answers.includes(answer) ? String(answer) : null;
}

/** Who did it: the name with the roles, the roles alone, or the system. */
export function useActorWords(): (item: Pick<LogItem, "person" | "roles">) => string {
  const { t } = useTranslation(["audit", "terms"]);
  const words = t as unknown as Words;
  return ({ person, roles }) => {
    const held = roles.map((role) => words(`terms:role.${role}`)).join(", ");
    if (person === null) return held === "" ? words("system") : held;
    return held === "" ? person : words("as", { name: person, roles: held.toLowerCase() });
  };
}
