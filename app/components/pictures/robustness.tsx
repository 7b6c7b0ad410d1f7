import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RobustnessView, RobustOption } from "#app/schemas/robustness-view.ts";
import { Card } from "../card.tsx";
import { Columns, Stack } from "../columns.tsx";
import { DataTable } from "../data-table.tsx";
import { Disclosure } from "../disclosure.tsx";
import { useChangeWords, useWeightChangeWords } from "./use-robustness-words.ts";
import { useHundredth } from "./use-share.ts";
import { numbered, useShareWords, useWeightWords } from "./use-triangle-words.ts";
import { WeightLook } from "./weight-look.tsx";

/** How firm the first place is, in words; then the picture of all weightings and the figures behind it. */
export function Robustness({ view }: { view: RobustnessView }) {
  const { t } = useTranslation("pictures");
  const [only, second] = view.options;
  return (
    <Card title={t("robust.title")}>
      {second ? (
        <Weightings view={view} />
      ) : (
        <>
          <p className="mw-outcome">
            {only
              ? t("robust.one", { option: t("quoted", { title: only.title }) })
              : t("robust.none")}
          </p>
          <Changes view={view} />
        </>
      )}
    </Card>
  );
}

function Weightings({ view }: { view: RobustnessView }) {
  const { t } = useTranslation("pictures");
  const [most, ...others] = useShareWords(view);
  const format = useFormat();
  return (
    <>
      <Columns layout="2">
        <Stack>
          <p className="mw-outcome">{most}</p>
          <WordList words={others} />
          <div className="mw-words">
            <h3 className="nl-heading nl-heading--level-4">{t("robust.weights")}</h3>
            <WordList words={useWeightChangeWords(view)} />
          </div>
          <Changes view={view} />
        </Stack>
        <WeightLook view={view} />
      </Columns>
      <Disclosure summary={t("robust.figures")}>
        {view.draws === null ? null : (
          <p>{t("robust.draws", { count: view.draws, drawn: format.number(view.draws) })}</p>
        )}
        <Figures view={view} />
      </Disclosure>
    </>
  );
}

const fewSteps = 3;

/** What one rating, one person or one question less would change. */
function Changes({ view }: { view: RobustnessView }) {
  const { t } = useTranslation("pictures");
  const { steps, others } = useChangeWords(view);
  const { count } = view.steps;
  return (
    <div className="mw-words">
      <h3 className="nl-heading nl-heading--level-4">{t("robust.changes")}</h3>
      {count > fewSteps ? (
        <Disclosure summary={t("step.many", { count })}>
          <WordList words={steps} />
        </Disclosure>
      ) : null}
      <WordList
        words={[...(count === 0 ? [t("step.none")] : count > fewSteps ? [] : steps), ...others]}
      />
    </div>
  );
}

function WordList({ words }: { words: string[] }) {
  if (words.length === 0) return null;
  return (
    <ul className="utrecht-unordered-list">
      {words.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Figures({ view }: { view: RobustnessView }) {
  const { t, language } = useTranslation("pictures");
  const format = useFormat();
  const hundredth = useHundredth();
  const weightWords = useWeightWords(view);
  return (
    <DataTable
      caption={t("figures.caption")}
      rows={view.options}
      rowKey={({ id }) => id}
      columns={[
        { key: "option", label: t("figures.option"), rowHeader: true, cell: numbered },
        ...view.perspectives.map(({ key, name }, place) => ({
          key,
          label: textIn(name, language),
          numeric: true,
          cell: ({ scores }: RobustOption) => format.decimal(scores[place] ?? 0),
        })),
        ...view.options.map((_, place) => ({
          key: `rank ${place}`,
          label: t("figures.rank", { rank: place + 1 }),
          numeric: true,
          cell: ({ ranks }: RobustOption) => hundredth(ranks[place] ?? 0),
        })),
        {
          key: "centre",
          label: t("figures.centre"),
          cell: ({ centre }) => (centre ? weightWords(centre) : t("figures.never")),
        },
      ]}
    />
  );
}
