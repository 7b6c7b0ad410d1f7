import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CatalogueFact, SuggestedFact } from "#app/schemas/case-step-view.ts";
import { Card } from "../../card.tsx";
import { useFieldName } from "../field-name.ts";

/** The place of a fact in the form, to link to. */
export function placeOf({ id }: { id: string }): string {
  return `omstandigheid-${id}`;
}

/** The facts that the text may hold, with links to their place in the form. */
export function SuggestedList({ facts }: { facts: readonly CatalogueFact[] }) {
  const { t } = useTranslation("cases");
  const suggested = facts.filter((fact) => fact.suggested !== null);
  if (suggested.length === 0) return null;
  return (
    <Card title={t("facts.suggestedTitle", { count: suggested.length })} tone="quiet">
      <p className="nl-paragraph">{t("facts.suggestedText")}</p>
      <ul className="utrecht-unordered-list">
        {suggested.map((fact) => (
          <li key={fact.id}>
            <a className="nl-link" href={`#${placeOf(fact)}`}>
              {fact.label}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** At a fact: the words in the text that may say so, as a question. */
export function FactSuggestion({ suggested }: { suggested: SuggestedFact }) {
  const { t } = useTranslation("cases");
  const fieldName = useFieldName();
  const { field, evidence } = suggested;
  return (
    <span className="mw-fact-suggestion">
      <strong>{t("facts.suggestedFrom", { field: fieldName(field) })}</strong>{" "}
      <q>
        {evidence.map(({ text, hit }, index) =>
          hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </q>{" "}
      {t("facts.suggestedAsk")}
    </span>
  );
}
