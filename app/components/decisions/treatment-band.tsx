import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { BandSide, EqualTreatmentView } from "#app/schemas/equal-treatment-view.ts";
import { Earlier } from "./earlier-decision.tsx";

type BandProps = { view: EqualTreatmentView; levels: readonly LocalText[] };

/** What earlier decisions commit this one to, with the precedents that say so. */
export function TreatmentBand({ view, levels }: BandProps) {
  const { t } = useTranslation("decisions");
  const { atLeast, atMost, hasScope, conflict } = view;
  if (!hasScope) return <p>{t("treatment.noScope")}</p>;
  return (
    <>
      {atLeast ? <Side side={atLeast} words="atLeast" levels={levels} /> : null}
      {atMost ? <Side side={atMost} words="atMost" levels={levels} /> : null}
      {(atLeast ?? atMost) ? null : <p>{t("treatment.unbound")}</p>}
      {conflict ? <p>{t("treatment.conflict")}</p> : null}
      <AlreadyInLine view={view} />
      <Fitting view={view} levels={levels} />
    </>
  );
}

type SideProps = {
  side: BandSide;
  words: "atLeast" | "atMost";
  levels: readonly LocalText[];
};

function Side({ side, words, levels }: SideProps) {
  const { t, language } = useTranslation("decisions");
  const name = levels[side.level];
  return (
    <>
      <p>{t(`treatment.${words}`, { level: name ? textIn(name, language) : side.level })}</p>
      <ul>
        {side.by.map((precedent) => (
          <li key={precedent.id}>
            <Earlier precedent={precedent} levels={levels} />
          </li>
        ))}
      </ul>
      {side.more > 0 ? <p>{t("treatment.more", { count: side.more })}</p> : null}
    </>
  );
}

function AlreadyInLine({ view }: { view: EqualTreatmentView }) {
  const { t } = useTranslation("decisions");
  const { list } = useFormat();
  return view.inLine.map(({ precedent, following }) => (
    <p key={precedent.id}>
      {t("treatment.inLine", {
        precedent: precedent.number,
        others: list(following.map(({ number }) => number)),
      })}
    </p>
  ));
}

/** Whether the choice made now fits, and by which differences. */
function Fitting({ view, levels }: BandProps) {
  const { t, language } = useTranslation("decisions");
  const { list } = useFormat();
  const { level, atLeast, atMost, warnings, departing, cleared } = view;
  if (level === null) return <p>{t("treatment.choose")}</p>;
  const name = levels[level];
  const isBound = atLeast !== null || atMost !== null;
  const fits = isBound && warnings.length + departing.length === 0;
  return (
    <>
      {fits ? <p>{t("treatment.fits", { level: name ? textIn(name, language) : level })}</p> : null}
      {cleared.map(({ precedent, facts }) => (
        <p key={precedent.id}>
          {t("treatment.cleared", {
            precedent: precedent.number,
            facts: list(facts.map(({ label }) => textIn(label, language))),
          })}
        </p>
      ))}
    </>
  );
}
