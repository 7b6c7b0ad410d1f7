import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { YearlyOwn, YearlyPage } from "#app/schemas/yearly.ts";
import { Card } from "../card.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";
import { YearlyFigure } from "./yearly-figure.tsx";

type HelpedProps = { page: YearlyPage; own: YearlyOwn };

/** Whether it helped, by citizens and professionals, and what looks back taught. */
export function YearlyHelped({ page, own }: HelpedProps) {
  const { t } = useTranslation("yearly");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const { helped, citizens } = page.figures;
  const { shown, more } = own.learned;
  const period = `van=${page.year}-01-01&tot=${page.year}-12-31`;
  return (
    <Card title={t("helped.title")}>
      {helped ? <YearlyFigure page={page} figure={helped} /> : null}
      <h3 className="nl-heading nl-heading--level-4">{t("helped.citizens")}</h3>
      {citizens ? <YearlyFigure page={page} figure={citizens} /> : null}
      <p className="mw-screen-only">
        <TextLink to={`/verantwoording/burgers?${period}`}>{t("helped.toCitizens")}</TextLink>
      </p>
      <h3 className="nl-heading nl-heading--level-4">{t("helped.learned")}</h3>
      {shown.length === 0 ? <p>{t("helped.noLearned")}</p> : null}
      <ul className="mw-work">
        {shown.map((one) => (
          <li key={one.id} className="mw-work__item">
            <div className="mw-work__words">
              <Prose text={one.text} />
              <p className="mw-work__facts">
                <TextLink to={`/casussen/${one.caseFile.id}/nazorg`}>
                  {one.caseFile.number} {one.caseFile.title}
                </TextLink>
                <span>{format.date(one.at)}</span>
                {one.helped ? (
                  <span>
                    {t("helped.helpedCitizen", { answer: terms(`helpAnswer.${one.helped}`) })}
                  </span>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p>
          <TextLink to="?toon=alles">{t("helped.whole", { count: shown.length + more })}</TextLink>
        </p>
      ) : null}
    </Card>
  );
}
