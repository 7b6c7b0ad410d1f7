import { useEffect, useRef, useState } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { sumOfWeights } from "#app/schemas/question-set-fields.ts";

type WeightSumProps = {
  /** Path of the rows that have the weights. */
  list: string;
  rows: { weight: string }[];
};

/** What the weights add up to: as the page was made, and with JavaScript as they are typed. */
export function WeightSum({ list, rows }: WeightSumProps) {
  const { t } = useTranslation("question-sets");
  const format = useFormat();
  const line = useRef<HTMLParagraphElement>(null);
  const [typed, setTyped] = useState(() => rows.map(({ weight }) => weight));
  useEffect(() => {
    const form = line.current?.closest("form");
    const isWeight = new RegExp(`^${list.replaceAll(".", "\\.")}\\.\\d+\\.weight$`);
    function count() {
      const inputs = [...(form?.querySelectorAll("input") ?? [])];
      setTyped(inputs.filter(({ name }) => isWeight.test(name)).map(({ value }) => value));
    }
    form?.addEventListener("input", count);
    return () => form?.removeEventListener("input", count);
  }, [list]);
  const sum = sumOfWeights(typed);
  const isRight = sum !== null && Math.abs(sum - 100) <= 0.1;
  return (
    <p className={isRight ? "mw-soft" : "mw-weight-sum--wrong"} ref={line}>
      {sum === null ? t("editor.sumUnknown") : null}
      {sum !== null && isRight ? t("editor.sumRight") : null}
      {sum !== null && !isRight ? t("editor.sumWrong", { sum: format.number(sum) }) : null}
    </p>
  );
}

/** A typed percentage with at most two decimals; as it was typed when it is no number. */
export function useWeightText(): (typed: string) => string {
  const format = useFormat();
  return (typed) => {
    const weight = sumOfWeights([typed]);
    return weight === null ? typed : format.number(weight);
  };
}
