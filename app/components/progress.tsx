import { useId } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";

type ProgressProps = {
  label: string;
  done: number;
  total: number;
  /** Other words than "3 van 7". */
  words?: string;
};

/** How far something is, in words and as a bar. */
export function Progress({ label, done, total, words }: ProgressProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="mw-progress">
      <div className="mw-progress__words">
        <span id={id}>{label}</span>
        <span>{words ?? t("progress", { done, total })}</span>
      </div>
      <progress className="mw-progress__bar" aria-labelledby={id} max={total || 1} value={done} />
    </div>
  );
}
