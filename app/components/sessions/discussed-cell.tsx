import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DiscussionView, Who } from "#app/schemas/weighing-view.ts";
import { StatusBadge } from "../status-badge.tsx";
import { RatingDots } from "./rating-dots.tsx";
import { useWho } from "./use-who.ts";

/** What a cell is about: the question, the option and the perspective it is seen from. */
export function CellHeading({ cell, level }: { cell: DiscussionView; level: 3 | 4 }) {
  const { t, language } = useTranslation("results");
  const Heading = `h${level}` as const;
  return (
    <>
      <Heading className="nl-heading nl-heading--level-4">
        {cell.criterion}: {textIn(cell.question, language)}
      </Heading>
      <p>
        {t("discussion.place", {
          option: cell.optionTitle,
          perspective: textIn(cell.perspective, language),
        })}
      </p>
    </>
  );
}

/** How far apart people are: in a word, as dots, and the median; for a gate what came out. */
export function CellFigures({ cell }: { cell: DiscussionView }) {
  const { t } = useTranslation("results");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const { kind, word, values, median, outcome } = cell;
  if (kind === "gate") {
    return outcome ? (
      <p>{t("discussion.gate", { outcome: terms(`gateOutcome.${outcome}`) })}</p>
    ) : null;
  }
  return (
    <p className="mw-figures">
      {word ? <StatusBadge kind="disagreement" status={word} /> : null}
      <RatingDots values={values} median={median} />
      {median === null ? null : (
        <span>{t("tables.median", { median: format.decimal(median) })}</span>
      )}
    </p>
  );
}

type Given = { who: Who; words: string; order: number };

/** Who gave what and why, the lowest first. */
export function GivenValues({ cell }: { cell: DiscussionView }) {
  const { t } = useTranslation("results");
  const { t: terms } = useTranslation();
  const who = useWho();
  const given: Given[] =
    cell.kind === "gate"
      ? cell.answers.map(({ who: person, answer }) => ({
          ...{ who: person, words: terms(`gateAnswer.${answer}`) },
          order: ["no", "unsure", "yes"].indexOf(answer),
        }))
      : cell.values.map(({ who: person, value }) => ({
          ...{ who: person, words: value === null ? t("scores.none") : String(value) },
          order: value ?? 6,
        }));
  return (
    <ul className="mw-plain-list">
      {given
        .sort((a, b) => a.order - b.order)
        .map(({ who: person, words }, place) => {
          const reason = cell.reasons.find((own) => own.who.seat === person.seat);
          return (
            <li key={place}>
              <strong>
                {who(person)}: {words}
              </strong>
              <span className="mw-prose"> {reason?.text ?? t("discussion.noReason")}</span>
            </li>
          );
        })}
    </ul>
  );
}
