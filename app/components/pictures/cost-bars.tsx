import type { BearerCost, HorizonCost, OptionCost } from "#app/domain/costs.ts";
import type { Bearer } from "#app/domain/option.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { usePictureId } from "./hatch.tsx";
import { useOptionFills } from "./option-fill.tsx";
import { round } from "./polar.ts";
import { shortened } from "./text-lines.ts";

const width = 320;
const titleRow = 26;
const row = 35;
const head = 22;
/** The fill of an amount that is paid, and of one that is saved. */
const fills = { more: 2, less: 3 };

type CostBarsProps = {
  costs: readonly OptionCost[];
  titles: Readonly<Record<string, string>>;
  years: number;
};
type Shown = { id: string; title: string; cost: HorizonCost; bearers: BearerCost[] };

/** Per option and bearer what is paid more or saved against strict application, as bars from one line. */
export function CostBars({ costs, titles, years }: CostBarsProps) {
  const id = usePictureId();
  const { t } = useTranslation("pictures");
  const { patterns, fill } = useOptionFills(Object.values(fills));
  const options = shownCosts({ costs, titles, years });
  const scale = scaleOf(costs);
  const describe = useCostWords();
  if (!scale) return null;
  const blocks = options.map(({ bearers }) => titleRow + Math.max(1, bearers.length) * row);
  const height = head + blocks.reduce((total, block) => total + block, 0);
  return (
    <figure className="mw-picture mw-bars">
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        viewBox={`0 0 ${width} ${height}`}
      >
        <title id={`${id}-title`}>{t("cost.title", { count: years })}</title>
        <desc id={`${id}-text`}>{options.map(describe).join(" ")}</desc>
        {patterns}
        <text x="1" y="14">
          {t("cost.saves")}
        </text>
        <text x={width - 1} y="14" textAnchor="end">
          {t("cost.pays")}
        </text>
        {options.map((option, place) => (
          <g key={option.id} transform={`translate(0 ${head + sumOf(blocks.slice(0, place))})`}>
            <text className="mw-bars__figure" x="1" y="17">
              {shortened(option.title, 38)}
            </text>
            {option.bearers.map((cost, at) => (
              <CostBar
                key={cost.bearer}
                cost={cost}
                y={titleRow + at * row}
                scale={scale}
                fill={fill(cost.difference > 0 ? fills.more : fills.less)}
              />
            ))}
            {option.bearers.length === 0 ? (
              <text x="1" y={titleRow + 14}>
                {t("cost.same")}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
    </figure>
  );
}

type CostBarProps = {
  cost: BearerCost;
  y: number;
  scale: (cents: number) => number;
  fill: string;
};

function CostBar({ cost: { bearer, difference }, y, scale, fill }: CostBarProps) {
  const { t: terms } = useTranslation();
  const format = useFormat();
  const [from, to] = [scale(Math.min(0, difference)), scale(Math.max(0, difference))];
  return (
    <>
      <text x="1" y={y + 12}>
        {terms(`bearer.${bearer}`)}
      </text>
      <text x={width - 1} y={y + 12} textAnchor="end">
        {difference > 0 ? "+ " : ""}
        {format.euro(difference)}
      </text>
      <rect
        className="mw-bars__bar"
        x={from}
        y={y + 17}
        width={round(Math.max(1, to - from))}
        height="11"
        fill={fill}
      />
      <path className="mw-bars__zero" d={`M${scale(0)} ${y + 16}v14`} />
    </>
  );
}

function shownCosts({ costs, titles, years }: CostBarsProps): Shown[] {
  return costs.flatMap(({ id, position, horizons }) => {
    const cost = horizons.find((horizon) => horizon.years === years);
    if (!cost || position === 0) return [];
    const bearers = cost.bearers.filter(({ difference }) => difference !== 0);
    return [{ id, title: titles[id] ?? "", cost, bearers }];
  });
}

/** One scale for all horizons, so that a year can be compared with five; null when nothing differs. */
function scaleOf(costs: readonly OptionCost[]): ((cents: number) => number) | null {
  const all = costs.flatMap(({ horizons }) =>
    horizons.flatMap(({ bearers }) => bearers.map(({ difference }) => difference)),
  );
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  if (low === high) return null;
  return (cents) => round(1 + ((cents - low) / (high - low)) * (width - 2));
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function useCostWords(): (shown: Shown) => string {
  const { t } = useTranslation("pictures");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const amount = (who: string, cents: number) =>
    t(cents > 0 ? "cost.more" : "cost.less", { who, amount: format.euro(Math.abs(cents)) });
  const called = (bearer: Bearer) => terms(`bearer.${bearer}`);
  return ({ title, cost, bearers }) => {
    if (bearers.length === 0) return `${title}: ${t("cost.same")}.`;
    const parts = bearers.map(({ bearer, difference }) => amount(called(bearer), difference));
    const total =
      cost.difference === 0 ? t("cost.even") : amount(t("cost.together"), cost.difference);
    return `${title}: ${format.list([...parts, total])}.`;
  };
}
