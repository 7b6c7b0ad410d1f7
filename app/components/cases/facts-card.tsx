import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CasePage } from "#app/schemas/case-view.ts";
import { Card } from "../card.tsx";
import { FactAmount } from "./fact-amount.tsx";
import { usePerspectiveName } from "./perspective-name.ts";

type Fact = CasePage["facts"][number];

/** The circumstances: what pleads for relief, what for the rule, and what is not known yet. */
export function FactsCard({ facts, action }: { facts: readonly Fact[]; action?: ReactNode }) {
  const { t } = useTranslation("cases");
  const established = facts.filter(({ answer }) => answer === "yes");
  const groups = [
    { key: "factsPro", facts: established.filter(({ direction }) => direction === "pro") },
    { key: "factsCon", facts: established.filter(({ direction }) => direction === "con") },
    { key: "factsUnknown", facts: facts.filter(({ answer }) => answer === "unknown") },
    { key: "factsNo", facts: facts.filter(({ answer }) => answer === "no") },
  ] as const;
  return (
    <Card title={t("page.facts")} aside={action}>
      {facts.length === 0 ? <p className="mw-soft">{t("page.factsNone")}</p> : null}
      <div className="mw-fact-columns">
        {groups.map(({ key, facts: group }) =>
          group.length === 0 ? null : (
            <div key={key}>
              <h3 className="nl-heading nl-heading--level-4">{t(`page.${key}`)}</h3>
              <ul>
                {group.map((fact) => (
                  <FactItem key={fact.id} fact={fact} />
                ))}
              </ul>
            </div>
          ),
        )}
      </div>
    </Card>
  );
}

function FactItem({ fact }: { fact: Fact }) {
  const { t } = useTranslation("cases");
  const perspectiveName = usePerspectiveName();
  const { label, perspective, measure, amount, note, source, mergedFrom } = fact;
  return (
    <li>
      {label}
      {measure && amount !== null ? <FactAmount {...{ amount, measure }} /> : null}{" "}
      <span className="mw-small">({perspectiveName(perspective).toLowerCase()})</span>
      {note === "" ? null : <div className="mw-prose">{note}</div>}
      {source === "" ? null : <div className="mw-small">{t("page.source", { source })}</div>}
      {mergedFrom.length === 0 ? null : (
        <div className="mw-small">{t("facts.mergedFrom", { facts: mergedFrom.join(", ") })}</div>
      )}
    </li>
  );
}
