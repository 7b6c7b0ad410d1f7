import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { YearlyPage } from "#app/schemas/yearly.ts";
import { Alert } from "../alert.tsx";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { YearlyDepartures } from "./yearly-departures.tsx";
import { YearlyDilemmas } from "./yearly-dilemmas.tsx";
import { YearlyFigure } from "./yearly-figure.tsx";
import { YearlyHelped } from "./yearly-helped.tsx";
import { YearlyOrganisation } from "./yearly-organisation.tsx";
import { YearlyRules } from "./yearly-rules.tsx";
import { YearlySignals } from "./yearly-signals.tsx";

/** What a year taught, on one page that prints. */
export function YearlyStand({ page }: { page: YearlyPage }) {
  const { own, figures } = page;
  return (
    <div className="mw-stack mw-yearly">
      <YearlyHead page={page} />
      {own ? (
        <>
          <YearlySignals year={page.year} signals={own.signals} />
          <YearlyRules year={page.year} rules={own.rules} />
          <YearlyDilemmas year={page.year} dilemmas={own.dilemmas} />
          <YearlyHelped page={page} own={own} />
          <YearlyDepartures page={page} own={own} />
        </>
      ) : (
        [figures.settled, figures.helped, figures.citizens, figures.departures].map((figure) =>
          figure ? <YearlyFigure key={figure.key} page={page} figure={figure} titled /> : null,
        )
      )}
    </div>
  );
}

function YearlyHead({ page }: { page: YearlyPage }) {
  const { t } = useTranslation(["yearly", "account-figures"]);
  const format = useFormat();
  const { year, isOver, isOwn, organisation, at } = page;
  return (
    <>
      <PageHeader
        above={organisation.name}
        title={t("title", { year })}
        lead={<p>{isOwn ? t("lead") : t("leadOther", { name: organisation.name, year })}</p>}
        actions={
          <>
            {isOwn ? (
              <LinkButton to={`/verantwoording/jaarverslag/${year}`}>
                {t("report", { year })}
              </LinkButton>
            ) : null}
            <LinkButton to="/verantwoording">{t("toFigures")}</LinkButton>
          </>
        }
      />
      <YearlyOrganisation page={page} />
      {isOver ? null : <Alert kind="info">{t("notOver", { year, date: format.date(at) })}</Alert>}
      {isOwn ? null : <Alert kind="info">{t("account-figures:hiddenNote")}</Alert>}
    </>
  );
}
