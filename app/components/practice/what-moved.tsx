import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PracticeMove, PracticeWeighing } from "#app/schemas/practice-view.ts";
import { Card } from "../card.tsx";
import { useChoiceText } from "../sessions/use-choice-text.ts";
import { useWho } from "../sessions/use-who.ts";

/** What everyone on the own panel said in round 2, and why. */
export function WhatMoved({ page }: { page: PracticeWeighing }) {
  const { t, language } = useTranslation("practice");
  const { moves, table } = page;
  return (
    <Card title={t("weigh.movesTitle")}>
      <p>
        {t("weigh.movesText", {
          question: textIn(table.question, language),
          option: table.optionTitle,
        })}
      </p>
      <ul className="mw-plain-list">
        {moves.map((move) => (
          <li key={move.who.seat}>
            <Move move={move} />
          </li>
        ))}
      </ul>
      <p className="mw-soft">{t("weigh.others")}</p>
    </Card>
  );
}

function Move({ move }: { move: PracticeMove }) {
  const { t } = useTranslation("practice");
  const who = useWho();
  const choiceText = useChoiceText();
  const { before, after, why } = move;
  const values = { name: who(move.who), before: choiceText(before), after: choiceText(after) };
  return (
    <>
      <strong>{t(before === after ? "weigh.stayed" : "weigh.moved", values)}</strong>
      {why === "" ? null : <span className="mw-prose"> {why}</span>}
    </>
  );
}
