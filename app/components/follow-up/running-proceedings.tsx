import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { OpenProceeding } from "#app/schemas/proceeding-view.ts";
import { useDaysLeft } from "./days-left.ts";

/** What runs against a decision and how long it may still take, in words. */
export function RunningProceedings({ proceedings }: { proceedings: readonly OpenProceeding[] }) {
  const { t } = useTranslation("aftercare");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const left = useDaysLeft();
  return (
    <ul>
      {proceedings.map(({ id, kind, step, dueDate, daysLeft }) => {
        const words = terms(`remedyKind.${kind}`);
        const date = format.date(dueDate);
        return (
          <li key={id}>
            {step === "outcome"
              ? t("proceedings.oneRunning", { kind: words, date, left: left(daysLeft) })
              : t("proceedings.oneDeciding", { kind: words })}
          </li>
        );
      })}
    </ul>
  );
}
