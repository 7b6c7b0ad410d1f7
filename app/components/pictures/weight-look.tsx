import { useLocation } from "@remix-run/react";
import { useEffect, useState, type ComponentType } from "react";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RobustnessView } from "#app/schemas/robustness-view.ts";
import { lateCode } from "../late-code.ts";
import { hundredths, weightsIn } from "./looked-at.ts";
import { ShareBars } from "./share-bars.tsx";
import { useLookedWords } from "./use-triangle-words.ts";
import { WeightTriangle } from "./weight-triangle.tsx";

export type WeightLookProps = { view: RobustnessView; looked: number[] | null };

/**
 * The picture of all weightings, and other weights to look at: in the address without JavaScript, by hand with it.
 * Nothing of it is kept.
 */
export function WeightLook({ view }: { view: RobustnessView }) {
  const { search } = useLocation();
  const looked = weightsIn(new URLSearchParams(search), view.perspectives.length);
  const [Explorer, setExplorer] = useState<ComponentType<WeightLookProps> | null>(null);
  useEffect(() => {
    void lateCode(() => import("./weight-explorer.tsx")).then(({ WeightExplorer }) =>
      setExplorer(() => WeightExplorer),
    );
  }, []);
  if (Explorer) return <Explorer view={view} looked={looked} />;
  return (
    <div className="mw-look" id="wegen">
      {view.draws === null ? (
        <WeightTriangle view={view} looked={looked} />
      ) : (
        <ShareBars view={view} />
      )}
      <WeightForm view={view} looked={looked} />
    </div>
  );
}

function WeightForm({ view, looked }: WeightLookProps) {
  const { t, language } = useTranslation("pictures");
  const { pathname } = useLocation();
  const words = useLookedWords(view);
  const shown = hundredths(looked ?? view.perspectives.map(({ weight }) => weight));
  return (
    <form className="mw-look__form" method="get" action={`${pathname}#wegen`}>
      <fieldset className="mw-look__weights">
        <legend className="mw-look__legend">{t("look.title")}</legend>
        {view.perspectives.map(({ key, name }, place) => (
          <label key={key} className="mw-look__weight">
            <span>{textIn(name, language)}</span>
            <input
              className="utrecht-textbox mw-look__number"
              type="number"
              name="gewicht"
              min="0"
              max="100"
              step="any"
              defaultValue={shown[place]}
            />
          </label>
        ))}
      </fieldset>
      <button className="nl-button nl-button--secondary mw-screen-only" type="submit">
        {t("look.do")}
      </button>
      {looked ? <p>{words(looked)}</p> : null}
      <p className="mw-soft">{t("look.kept")}</p>
    </form>
  );
}
