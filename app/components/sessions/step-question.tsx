import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SheetStep } from "#app/schemas/scoring-sheet.ts";
import { Disclosure } from "../disclosure.tsx";
import { useWide } from "./use-wide.ts";

type StepQuestionProps = { step: SheetStep; scale: LocalText[] };

/** One question with what it means, where it comes from and what each point of the scale stands for. */
export function StepQuestion({ step, scale }: StepQuestionProps) {
  const { t, language } = useTranslation("scoring");
  const wide = useWide();
  const { key, kind, question, meaning, source, anchors } = step;
  return (
    <div className="mw-question">
      <p className="mw-question__kind">
        {t(`kind.${kind}`)} {key}
      </p>
      <h2 className="nl-heading nl-heading--level-2" id="vraag" tabIndex={-1}>
        {textIn(question, language)}
      </h2>
      <p className="nl-paragraph">{textIn(meaning, language)}</p>
      {source === "" ? null : <p className="mw-soft">{t("source", { source })}</p>}
      {kind === "gate" ? (
        <p className="nl-paragraph">{t("gateHint")}</p>
      ) : (
        <div className="mw-fold-on-phone">
          <Disclosure summary={t("anchors")} open={wide}>
            <dl className="mw-anchors">
              {anchors.map((anchor, place) => (
                <div key={place}>
                  <dt>
                    {place + 1} {textIn(scale[place] ?? anchor, language)}
                  </dt>
                  <dd>{textIn(anchor, language)}</dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        </div>
      )}
    </div>
  );
}
