/** A draft in words, field by field, to lay two of them beside each other when both were changed. */
import "#app/i18n/all-languages.ts";
import { textIn, type Language } from "#app/domain/local-text.ts";
import type { RuleConditions } from "#app/domain/policy-rule.ts";
import { isoDay } from "#app/i18n/format.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { typedAmount } from "#app/schemas/fact-amount.ts";
import { ruleInWords } from "./rule-facts.server.ts";

type Draft = RuleConditions & {
  title: string;
  text: string;
  explanation: string;
  scopeId: string;
  lawReferences: string[];
  validFrom: number | null;
  validUntil: number | null;
};

export async function draftTexts(
  draft: Draft,
  language: Language,
): Promise<Record<string, string>> {
  const { title, text, explanation, lawReferences, validFrom, validUntil } = draft;
  const t = getTexts(language, "rules");
  const levelOf = getTexts(language, "terms") as (key: string) => string;
  const { scope, mustHold, mustNotHold, bounds, level } = await ruleInWords(draft);
  const labels = (facts: typeof mustHold) => facts.map(({ label }) => textIn(label, language));
  const bounded = bounds.map(({ fact: { label, measure }, least, most }) => {
    const typed = (amount: number | null) => (measure ? typedAmount(amount, measure) : "");
    return `${textIn(label, language)}: ${typed(least) || "…"} – ${typed(most) || "…"}`;
  });
  const day = (moment: number | null) => (moment === null ? "" : isoDay(moment));
  return {
    ...{ title, text, explanation, scopeId: scope },
    lawReferences: lawReferences.join("\n"),
    facts: [
      ...labels(mustHold).map((label) => `${t("choice.must")}: ${label}`),
      ...labels(mustNotHold).map((label) => `${t("choice.must_not")}: ${label}`),
    ].join("\n"),
    bounds: bounded.join("\n"),
    level: levelOf(`level.${level}`),
    validFrom: day(validFrom),
    validUntil: day(validUntil),
  };
}
