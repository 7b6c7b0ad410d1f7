import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { AccountPage } from "#app/schemas/account-view.ts";
import { Alert } from "../alert.tsx";
import { PageHeader } from "../page-header.tsx";
import { AccountFilterForm } from "./account-filter-form.tsx";
import { FigureCard } from "./figure-card.tsx";
import { useFigureWords } from "./use-figure-words.ts";

/** All figures, with what they are about on top. */
export function AccountFigures({ page }: { page: AccountPage }) {
  const { t } = useTranslation("account-figures");
  const words = useFigureWords();
  const { account } = page;
  const { figures, isOwn, complete, organisation, period } = account;
  // Without days in the address a number would lead to other days once the usual ones change.
  const filters = { ...page.filters, van: period.from, tot: period.until };
  return (
    <>
      <PageHeader
        above={organisation.name}
        title={t("title")}
        lead={<p>{isOwn ? t("lead") : t("leadOther", { name: organisation.name })}</p>}
      />
      <AccountFilterForm page={page} />
      <p>
        <AboutPeriod page={page} />
      </p>
      {complete ? null : <Alert kind="info">{t("behind")}</Alert>}
      {isOwn ? null : <Alert kind="info">{t("hiddenNote")}</Alert>}
      <nav className="mw-account__contents mw-screen-only" aria-label={t("contents")}>
        <ul>
          {figures.map((figure) => (
            <li key={figure.key}>
              <a className="nl-link" href={`#${figure.key}`}>
                {words.title(figure)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {figures.map((figure) => (
        <FigureCard key={figure.key} figure={figure} filters={filters} linked={isOwn} />
      ))}
    </>
  );
}

function AboutPeriod({ page: { account } }: { page: AccountPage }) {
  const { t } = useTranslation("account-figures");
  const format = useFormat();
  const day = (text: string) => format.date(Date.parse(`${text}T12:00:00Z`));
  const { period, before } = account;
  return t("period", {
    from: day(period.from),
    until: day(period.until),
    beforeFrom: day(before.from),
    beforeUntil: day(before.until),
  });
}
