/** "Stand van het maatwerk": what a year taught, for policy and executives. */
import { environment } from "#db";
import type { Figure, FigureKey } from "#app/domain/account-figures.ts";
import { yearMoments, yearsUpTo, type Year } from "#app/domain/yearly.ts";
import { accountFilters } from "#app/schemas/account-filters.ts";
import type { YearlyOwn, YearlyPage } from "#app/schemas/yearly.ts";
import type { Access } from "./access.server.ts";
import { findOrganisation, listAccountOrganisations } from "./account-choices.server.ts";
import { getAccount } from "./account-figures.server.ts";
import { yearIn } from "./report.server.ts";
import { listYearlyRules } from "./yearly-rules.server.ts";
import { listYearlySignals } from "./yearly-signals.server.ts";
import { listDepartureWords, listDilemmas, listLearned } from "./yearly-words.server.ts";

type Reader = Access<"figures.read">;

const yearsShown = 5;

export async function getYearly(
  access: Reader,
  { yearText, url }: { yearText: string; url: string },
): Promise<YearlyPage> {
  const asked = yearIn(yearText);
  const { organisatie } = accountFilters(url);
  const organisation = await findOrganisation(access, organisatie);
  const dates = { van: `${asked}-01-01`, tot: `${asked}-12-31` };
  // Of another organisation this gives a year that is over, whatever was asked.
  const account = await getAccount(access, { ...dates, organisatie: organisation.id });
  const year = Number(account.period.from.slice(0, "2026".length));
  const whole = new URL(url).searchParams.get("toon") === "alles";
  const at = environment.now();
  const thisYear = new Date(at).getUTCFullYear();
  return {
    ...{ year, isOver: year < thisYear, isOwn: account.isOwn, at },
    organisation: account.organisation,
    organisations: await listAccountOrganisations(access),
    years: yearsUpTo(account.isOwn ? thisYear : thisYear - 1, yearsShown),
    figures: {
      settled: figureIn(account.figures, "settled"),
      helped: figureIn(account.figures, "helped"),
      citizens: figureIn(account.figures, "citizens"),
      departures: figureIn(account.figures, "departures"),
    },
    own: account.isOwn ? await ownYear(access, yearMoments(year), whole) : null,
  };
}

function figureIn(figures: Figure[], wanted: FigureKey): Figure | null {
  return figures.find(({ key }) => key === wanted) ?? null;
}

async function ownYear(access: Reader, year: Year, whole: boolean): Promise<YearlyOwn> {
  return {
    signals: await listYearlySignals(access, year),
    rules: await listYearlyRules(access, year),
    dilemmas: await listDilemmas(access, year),
    learned: await listLearned(access, year, whole),
    departures: await listDepartureWords(access, year, whole),
  };
}
