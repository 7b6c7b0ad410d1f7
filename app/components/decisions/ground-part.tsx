import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionFactWords, DecisionPage } from "#app/schemas/decision-view.ts";
import { FactAmount } from "../cases/fact-amount.tsx";
import { Card } from "../card.tsx";
import { Columns } from "../columns.tsx";
import { DataList } from "../data-list.tsx";
import { LawLink } from "../law-link.tsx";
import { Prose } from "../prose.tsx";

type Part = { page: DecisionPage };

/** On which ground, with the references where they can be read. */
export function GroundPart({ page: { decision, lawReferences } }: Part) {
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  if (decision.kind === "withdrawal") return null;
  return (
    <Card title={t("page.ground")}>
      <p>{decision.ground ? terms(`ground.${decision.ground}`) : t("page.groundNone")}</p>
      <Prose text={decision.groundReference} />
      <DataList
        items={[
          {
            key: "advice",
            label: t("page.legalAdvice"),
            value: decision.legalAdvice ? <Prose text={decision.legalAdvice} /> : null,
          },
          { key: "owner", label: t("page.policyOwner"), value: decision.policyOwner },
        ]}
      />
      {lawReferences.length > 0 ? (
        <>
          <h3 className="nl-heading nl-heading--level-4">{t("page.references")}</h3>
          <ul>
            {lawReferences.map((reference) => (
              <li key={reference.value}>
                <LawLink reference={reference} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  );
}

/** The circumstances it rests on, and those that held it back. */
export function FactsPart({ page: { decision, factsFor, factsAgainst } }: Part) {
  const { t } = useTranslation("decisions");
  if (decision.kind === "withdrawal") return null;
  return (
    <Card title={t("page.facts")}>
      <Columns layout="2">
        <Facts title={t("page.factsFor")} facts={factsFor} />
        <Facts title={t("page.factsAgainst")} facts={factsAgainst} />
      </Columns>
    </Card>
  );
}

function Facts({ title, facts }: { title: string; facts: DecisionFactWords[] }) {
  const { t, language } = useTranslation("decisions");
  return (
    <section>
      <h3 className="nl-heading nl-heading--level-4">{title}</h3>
      {facts.length === 0 ? (
        <p>{t("page.noFacts")}</p>
      ) : (
        <ul>
          {facts.map(({ id, label, measure, amount, note }) => (
            <li key={id}>
              {textIn(label, language)}
              {measure && amount !== null ? <FactAmount {...{ amount, measure }} /> : null}
              {note ? <Prose text={note} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
