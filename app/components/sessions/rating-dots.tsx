import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { GivenValue } from "#app/schemas/weighing-view.ts";
import { usePictureId } from "../pictures/hatch.tsx";

const points = [1, 2, 3, 4, 5];
const step = 24;
const stack = 10;
/** Under the axis: the numbers. */
const foot = 18;

type RatingDotsProps = {
  values: GivenValue[];
  median: number | null;
  /** What the same people gave in the round before: shows from where a dot came. */
  before?: GivenValue[] | undefined;
};

type Move = { from: number; to: number | null };

/** The ratings as dots on the scale of 1 to 5, the median as a line; read out as a list of numbers. */
export function RatingDots({ values, median, before = [] }: RatingDotsProps) {
  const id = usePictureId();
  const moves = movesOf(values, before);
  const given = numbersOf(values.filter(({ who }) => !moves.some(({ seat }) => seat === who.seat)));
  const most = Math.max(1, ...points.map((point) => countOf(given, point)));
  const axis = moves.length * (stack + 2) + most * stack + 3;
  const height = axis + foot;
  return (
    <svg
      className="mw-dots"
      role="img"
      aria-labelledby={id}
      width={step * 5}
      height={height}
      viewBox={`0 0 ${step * 5} ${height}`}
    >
      <title id={id}>{useDotWords(values, before)}</title>
      <path className="mw-dots__axis" d={`M0 ${axis}H${step * 5}`} />
      {points.map((point) => (
        <text key={point} className="mw-dots__number" x={xOf(point)} y={axis + 13}>
          {point}
        </text>
      ))}
      {median === null ? null : (
        <path className="mw-dots__median" d={`M${xOf(median)} 0V${axis + 3}`} />
      )}
      {given.map((value, place) => (
        <circle
          key={place}
          className="mw-dots__dot"
          cx={xOf(value)}
          cy={axis - stack / 2 - stack * countOf(given.slice(0, place), value)}
          r="4.2"
        />
      ))}
      {moves.map(({ seat, ...move }, place) => (
        <MovedDot key={seat} move={move} y={place * (stack + 2) + stack / 2 + 1} />
      ))}
    </svg>
  );
}

/** From an open dot where somebody was to a full one where the rating is now. */
function MovedDot({ move: { from, to }, y }: { move: Move; y: number }) {
  if (to === null) return <circle className="mw-dots__before" cx={xOf(from)} cy={y} r="4" />;
  const way = Math.sign(to - from);
  const end = xOf(to) - way * 5.5;
  return (
    <>
      <circle className="mw-dots__before" cx={xOf(from)} cy={y} r="4" />
      <path
        className="mw-dots__way"
        d={`M${xOf(from) + way * 5} ${y}H${end}M${end - way * 4} ${y - 3}L${end} ${y}L${end - way * 4} ${y + 3}`}
      />
      <circle className="mw-dots__dot" cx={xOf(to)} cy={y} r="4.2" />
    </>
  );
}

function useDotWords(values: GivenValue[], before: GivenValue[]): string {
  const { t } = useTranslation("results");
  const { t: pictures } = useTranslation("pictures");
  const format = useFormat();
  const [now, then] = [numbersOf(values), numbersOf(before)];
  const list = (numbers: number[]) => format.list(numbers.map(String));
  if (then.length > 0) return pictures("dots.moved", { before: list(then), values: list(now) });
  return now.length === 0 ? t("dots.none") : t("dots.words", { values: list(now) });
}

function movesOf(values: GivenValue[], before: GivenValue[]): (Move & { seat: number })[] {
  return before.flatMap(({ who, value: from }) => {
    const to = values.find((own) => own.who.seat === who.seat)?.value ?? null;
    return from === null || from === to ? [] : [{ seat: who.seat, from, to }];
  });
}

function numbersOf(values: GivenValue[]): number[] {
  return values.flatMap(({ value }) => value ?? []).sort((a, b) => a - b);
}

function countOf(given: number[], point: number): number {
  return given.filter((value) => value === point).length;
}

function xOf(point: number): number {
  return (point - 0.5) * step;
}
