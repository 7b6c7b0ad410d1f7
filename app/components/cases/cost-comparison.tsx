import type { HorizonCost, OptionCost } from "#app/domain/costs.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DataTable } from "../data-table.tsx";
import { Disclosure } from "../disclosure.tsx";
import { CostBars } from "../pictures/late.tsx";

type CostComparisonProps = {
  costs: readonly OptionCost[];
  titles: Readonly<Record<string, string>>;
};

/** What each solution costs whom against strict application: in words, then in figures. */
export function CostComparison({ costs, titles }: CostComparisonProps) {
  const { t } = useTranslation("options");
  const others = costs.filter(({ position }) => position > 0);
  if (costs.length === 0) return <p className="mw-soft">{t("comparison.none")}</p>;
  const longest = costs[0]?.horizons.at(-1)?.years ?? 5;
  return (
    <>
      <ul>
        {others.map(({ id, horizons }) => (
          <CostWords
            key={id}
            title={titles[id] ?? ""}
            cost={horizons.find(({ years }) => years === longest)}
          />
        ))}
      </ul>
      <div className="mw-costs">
        {costs[0]?.horizons.map(({ years }) => (
          <div key={years} className="mw-costs__horizon">
            <h4 className="nl-heading nl-heading--level-5">
              {years === 1 ? t("comparison.overOne") : t("comparison.over", { years })}
            </h4>
            <CostBars costs={others} titles={titles} years={years} />
          </div>
        ))}
      </div>
      {costs[0]?.horizons.map(({ years }) => (
        <CostTable key={years} costs={others} titles={titles} years={years} />
      ))}
      <p className="mw-small">{t("comparison.explanation")}</p>
      <StrictCosts costs={costs} />
    </>
  );
}

function CostWords({ title, cost }: { title: string; cost: HorizonCost | undefined }) {
  const { t } = useTranslation("options");
  const format = useFormat();
  const { t: terms } = useTranslation();
  if (!cost) return null;
  const { years, difference, gainElsewhere, estimateShare } = cost;
  const amount = format.euro(Math.abs(difference));
  const words = { option: title, years, amount };
  const names = (bearers: { bearer: keyof typeof bearerKeys }[]) =>
    format.list(bearers.map(({ bearer }) => terms(bearerKeys[bearer]).toLowerCase()));
  return (
    <li>
      {difference === 0
        ? t("comparison.same", words)
        : t(difference > 0 ? "comparison.more" : "comparison.less", words)}{" "}
      {gainElsewhere
        ? t("comparison.gain", {
            pays: names(gainElsewhere.pays),
            saves: names(gainElsewhere.saves),
          })
        : null}{" "}
      {estimateShare ? t("comparison.estimate", { percent: format.percent(estimateShare) }) : null}
    </li>
  );
}

const bearerKeys = {
  citizen: "bearer.citizen",
  own_organisation: "bearer.own_organisation",
  municipality: "bearer.municipality",
  care: "bearer.care",
  justice: "bearer.justice",
  other: "bearer.other",
} as const;

type CostTableProps = CostComparisonProps & { years: number };

function CostTable({ costs, titles, years }: CostTableProps) {
  const { t } = useTranslation("options");
  const { t: terms } = useTranslation();
  const rows = costs.flatMap(({ id, horizons }) => {
    const cost = horizons.find((horizon) => horizon.years === years);
    return cost ? [{ id, ...cost }] : [];
  });
  const bearers = rows[0]?.bearers.map(({ bearer }) => bearer) ?? [];
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={years === 1 ? t("comparison.captionOne") : t("comparison.caption", { years })}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "option",
          label: t("comparison.option"),
          rowHeader: true,
          cell: ({ id }) => titles[id] ?? "",
        },
        ...bearers.map((bearer) => ({
          key: bearer,
          label: terms(bearerKeys[bearer]),
          numeric: true,
          cell: (row: HorizonCost) => (
            <Difference cents={row.bearers.find((cost) => cost.bearer === bearer)?.difference} />
          ),
        })),
        {
          key: "total",
          label: t("comparison.total"),
          numeric: true,
          cell: ({ difference }) => <Difference cents={difference} />,
        },
      ]}
    />
  );
}

function StrictCosts({ costs }: { costs: readonly OptionCost[] }) {
  const { t } = useTranslation("options");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const strict = costs.find(({ position }) => position === 0)?.horizons ?? [];
  return (
    <Disclosure summary={t("comparison.strict")}>
      {strict.map(({ years, bearers, total }) => (
        <p key={years} className="nl-paragraph">
          {years === 1 ? t("comparison.overOne") : t("comparison.over", { years })}:{" "}
          {format.list(
            bearers.map(
              ({ bearer, cents }) => `${terms(bearerKeys[bearer])} ${format.euro(cents)}`,
            ),
          )}
          . {t("comparison.total")}: {format.euro(total)}
        </p>
      ))}
    </Disclosure>
  );
}

function Difference({ cents = 0 }: { cents: number | undefined }) {
  const format = useFormat();
  return (
    <span className="mw-money">
      {cents > 0 ? "+ " : ""}
      {format.euro(cents)}
    </span>
  );
}
