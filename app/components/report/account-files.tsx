import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { TextLink } from "../text-link.tsx";
import { ExportLinks } from "./export-links.tsx";

const yearsBack = 3;

/** All figures as one file, and the reports of the last years. */
export function AccountFiles({ at, isOwn }: { at: number; isOwn: boolean }) {
  const { t } = useTranslation("report");
  const { t: files } = useTranslation("exports");
  const { t: citizens } = useTranslation("questionnaires");
  const { t: stand } = useTranslation("yearly");
  const year = new Date(at).getUTCFullYear();
  const years = Array.from({ length: yearsBack }, (_, back) => year - back);
  return (
    <div className="mw-screen-only">
      <Card title={files("allFigures")}>
        <ExportLinks to="/verantwoording/bestand" about={files("allFigures")} />
        {isOwn ? (
          <>
            <h3 className="nl-heading nl-heading--level-3">{t("links")}</h3>
            <ul>
              {years.map((one) => (
                <li key={one}>
                  <TextLink to={`/verantwoording/jaarverslag/${one}`}>
                    {t("link", { year: one })}
                  </TextLink>
                </li>
              ))}
            </ul>
            <h3 className="nl-heading nl-heading--level-3">{stand("links")}</h3>
            <ul>
              {years.map((one) => (
                <li key={one}>
                  <TextLink to={`/verantwoording/stand/${one}`}>
                    {stand("link", { year: one })}
                  </TextLink>
                </li>
              ))}
            </ul>
            <p>
              <TextLink to="/verantwoording/burgers">{citizens("results.title")}</TextLink>
            </p>
          </>
        ) : null}
      </Card>
    </div>
  );
}
