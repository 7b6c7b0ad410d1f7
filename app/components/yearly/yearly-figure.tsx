import type { Figure } from "#app/domain/account-figures.ts";
import type { YearlyPage } from "#app/schemas/yearly.ts";
import { FigureTable } from "../account/figure-table.tsx";
import { useFigureLead } from "../account/use-figure-lead.ts";
import { useFigureWords } from "../account/use-figure-words.ts";
import { Card } from "../card.tsx";

type YearlyFigureProps = {
  page: YearlyPage;
  figure: Figure;
  /** As a card of its own. */
  titled?: boolean;
};

/** A figure of the year in words, with its numbers under it; each leads to what it counts. */
export function YearlyFigure({ page, figure, titled }: YearlyFigureProps) {
  const words = useFigureWords();
  const lead = useFigureLead()(figure);
  const filters = { van: `${page.year}-01-01`, tot: `${page.year}-12-31` };
  const content = (
    <>
      <p className="mw-account__lead">{lead}</p>
      <FigureTable figure={withoutBefore(figure)} filters={filters} linked={page.isOwn} />
    </>
  );
  return titled ? <Card title={words.title(figure)}>{content}</Card> : content;
}

/** The year before stands in its own page. */
function withoutBefore(figure: Figure): Figure {
  const bare = (row: Figure["rows"][number]) => ({ ...row, previous: null });
  return { ...figure, rows: figure.rows.map(bare), total: figure.total && bare(figure.total) };
}
