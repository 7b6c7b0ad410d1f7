import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CellPicture, CellShift, PersonShift, Shifts } from "#app/schemas/rounds-view.ts";
import type { GivenValue, WeighingView } from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { RatingDots } from "./rating-dots.tsx";
import { useChoiceText } from "./use-choice-text.ts";
import { useWho } from "./use-who.ts";

/** What moved between the two rounds: first what it did to the outcome, then cell by cell. */
export function ResultsShifts({ shifts, view }: { shifts: Shifts; view: WeighingView }) {
  const { t } = useTranslation("results");
  return (
    <div id="verschoven">
      <Card title={t("shifts.title")}>
        <p>
          <OutcomeShift shifts={shifts} view={view} />
        </p>
        <p>{t("shifts.changed", { moved: shifts.moved, count: shifts.compared })}</p>
        <ol className="mw-discussion">
          {shifts.cells.map((cell) => (
            <li key={`${cell.key} ${cell.optionId}`}>
              <ShiftedCell cell={cell} />
            </li>
          ))}
        </ol>
      </Card>
    </div>
  );
}

function OutcomeShift({ shifts, view }: { shifts: Shifts; view: WeighingView }) {
  const { t } = useTranslation("results");
  const format = useFormat();
  const { proposedBefore, proposedAfter } = shifts;
  const titles = (ids: string[]) =>
    ids.length === 0
      ? t("shifts.nothing")
      : format.list(
          view.options.flatMap(({ id, title }) => (ids.includes(id) ? [`“${title}”`] : [])),
        );
  const same = [...proposedBefore].sort().join() === [...proposedAfter].sort().join();
  return same
    ? t("shifts.sameOutcome", { now: titles(proposedAfter) })
    : t("shifts.otherOutcome", { before: titles(proposedBefore), now: titles(proposedAfter) });
}

function ShiftedCell({ cell }: { cell: CellShift }) {
  const { t, language } = useTranslation("results");
  const { key, question, perspective, optionTitle, people, after } = cell;
  return (
    <section className="mw-discussion__cell">
      <h3 className="nl-heading nl-heading--level-4">
        {key}: {textIn(question, language)}
      </h3>
      <p>
        {t("discussion.place", { option: optionTitle, perspective: textIn(perspective, language) })}
      </p>
      <p>
        <PictureShift cell={cell} />
      </p>
      {cell.kind === "criterion" ? (
        <p className="mw-figures">
          <RatingDots
            values={valuesOf(people, "after")}
            before={valuesOf(people, "before")}
            median={after.median}
          />
        </p>
      ) : null}
      <ul className="mw-plain-list">
        {people.map((person, place) => (
          <PersonLine key={place} person={person} />
        ))}
      </ul>
    </section>
  );
}

/** What counts for each: who said nothing more keeps what was said before. */
function valuesOf(people: PersonShift[], when: "before" | "after"): GivenValue[] {
  return people.flatMap(({ who, before, after }) => {
    const choice = when === "before" ? before : (after ?? before);
    const value = Number(choice);
    return choice === null ? [] : [{ who, value: Number.isNaN(value) ? null : value }];
  });
}

function PictureShift({ cell }: { cell: CellShift }) {
  const { t } = useTranslation("results");
  const words = usePictureWords();
  const [before, after] = [words(cell.before), words(cell.after)];
  return before === after
    ? t("shifts.samePicture", { now: after })
    : t("shifts.otherPicture", { before, now: after });
}

function usePictureWords(): (picture: CellPicture) => string {
  const { t } = useTranslation("results");
  const { t: terms } = useTranslation();
  const format = useFormat();
  return ({ median, word, outcome }) => {
    if (outcome) return terms(`gateOutcome.${outcome}`);
    const middle = median === null ? t("undefined") : format.decimal(median);
    const shown = t("tables.median", { median: middle });
    return word ? `${shown} (${terms(`disagreement.${word}`).toLowerCase()})` : shown;
  };
}

function PersonLine({ person }: { person: PersonShift }) {
  const { t } = useTranslation("results");
  const who = useWho();
  const choiceText = useChoiceText();
  const { move, before, after, reason } = person;
  const from = before === null ? "" : choiceText(before);
  const now = after === null ? from : choiceText(after);
  const told = reason === "" ? person.beforeReason : reason;
  return (
    <li>
      <strong>
        {who(person.who)}: {t(`shifts.${move}`, { from, now })}
      </strong>
      {told === "" ? null : <span className="mw-prose"> {told}</span>}
      {move === "moved" && person.beforeReason !== "" ? (
        <p className="mw-soft">{t("shifts.earlier", { reason: person.beforeReason })}</p>
      ) : null}
    </li>
  );
}
