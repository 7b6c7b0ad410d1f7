import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Comparison, FactWord } from "#app/schemas/comparing.ts";

/** What a comparison comes to, in words. */
export function useComparisonWords() {
  const { t, language } = useTranslation("comparing");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const shipped = terms as (key: string) => string;
  const level = (number: number) => shipped(`level.${number}`).toLowerCase();
  const labelsOf = (facts: readonly FactWord[]) =>
    facts.map(({ label }) => textIn(label, language));
  return {
    level,
    verdict({ verdict, differenceCount }: Comparison): string {
      const differences = t("differences", { count: differenceCount });
      return t(`verdictLine.${verdict}`, { differences });
    },
    /** What it commits to in this scope, or why it does not. */
    binding({ precedent, binds, direction }: Comparison, scope: string | null): string {
      const { organisation, counts, status } = precedent;
      if (organisation !== null) return t("binds.elsewhere", { organisation });
      if (precedent.scope !== scope) return t("binds.otherScope");
      if (!counts) {
        return t("binds.ended", { status: shipped(`precedentStatus.${status}`).toLowerCase() });
      }
      const would = direction === "atLeast" ? "wouldAtLeast" : "wouldAtMost";
      return t(`binds.${binds ?? would}`, { level: level(precedent.level) });
    },
    facts: (facts: readonly FactWord[]) => format.list(labelsOf(facts)),
    /** The first few; how many more there are follows. */
    fewFacts(facts: readonly FactWord[], most: number): string {
      const labels = labelsOf(facts);
      if (labels.length <= most) return format.list(labels);
      const count = labels.length - most;
      return t("list.more", { facts: labels.slice(0, most).join(", "), count });
    },
  };
}
