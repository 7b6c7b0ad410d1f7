import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type {
  OptionOutcome,
  WeighedPerspectiveView,
  WeighingView,
  Who,
} from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { Disclosure } from "../disclosure.tsx";
import { useChoiceText } from "./use-choice-text.ts";
import { useWho } from "./use-who.ts";

/** Every score as it was given, per option and perspective: what the weighing was computed from. */
export function PersonTables({ view }: { view: WeighingView }) {
  const { t, language } = useTranslation("results");
  return (
    <Card title={t("scores.title")}>
      <p>{t("scores.text")}</p>
      {view.options.map((option) => (
        <Disclosure key={option.id} summary={`${option.position}. ${option.title}`}>
          {view.perspectives.map((perspective) => (
            <div key={perspective.key}>
              <h3 className="nl-heading nl-heading--level-4">
                {textIn(perspective.name, language)}
              </h3>
              <ScoreTable option={option} perspective={perspective} />
            </div>
          ))}
        </Disclosure>
      ))}
    </Card>
  );
}

type ScoreTableProps = { option: OptionOutcome; perspective: WeighedPerspectiveView };
type Row = { key: string; question: string; weight: number | null; given: Record<number, string> };

function ScoreTable({ option, perspective }: ScoreTableProps) {
  const { t, language } = useTranslation("results");
  const format = useFormat();
  const who = useWho();
  const rows = useRows(option, perspective);
  return (
    <DataTable
      caption={t("scores.caption", {
        option: option.title,
        perspective: textIn(perspective.name, language),
      })}
      hideCaption
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "question",
          label: t("tables.question"),
          rowHeader: true,
          cell: ({ key, question }) => `${key}: ${question}`,
        },
        {
          key: "weight",
          label: t("scores.weight"),
          numeric: true,
          cell: ({ weight }) => (weight === null ? t("scores.gate") : format.percent(weight)),
        },
        ...perspective.assessors.map((person) => ({
          key: String(person.seat),
          label: who(person),
          cell: ({ given }: Row) => given[person.seat] ?? t("scores.nothing"),
        })),
      ]}
    />
  );
}

function useRows(option: OptionOutcome, perspective: WeighedPerspectiveView): Row[] {
  const { t, language } = useTranslation("results");
  const choiceText = useChoiceText();
  const outcome = option.perspectives.find(({ key }) => key === perspective.key);
  const gates = perspective.gates.map(({ key, question }) => ({
    key,
    question: textIn(question, language),
    weight: null,
    given: bySeat(outcome?.gates.find((gate) => gate.key === key)?.answers ?? [], ({ answer }) =>
      choiceText(answer),
    ),
  }));
  const criteria = perspective.criteria.map(({ key, question, weight }) => ({
    key,
    question: textIn(question, language),
    weight,
    given: bySeat(
      outcome?.criteria.find((criterion) => criterion.key === key)?.values ?? [],
      ({ value }) => (value === null ? t("scores.none") : String(value)),
    ),
  }));
  return [...gates, ...criteria];
}

function bySeat<Given extends { who: Who }>(
  given: Given[],
  words: (given: Given) => string,
): Record<number, string> {
  return Object.fromEntries(given.map((one) => [one.who.seat, words(one)]));
}
