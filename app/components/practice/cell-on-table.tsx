import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DiscussionView } from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { RatingDots } from "../sessions/rating-dots.tsx";
import { useWho } from "../sessions/use-who.ts";
import { StatusBadge } from "../status-badge.tsx";

/** The cell people talk about: who gave what and why, the lowest first. */
export function CellOnTable({ cell }: { cell: DiscussionView }) {
  const { t, language } = useTranslation("practice");
  const { question, optionTitle, perspective, word, values, median, reasons } = cell;
  const who = useWho();
  const given = [...values].sort((a, b) => (a.value ?? 6) - (b.value ?? 6));
  return (
    <Card title={t("discuss.table")} tone="accent">
      <h3 className="nl-heading nl-heading--level-4">{textIn(question, language)}</h3>
      <p>
        {t("discuss.place", { option: optionTitle, perspective: textIn(perspective, language) })}
      </p>
      <p className="mw-figures">
        {word ? <StatusBadge kind="disagreement" status={word} /> : null}
        <RatingDots values={values} median={median} />
      </p>
      <ul className="mw-practice-ends">
        {given.map(({ who: person, value }) => {
          const reason = reasons.find((own) => own.who.seat === person.seat);
          return (
            <li key={person.seat} className={`mw-practice-end mw-practice-end--${endOf(value)}`}>
              <p>
                <strong>
                  {who(person)}: {value ?? t("discuss.noJudgement")}
                </strong>{" "}
                <span className="mw-soft">{t(`discuss.${endOf(value)}`)}</span>
              </p>
              <p className="mw-prose">{reason?.text ?? t("discuss.noReason")}</p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function endOf(value: number | null): "low" | "middle" | "high" {
  if (value === null || value === 3) return "middle";
  return value < 3 ? "low" : "high";
}
