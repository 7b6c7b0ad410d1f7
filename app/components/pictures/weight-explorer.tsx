import { useEffect, useState } from "react";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { withWeight } from "./looked-at.ts";
import { ShareBars } from "./share-bars.tsx";
import { TriangleHandle } from "./triangle-handle.tsx";
import { useHundredth } from "./use-share.ts";
import { useLookedWords } from "./use-triangle-words.ts";
import type { WeightLookProps } from "./weight-look.tsx";
import { WeightTriangle } from "./weight-triangle.tsx";

/** A pause before it is said aloud: not every step of a drag. */
const pauseMs = 500;

/** Looking at other weights by dragging, keys or sliders; what ranks first there is said at once. */
export function WeightExplorer({ view, looked }: WeightLookProps) {
  const { t } = useTranslation("pictures");
  const own = view.perspectives.map(({ weight }) => weight);
  const [weights, setWeights] = useState(looked ?? own);
  const words = useLookedWords(view)(weights);
  const aloud = useSettled(words);
  const moved = weights.some((weight, place) => Math.abs(weight - (own[place] ?? 0)) > 1e-9);
  return (
    <div className="mw-look" id="wegen">
      {view.draws === null ? (
        <WeightTriangle view={view} looked={weights}>
          <TriangleHandle view={view} weights={weights} own={own} move={setWeights} />
        </WeightTriangle>
      ) : (
        <ShareBars view={view} />
      )}
      <div className="mw-look__form mw-screen-only">
        <fieldset className="mw-look__weights">
          <legend className="mw-look__legend">{t("look.title")}</legend>
          <Sliders view={view} weights={weights} move={setWeights} />
        </fieldset>
        <p>{words}</p>
        <p className="mw-visually-hidden" aria-live="polite">
          {aloud}
        </p>
        <p className="mw-soft">
          {t(view.draws === null ? "look.hint" : "look.kept")}{" "}
          {moved ? (
            <button className="nl-link mw-look__back" type="button" onClick={() => setWeights(own)}>
              {t("look.back")}
            </button>
          ) : null}
        </p>
      </div>
    </div>
  );
}

type SlidersProps = Pick<WeightLookProps, "view"> & {
  weights: number[];
  move: (weights: number[]) => void;
};

function Sliders({ view, weights, move }: SlidersProps) {
  const { language } = useTranslation();
  const hundredth = useHundredth();
  return view.perspectives.map(({ key, name }, place) => (
    <label key={key} className="mw-look__weight">
      <span>{textIn(name, language)}</span>
      <input
        className="mw-look__slider"
        type="range"
        min="0"
        max="100"
        value={Math.round((weights[place] ?? 0) * 100)}
        onChange={({ target }) => move(withWeight(weights, place, Number(target.value) / 100))}
      />
      <output aria-hidden>{hundredth(weights[place] ?? 0)}</output>
    </label>
  ));
}

/** The words once they have stayed the same for a while; nothing before the first change. */
function useSettled(words: string): string {
  const [start] = useState(words);
  const [settled, setSettled] = useState("");
  useEffect(() => {
    if (words === start && settled === "") return;
    const timer = setTimeout(() => setSettled(words), pauseMs);
    return () => clearTimeout(timer);
  }, [words, start, settled]);
  return settled;
}
