import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { weightMethods, type WeightMethod } from "#app/domain/weights.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { WeightsOrigin } from "#app/schemas/weighing-view.ts";
import { shareText } from "#app/schemas/weights.ts";
import { HiddenField, RadioGroup, SelectField, TextField } from "../form/index.ts";
import { WeightsPreview } from "./weights-preview.tsx";

export type Weighted = {
  key: string;
  name: LocalText;
  weight: number;
  passMark: number;
  /** The weight in the question set, where that can be chosen. */
  ofSet?: number;
};

const parts = ["weight", "points", "rank", "passMark"] as const;

/** Weights and what they came from as people type them, in the language of the page. */
export function useWeightValues(perspectives: Weighted[], weighed: WeightsOrigin | null) {
  const { language } = useTranslation();
  const mark = language === "nl" ? "," : ".";
  const method = weighed?.method ?? "typed";
  const isOffered = method !== "question_set" || hasSetWeights(perspectives);
  const answerOf = (own: WeightMethod, key: string) =>
    method === own ? String(weighed?.answers?.[key] ?? "").replace(".", mark) : "";
  return {
    method: isOffered ? method : "typed",
    perspectives: perspectives.map(({ key, weight, passMark }) => ({
      weight: shareText(weight, mark),
      points: answerOf("swing", key),
      rank: answerOf("ranking", key),
      passMark: String(passMark).replace(".", mark),
    })),
  };
}

/** The words of the fields for the summary of mistakes, each with its perspective. */
export function useWeightLabels(perspectives: Weighted[]): Record<string, string> {
  const { t, language } = useTranslation("sessions");
  const labels = perspectives.flatMap(({ name }, place) =>
    parts.map((part) => [
      `perspectives.${place}.${part}`,
      `${t(`weights.${part}`)}: ${textIn(name, language)}`,
    ]),
  );
  return Object.fromEntries(labels) as Record<string, string>;
}

/** How the weights come about, and what each perspective gets; shown are the fields of one method. */
export function WeightFields({ perspectives }: { perspectives: Weighted[] }) {
  const { t, language } = useTranslation("sessions");
  const methods = weightMethods.filter(
    (method) => method !== "question_set" || hasSetWeights(perspectives),
  );
  return (
    <div className="mw-weigh">
      {perspectives.map(({ key }, place) => (
        <HiddenField key={key} name={`perspectives.${place}.key`} value={key} />
      ))}
      <RadioGroup
        name="method"
        label={t("weights.method")}
        options={methods.map((value) => ({
          value,
          label: t(`weights.methods.${value}`),
          description: t(`weights.methodHint.${value}`),
        }))}
      />
      <Answers method="typed" perspectives={perspectives} part="weight" />
      <Answers method="swing" perspectives={perspectives} part="points" />
      <Answers method="ranking" perspectives={perspectives} part="rank" />
      <WeightsPreview perspectives={perspectives} />
      <fieldset className="mw-weigh__group">
        <legend className="mw-field__label">{t("weights.passMark")}</legend>
        <p className="mw-soft">{t("weights.passMarkHint")}</p>
        <div className="mw-weights">
          {perspectives.map(({ key, name }, place) => (
            <TextField
              key={key}
              name={`perspectives.${place}.passMark`}
              label={textIn(name, language)}
              width="short"
              inputMode="decimal"
              autoComplete="off"
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

type AnswersProps = {
  method: "typed" | "swing" | "ranking";
  part: "weight" | "points" | "rank";
  perspectives: Weighted[];
};

function Answers({ method, part, perspectives }: AnswersProps) {
  const { t, language } = useTranslation("sessions");
  const places = perspectives.map((_, place) => String(place + 1));
  return (
    <fieldset className={`mw-weigh__group mw-weigh__group--${method}`}>
      <legend className="mw-field__label">{t(`weights.${part}`)}</legend>
      <p className="mw-soft">{t(`weights.${part}Hint`)}</p>
      <div className="mw-weights">
        {perspectives.map(({ key, name }, place) => {
          const field = { name: `perspectives.${place}.${part}`, label: textIn(name, language) };
          return part === "rank" ? (
            <SelectField
              key={key}
              {...field}
              width="medium"
              options={places.map((value) => ({ value, label: value }))}
            />
          ) : (
            <TextField
              key={key}
              {...field}
              width="short"
              inputMode={part === "points" ? "decimal" : undefined}
              autoComplete="off"
            />
          );
        })}
      </div>
    </fieldset>
  );
}

function hasSetWeights(perspectives: Weighted[]): boolean {
  return perspectives.every(({ ofSet }) => ofSet !== undefined);
}
