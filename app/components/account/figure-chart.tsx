import { Bar, BarChart, LabelList, Legend, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { Figure, FigureRow } from "#app/domain/account-figures.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useOptionFills } from "../pictures/option-fill.tsx";
import { chartFor } from "#app/domain/account-chart.ts";
import { useFigureWords } from "./use-figure-words.ts";

const barHeight = 26;
const around = 78;
const labelWidth = 132;
const lineHeight = 17;
/** Letters that surely fit on a line of a label. */
const lineLength = 15;

/** A figure in bars. Loaded after the page: the table beside it says the same. */
export function FigureChart({ figure }: { figure: Figure }) {
  const words = useFigureWords();
  const format = useFormat();
  const { columns, rows, stacked } = chartFor(figure);
  const { patterns, fill } = useOptionFills(columns.map((_, series) => series + 1));
  const scale = figure.columns[columns[0] ?? 0]?.unit === "cents" ? 100 : 1;
  const data = rows.map((row) => ({
    name: words.row(figure, row),
    ...valuesOf(row, columns, scale),
  }));
  const lines = Math.max(1, ...data.map(({ name }) => Math.ceil(name.length / lineLength)));
  const bars = barHeight * (stacked ? 1 : Math.max(1, columns.length * 0.7));
  const height = around + rows.length * Math.max(bars, lines * lineHeight);
  const isLabelled = !stacked || columns.length === 1;
  return (
    <ResponsiveContainer width="100%" height={height} className="mw-chart__box">
      <BarChart data={data} layout="vertical" accessibilityLayer={false} margin={{ right: 44 }}>
        {patterns}
        <XAxis
          type="number"
          allowDecimals={false}
          tickFormatter={(value: number) => format.number(value)}
        />
        <YAxis type="category" dataKey="name" width={labelWidth} interval={0} />
        {columns.length > 1 ? <Legend itemSorter={null} /> : null}
        {columns.map((place, series) => (
          <Bar
            key={place}
            dataKey={`v${place}`}
            name={words.column(figure.columns[place] ?? { key: "cases" })}
            fill={fill(series + 1)}
            className="mw-chart__bar"
            isAnimationActive={false}
            maxBarSize={barHeight}
            {...(stacked ? { stackId: "all" } : {})}
          >
            {isLabelled ? <LabelList position="right" /> : null}
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

function valuesOf({ values }: FigureRow, columns: number[], scale: number) {
  return Object.fromEntries(
    columns.map((place) => {
      const value = values[place];
      return [`v${place}`, typeof value === "number" ? value / scale : 0];
    }),
  );
}
