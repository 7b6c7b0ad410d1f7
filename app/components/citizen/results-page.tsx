import { smallest } from "#app/domain/account-hiding.ts";
import type { FigureValue } from "#app/domain/account-figures.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { casesAddress, type AccountCell } from "#app/schemas/account-address.ts";
import type { CitizenResult, CitizenResults } from "#app/schemas/questionnaire-view.ts";
import { FigureTable } from "../account/figure-table.tsx";
import { LateChart } from "../account/late-chart.tsx";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { ExportLinks } from "../report/export-links.tsx";
import { TextLink } from "../text-link.tsx";
import { Prose } from "../prose.tsx";
import { ResultsFilter } from "./results-filter.tsx";

type PageProps = { page: CitizenResults };

/** What citizens answered: all together, per scope, and in their own words. */
export function CitizenResultsPage({ page }: PageProps) {
  const { t } = useTranslation(["questionnaires", "account-figures"]);
  const format = useFormat();
  const { isOwn, organisation, together, perScope, period } = page;
  const day = (text: string) => format.date(Date.parse(`${text}T12:00:00Z`));
  return (
    <>
      <PageHeader
        above={organisation.name}
        title={t("results.title")}
        lead={
          <p>{isOwn ? t("results.lead") : t("results.leadOther", { name: organisation.name })}</p>
        }
        actions={<LinkButton to="/verantwoording">{t("results.toFigures")}</LinkButton>}
      />
      <div className="mw-stack">
        <ResultsFilter page={page} />
        <p>
          {t("account-figures:cases.period", { from: day(period.from), until: day(period.until) })}
        </p>
        {isOwn ? null : <Alert kind="info">{t("account-figures:hiddenNote")}</Alert>}
        {together.length === 0 ? (
          <EmptyState title={t("results.emptyTitle")}>{t("results.empty")}</EmptyState>
        ) : (
          <>
            <ScopeCard page={page} name={t("results.all")} results={together} />
            {perScope.map(({ scope, results }) => (
              <ScopeCard
                key={scope?.id ?? ""}
                page={page}
                scope={scope}
                name={scope?.name ?? t("results.noScope")}
                results={results}
              />
            ))}
            {isOwn ? <Words page={page} /> : null}
            <ExportLinks to="/verantwoording/burgers/bestand" about={t("results.file")} />
          </>
        )}
      </div>
    </>
  );
}

type ScopeProps = PageProps & {
  name: string;
  /** Null for cases without one; left out for all of them. */
  scope?: { id: string } | null;
};

function ScopeCard({ results, ...about }: ScopeProps & { results: CitizenResult[] }) {
  // Of fewer no case is named: there is no list to lead to.
  const answered = results.reduce((sum, one) => sum + (Number(one.answered) || 0), 0);
  const linked = about.page.isOwn && answered >= smallest;
  return (
    <Card title={about.name}>
      {results.map((result) => (
        <MomentPart key={result.moment ?? ""} {...about} result={result} linked={linked} />
      ))}
    </Card>
  );
}

type MomentProps = ScopeProps & { result: CitizenResult; linked: boolean };

function MomentPart({ page, name, scope, result, linked }: MomentProps) {
  const { t } = useTranslation(["questionnaires", "account-figures"]);
  const { moment, sent, answered, figure } = result;
  const words = (value: FigureValue | undefined) =>
    value === "hidden" ? t("account-figures:hidden") : String(value ?? 0);
  const [yes, partly, no] = figure.rows.find(({ key }) => key === "helped")?.values ?? [];
  const caption = t("results.caption", {
    scope: name,
    moment: moment ? t(`moment.${moment}`) : t("results.bothMoments"),
  });
  return (
    <section className="mw-account__figure">
      {moment ? <h3 className="nl-heading nl-heading--level-4">{t(`moment.${moment}`)}</h3> : null}
      <p className="mw-account__lead">
        {sent === "hidden" || answered === "hidden"
          ? t("results.responseHidden")
          : t("results.response", { count: sent, answered })}{" "}
        {answered === 0
          ? null
          : t("results.helpedLead", { yes: words(yes), partly: words(partly), no: words(no) })}
      </p>
      {answered === 0 ? null : (
        <div className="mw-account__beside">
          <FigureTable
            figure={figure}
            filters={{}}
            linked={linked}
            addressOf={(cell) => answersAddress(page, { scope, moment }, cell)}
            caption={caption}
          />
          <LateChart figure={figure} title={caption} />
        </div>
      )}
    </section>
  );
}

type AnswersOf = Pick<ScopeProps, "scope"> & Pick<CitizenResult, "moment">;

/** The cases behind a number of answers. */
function answersAddress(
  { period, filters }: CitizenResults,
  { scope, moment }: AnswersOf,
  cell: AccountCell,
): string {
  const gebied = scope?.id ?? filters.gebied;
  const asked = { van: period.from, tot: period.until, gebied };
  return casesAddress(asked, {
    ...cell,
    moment: moment ?? undefined,
    noScope: scope === null,
  });
}

function Words({ page: { words, wordsHidden } }: PageProps) {
  const { t } = useTranslation("questionnaires");
  const format = useFormat();
  return (
    <Card title={t("results.words")}>
      <p className="mw-soft">{t("results.wordsText")}</p>
      {words.length === 0 ? (
        <p>{t(wordsHidden > 0 ? "results.noWordsForYou" : "results.noWords")}</p>
      ) : null}
      {wordsHidden > 0 ? <p>{t("results.wordsHidden", { count: wordsHidden })}</p> : null}
      <ul className="mw-work">
        {words.map((one) => (
          <li key={one.id} className="mw-work__item">
            <div className="mw-work__words">
              <Prose text={one.words} />
              <p className="mw-work__facts">
                <span>{one.scope ?? t("results.noScope")}</span>
                <span>{t(`moment.${one.moment}`)}</span>
                <span>{format.date(one.answeredAt)}</span>
                {one.caseFile ? (
                  <TextLink to={`/casussen/${one.caseFile.id}/vragen`}>
                    {t("results.toCase", { number: one.caseFile.number })}
                  </TextLink>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {words.length >= 100 ? <p>{t("results.more", { count: words.length })}</p> : null}
    </Card>
  );
}
