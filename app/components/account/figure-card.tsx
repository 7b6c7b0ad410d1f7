import type { Figure } from "#app/domain/account-figures.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { AccountFilters } from "#app/schemas/account-filters.ts";
import { Card } from "../card.tsx";
import { ExportLinks } from "../report/export-links.tsx";
import { FigureTable } from "./figure-table.tsx";
import { LateChart } from "./late-chart.tsx";
import { useFigureLead } from "./use-figure-lead.ts";
import { useFigureWords } from "./use-figure-words.ts";

type FigureCardProps = { figure: Figure; filters: AccountFilters; linked: boolean };

/** One figure: a sentence, then the numbers as a table and as a chart. */
export function FigureCard({ figure, filters, linked }: FigureCardProps) {
  const { t } = useTranslation("account-figures");
  const words = useFigureWords();
  const lead = useFigureLead()(figure);
  const isEmpty = figure.rows.length === 0 && figure.total === null;
  return (
    <div id={figure.key} className="mw-account__figure">
      <Card title={words.title(figure)}>
        <p className="mw-account__lead">{lead}</p>
        <p className="mw-soft">{words.text(figure)}</p>
        {isEmpty ? (
          <p>{t("none")}</p>
        ) : (
          <div className="mw-account__beside">
            <FigureTable figure={figure} filters={filters} linked={linked} />
            <LateChart figure={figure} />
          </div>
        )}
        <ExportLinks
          to="/verantwoording/bestand"
          asked={{ ...filters, figuur: figure.key }}
          about={words.title(figure)}
        />
      </Card>
    </div>
  );
}
