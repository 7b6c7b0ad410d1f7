import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";

/** What can be brought in can be taken along as well. */
export function ExportCard() {
  const { t } = useTranslation("precedent-imports");
  return (
    <Card title={t("export.title")}>
      <p>{t("export.text")}</p>
      <ul className="mw-plain-list">
        {(["csv", "json"] as const).map((kind) => (
          <li key={kind}>
            <a className="nl-link" href={`/precedenten/bestand?vorm=${kind}`} download>
              {t(`export.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
