import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ReportPage } from "#app/schemas/report.ts";
import { FigureCard } from "../account/figure-card.tsx";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { ReportText } from "./report-text.tsx";

type ReportProps = { page: ReportPage };

/** A year in figures, and what people say of them. */
export function YearlyReport({ page }: ReportProps) {
  const { t } = useTranslation("report");
  const { account, year } = page;
  const filters = { van: account.period.from, tot: account.period.until };
  return (
    <div className="mw-stack">
      <ReportHead page={page} />
      <OwnPart page={page} section="foreword" />
      {account.figures.map((figure) => (
        <div key={figure.key}>
          <FigureCard figure={figure} filters={filters} linked />
          <ReportText page={page} section={figure.key} />
        </div>
      ))}
      <OwnPart page={page} section="ahead" />
      <p className="mw-screen-only">
        <LinkButton to={`/verantwoording/jaarverslag/${year}/pdf`} reloadDocument>
          {t("pdf.download")}
        </LinkButton>
      </p>
    </div>
  );
}

function ReportHead({ page: { account, year, isOver } }: ReportProps) {
  const { t } = useTranslation("report");
  const { t: stand } = useTranslation("yearly");
  const format = useFormat();
  return (
    <>
      <PageHeader
        above={account.organisation.name}
        title={t("title", { year })}
        lead={<p>{t("lead", { date: format.date(account.at) })}</p>}
        actions={
          <>
            <LinkButton to={`/verantwoording/stand/${year}`}>{stand("link", { year })}</LinkButton>
            <LinkButton to={`/verantwoording/jaarverslag/${year - 1}`}>{year - 1}</LinkButton>
            {isOver ? (
              <LinkButton to={`/verantwoording/jaarverslag/${year + 1}`}>{year + 1}</LinkButton>
            ) : null}
          </>
        }
      />
      {isOver ? null : <Alert kind="info">{t("notOver", { year })}</Alert>}
    </>
  );
}

/** A part without figures: only there when something is written, or can be. */
function OwnPart({ page, section }: ReportProps & { section: "foreword" | "ahead" }) {
  const { t } = useTranslation("report");
  const isWritten = page.texts.some((one) => one.section === section && one.text !== "");
  if (!isWritten && !page.mayEdit) return null;
  return (
    <div className={isWritten ? undefined : "mw-screen-only"}>
      <Card title={t(`sections.${section}`)}>
        <ReportText page={page} section={section} />
      </Card>
    </div>
  );
}
