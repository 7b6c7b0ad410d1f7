import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { textIn } from "#app/domain/local-text.ts";
import type { Adoption, AdoptionOfPerspective } from "#app/schemas/comparing-page.ts";
import { usePerspectiveName } from "../cases/perspective-name.ts";
import { Prose } from "../prose.tsx";

export type OnePerspective = { adoption: Adoption; one: AdoptionOfPerspective };

/** The name of a perspective; of an imported precedent its key is all there is. */
export function useNameOf(): (one: AdoptionOfPerspective) => string {
  const { language } = useTranslation("comparing");
  const perspectiveName = usePerspectiveName();
  return ({ perspective, name }) =>
    name.nl === perspective ? perspectiveName(perspective) : textIn(name, language);
}

/** The text of the precedent as it was read, with where it comes from: nobody changes it here. */
export function AdoptionOriginal({ adoption, one }: OnePerspective) {
  const { t } = useTranslation("comparing");
  const format = useFormat();
  const { number, organisation, decidedAt } = adoption;
  const date = format.date(decidedAt);
  return (
    <figure className="mw-original">
      <figcaption className="mw-original__source">
        <strong>{t("adoption.original")}</strong>{" "}
        {t("adoption.source", { number, organisation, date })}
      </figcaption>
      <blockquote className="mw-original__text">
        <Prose text={one.original} />
      </blockquote>
      {one.changedSince ? <p className="mw-soft">{t("adoption.changedSince")}</p> : null}
    </figure>
  );
}

/** What was chosen, by whom and when, with the original beside it. */
export function AdoptionChosen({ adoption, one }: OnePerspective) {
  const nameOf = useNameOf();
  return (
    <section className="mw-adoption">
      <h3 className="nl-heading nl-heading--level-4">{nameOf(one)}</h3>
      <div className="mw-adoption__columns">
        <AdoptionOriginal adoption={adoption} one={one} />
        <div className="mw-stack">
          <ChosenWords one={one} />
          {one.chosen && one.chosen.text !== "" ? <Prose text={one.chosen.text} /> : null}
        </div>
      </div>
    </section>
  );
}

export function ChosenWords({ one: { chosen } }: { one: AdoptionOfPerspective }) {
  const { t } = useTranslation("comparing");
  const format = useFormat();
  if (!chosen) return null;
  const { choice, by, at } = chosen;
  return (
    <p className="mw-soft">{t(`adoption.chosen.${choice}`, { name: by, date: format.date(at) })}</p>
  );
}
