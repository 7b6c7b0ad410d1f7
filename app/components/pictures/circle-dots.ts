import { polar, type Point } from "./polar.ts";

export type Dot = Point;
type Bands = { hole: number; band: number };

/** From large to as small as can still be seen. */
const sizes = [3, 2.6, 2.2, 1.8, 1.4, 1.1];
const space = 1;

/** How large the dots of a circle can be, so that equal ratings stand beside each other and none on another. */
export function dotSize(parts: { values: number[][]; angle: number }[], bands: Bands): number {
  const fits = (size: number) =>
    parts.every(({ values, angle }) =>
      values.every((cell) =>
        [1, 2, 3, 4, 5].every((value) => fit({ cell, value, angle, size, ...bands })),
      ),
    );
  return sizes.find(fits) ?? 1;
}

type Fit = Bands & { cell: number[]; value: number; angle: number; size: number };

function fit({ cell, value, angle, size, hole, band }: Fit): boolean {
  const count = cell.filter((given) => given === value).length;
  if (count === 0) return true;
  const rows = Math.ceil(
    count / perRow({ radius: bandMiddle(value, { hole, band }), angle, size }),
  );
  return rows * (2 * size + space) <= band;
}

function perRow({ radius, angle, size }: { radius: number; angle: number; size: number }): number {
  return Math.max(1, Math.floor((radius * angle - 1) / (2 * size + space)));
}

function bandMiddle(value: number, { hole, band }: Bands): number {
  return hole + (value - 0.5) * band;
}

type Dots = Bands & { values: number[]; middle: number; angle: number; dot: number };

/** A dot per rating in the band of its value; equal ones side by side, in rows when they are many. */
export function dotsOf({ values, middle, angle, hole, band, dot }: Dots): Dot[] {
  const seen = new Map<number, number>();
  return values.map((value) => {
    const index = seen.get(value) ?? 0;
    seen.set(value, index + 1);
    const count = values.filter((given) => given === value).length;
    const centre = bandMiddle(value, { hole, band });
    const most = perRow({ radius: centre, angle, size: dot });
    const rows = Math.ceil(count / most);
    const row = Math.floor(index / most);
    const inRow = row < rows - 1 ? most : count - (rows - 1) * most;
    const radius = centre + (row - (rows - 1) / 2) * (2 * dot + space);
    const turn = ((index % most) - (inRow - 1) / 2) * ((2 * dot + space) / radius);
    return polar(middle + turn, radius);
  });
}
