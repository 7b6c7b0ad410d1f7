import { environment } from "#db";
import { counterOf, countCase } from "#app/domain/account-counting.ts";
import { figureDefinitions } from "#app/domain/account-definitions.ts";
import type { FigureCell } from "#app/domain/account-figures.ts";
import { yearOf } from "#app/domain/account-period.ts";
import { dayNumber } from "#app/domain/day.ts";
import type { Role } from "#app/domain/rights.ts";
import { casesAddress } from "#app/schemas/account-address.ts";
import type { AccountNumberKey, AccountNumbers } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { askingOf, caseFilter, type AccountAsked } from "./account-figures.server.ts";
import { figuresAtHand } from "./account-memory.server.ts";
import { turns } from "./slices.server.ts";

/** What each role looks at first. */
const byRole: Partial<Record<Role, AccountNumberKey[]>> = {
  executive: ["departed", "unanswered", "late"],
  coordinator: ["late", "overdue"],
  policy_advisor: ["followed", "departedPrecedent", "unanswered"],
  decision_maker: ["departed", "overdue", "helped"],
};
const mostNumbers = 4;

const cells: Record<AccountNumberKey, FigureCell> = {
  departed: { figure: "departures", row: "departed", column: "cases" },
  unanswered: { figure: "equalTreatment", row: "unanswered", column: "cases" },
  late: { figure: "leadTime", row: "late", column: "cases" },
  overdue: { figure: "conditions", row: "overdue", column: "cases" },
  followed: { figure: "precedents", row: "total", column: "followed" },
  departedPrecedent: { figure: "precedents", row: "total", column: "departed" },
  helped: { figure: "helped", row: "yes", column: "citizen" },
};

type Counts = Record<AccountNumberKey, number>;
type Kept = { index: object; upTo: number; today: number; counts: Promise<Counts> };
/** By organisation, until something happens: a home page is opened more often than that. */
const kept = new Map<string, Kept>();

/** A few numbers of this year for the roles of this person, as they were counted a moment ago. */
export async function getAccountNumbers(
  access: Access<"home.read">,
): Promise<AccountNumbers | null> {
  const keys = [...new Set(access.roles.flatMap((role) => byRole[role] ?? []))];
  const atHand = figuresAtHand();
  if (keys.length === 0 || !atHand) return null;
  const now = environment.now();
  const today = dayNumber(now);
  const { index, upTo } = atHand;
  const { id } = access.organisation;
  const known = kept.get(id);
  const isNew = known?.index === index && known.upTo === upTo && known.today === today;
  const counts = isNew ? known.counts : countNumbers(atHand, { access, now });
  kept.set(id, { index, upTo, today, counts });
  const found = await counts;
  const year = new Date(now).getUTCFullYear();
  const filters = { van: `${year}-01-01`, tot: `${year}-12-31` };
  const numbers = keys.slice(0, mostNumbers).map((key) => {
    const to = casesAddress(filters, { ...cells[key], before: false });
    return { key, count: found[key], to };
  });
  return { year, numbers };
}

type AtHand = NonNullable<ReturnType<typeof figuresAtHand>>;

async function countNumbers(
  { index }: AtHand,
  { access, now }: { access: Access; now: number },
): Promise<Counts> {
  const days = yearOf(dayNumber(now));
  const asked: AccountAsked = {
    ...{ organisation: access.organisation, isOwn: true, days, now },
    ...{ scopes: [], scope: null, perspective: null },
  };
  const asking = askingOf(index, asked, days);
  const wanted = new Set(Object.values(cells).map(({ figure }) => figure));
  const counters = figureDefinitions
    .filter(({ key }) => wanted.has(key))
    .map((definition) => counterOf(definition, asking));
  const isAsked = caseFilter(index, asked);
  const next = turns();
  for (let at = 0; at < index.size; at += 1) {
    if (at % 256 === 0) await next();
    if (isAsked(at)) countCase(counters, at);
  }
  const numberIn = ({ figure, row, column }: FigureCell) => {
    const counter = counters.find(({ definition }) => definition.key === figure);
    const place = counter?.definition.columns.findIndex(({ key }) => key === column) ?? -1;
    const rows = counter?.sums.filter(
      (_, code) => row === "total" || counter.definition.rows?.[code] === row,
    );
    return (rows ?? []).reduce((sum, own) => sum + (own?.values[place] ?? 0), 0);
  };
  const entries = Object.entries(cells).map(([key, cell]) => [key, numberIn(cell)]);
  return Object.fromEntries(entries) as Counts;
}
