import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentFact } from "#app/schemas/precedent-view.ts";
import type { PrecedentPage } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { FactAmount } from "../cases/fact-amount.tsx";
import { Columns, Stack } from "../columns.tsx";
import { Prose } from "../prose.tsx";

/** The edited story, and the reasons from every perspective. */
export function PrecedentStory({ page }: { page: PrecedentPage }) {
  const { t, language } = useTranslation("precedents");
  return (
    <>
      <Card title={t("page.story")}>
        <Prose text={page.precedent.summary} />
      </Card>
      {page.perspectives.length > 0 ? (
        <Card title={t("page.motivation")}>
          {page.perspectives.map(({ key, name, text }) => (
            <section key={key}>
              <h3 className="nl-heading nl-heading--level-4">{textIn(name, language)}</h3>
              <Prose text={text} />
            </section>
          ))}
        </Card>
      ) : null}
    </>
  );
}

type PrecedentFactsProps = {
  facts: readonly PrecedentFact[];
  /** In a narrow column: under each other. */
  narrow?: boolean;
};

/** The circumstances for and against; those in the reason say so. */
export function PrecedentFacts({ facts, narrow }: PrecedentFactsProps) {
  const { t } = useTranslation("precedents");
  const sides = (
    <>
      <Side title={t("page.factsFor")} facts={facts.filter(({ side }) => side === "pro")} />
      <Side title={t("page.factsAgainst")} facts={facts.filter(({ side }) => side === "con")} />
    </>
  );
  return (
    <Card title={t("page.facts")}>
      {narrow ? <Stack>{sides}</Stack> : <Columns layout="2">{sides}</Columns>}
    </Card>
  );
}

function Side({ title, facts }: { title: string; facts: readonly PrecedentFact[] }) {
  const { t, language } = useTranslation("precedents");
  return (
    <section>
      <h3 className="nl-heading nl-heading--level-4">{title}</h3>
      {facts.length === 0 ? (
        <p>{t("page.noFacts")}</p>
      ) : (
        <ul>
          {facts.map(({ id, label, measure, amount, inReason }) => (
            <li key={id}>
              {textIn(label, language)}
              {measure && amount !== null ? <FactAmount {...{ amount, measure }} /> : null}
              {inReason ? ` (${t("page.inReason")})` : ""}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
