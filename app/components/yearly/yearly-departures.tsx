import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { YearlyOwn, YearlyPage } from "#app/schemas/yearly.ts";
import { Card } from "../card.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";
import { YearlyFigure } from "./yearly-figure.tsx";

type DeparturesProps = { page: YearlyPage; own: YearlyOwn };

/** Where decisions departed, and why in their own words. */
export function YearlyDepartures({ page, own }: DeparturesProps) {
  const { t } = useTranslation("yearly");
  const format = useFormat();
  const { shown, more } = own.departures;
  return (
    <Card title={t("departures.title")}>
      {page.figures.departures ? (
        <YearlyFigure page={page} figure={page.figures.departures} />
      ) : null}
      {shown.length === 0 ? <p>{t("departures.none")}</p> : null}
      <ul className="mw-work">
        {shown.map((one) => (
          <li key={one.id} className="mw-work__item">
            <div className="mw-work__words">
              <Prose text={one.text} />
              <p className="mw-work__facts">
                <TextLink to={`/casussen/${one.caseFile.id}/besluiten/${one.decisionId ?? ""}`}>
                  {one.caseFile.number} {one.caseFile.title}
                </TextLink>
                <span>{format.date(one.at)}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p>
          <TextLink to="?toon=alles">
            {t("departures.whole", { count: shown.length + more })}
          </TextLink>
        </p>
      ) : null}
    </Card>
  );
}
