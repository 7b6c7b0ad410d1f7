import { lazy, Suspense, useEffect, useState } from "react";
import type { Figure } from "#app/domain/account-figures.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { lateCode } from "../late-code.ts";
import { hasBars } from "#app/domain/account-chart.ts";
import { useFigureWords } from "./use-figure-words.ts";

const FigureChart = lazy(async () => {
  const { FigureChart: Chart } = await lateCode(() => import("./figure-chart.tsx"));
  return { default: Chart };
});

/** The chart beside a table, once the page is awake: on the server there is the table alone. */
export function LateChart({ figure, title }: { figure: Figure; title?: string }) {
  const { t } = useTranslation("account-figures");
  const words = useFigureWords();
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  if (!isAwake || !hasBars(figure)) return null;
  return (
    <div
      className="mw-chart"
      role="img"
      aria-label={t("chart", { title: title ?? words.title(figure) })}
    >
      <Suspense>
        <FigureChart figure={figure} />
      </Suspense>
    </div>
  );
}
