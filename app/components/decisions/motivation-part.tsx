import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import { Card } from "../card.tsx";
import { Prose } from "../prose.tsx";

/** Why, from every perspective. */
export function MotivationPart({ page: { perspectives } }: { page: DecisionPage }) {
  const { t, language } = useTranslation("decisions");
  return (
    <Card title={t("page.motivation")}>
      {perspectives.map(({ key, name, text }) => (
        <section key={key}>
          <h3 className="nl-heading nl-heading--level-4">{textIn(name, language)}</h3>
          <Prose text={text} />
        </section>
      ))}
    </Card>
  );
}
