import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { GivenValue } from "#app/schemas/weighing-view.ts";

const points = [1, 2, 3, 4, 5];
const step = 16;
const top = 5;

type RatingDotsProps = { values: GivenValue[]; median: number | null };

/** The ratings as dots on the scale of 1 to 5, the median as a line; read out as a list of numbers. */
export function RatingDots({ values, median }: RatingDotsProps) {
  const { t } = useTranslation("results");
  const format = useFormat();
  const given = values.flatMap(({ value }) => value ?? []).sort((a, b) => a - b);
  const most = Math.max(1, ...points.map((point) => stackOf(given, point)));
  const height = most * 9 + 8;
  return (
    <>
      <span className="mw-visually-hidden">
        {given.length === 0
          ? t("dots.none")
          : t("dots.words", { values: format.list(given.map(String)) })}
      </span>
      <svg
        className="mw-dots"
        width={step * 5}
        height={height}
        viewBox={`0 0 ${step * 5} ${height}`}
        aria-hidden
      >
        <line className="mw-dots__axis" x1="0" x2={step * 5} y1={height - 4} y2={height - 4} />
        {points.map((point) => (
          <line
            key={point}
            className="mw-dots__axis"
            x1={xOf(point)}
            x2={xOf(point)}
            y1={height - 7}
            y2={height - 1}
          />
        ))}
        {median === null ? null : (
          <line
            className="mw-dots__median"
            x1={xOf(median)}
            x2={xOf(median)}
            y1="0"
            y2={height - 4}
          />
        )}
        {given.map((value, place) => (
          <circle
            key={place}
            className="mw-dots__dot"
            cx={xOf(value)}
            cy={height - 8 - top + 4 - 9 * given.slice(0, place).filter((v) => v === value).length}
            r="4"
          />
        ))}
      </svg>
    </>
  );
}

function stackOf(given: number[], point: number): number {
  return given.filter((value) => value === point).length;
}

function xOf(point: number): number {
  return (point - 0.5) * step;
}
