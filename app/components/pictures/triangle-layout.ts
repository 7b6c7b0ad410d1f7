import type { RobustOption } from "#app/schemas/robustness-view.ts";
import { round, type Point } from "./polar.ts";
import { shortened, wrapped } from "./text-lines.ts";

export const width = 320;
export const height = 340;
export const corners: [Point, Point, Point] = [
  { x: width / 2, y: 42 },
  { x: 8, y: 300 },
  { x: width - 8, y: 300 },
];
export const lineHeight = 17;
const letter = 7.4;

/** Where weights lie: in a corner one perspective is all that counts. */
export function pointOf(weights: readonly number[]): Point {
  const along = (axis: "x" | "y") =>
    round(
      corners.reduce((total, corner, place) => total + corner[axis] * (weights[place] ?? 0), 0),
    );
  return { x: along("x"), y: along("y") };
}

/** The weights of a place in the drawing; outside the triangle those of the nearest place on its edge. */
export function weightsAt({ x, y }: Point): [number, number, number] {
  const [top, left, right] = corners;
  const first = (left.y - y) / (left.y - top.y);
  const along = (x - left.x) / (right.x - left.x);
  const third = along - first / 2;
  return withinTriangle([first, 1 - first - third, third]);
}

/** Weights below 0 become 0, the others give what is too much in proportion. */
export function withinTriangle(weights: [number, number, number]): [number, number, number] {
  const kept = weights.map((weight) => Math.max(0, weight));
  const all = kept.reduce((total, weight) => total + weight, 0);
  const [a = 0, b = 0, c = 0] = kept.map((weight) => weight / all);
  return [a, b, c];
}

export function polygonPath(points: Point[]): string {
  return points.length === 0 ? "" : `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}Z`;
}

/** Of the lines the first few are the name of the option. */
export type RegionLabel = { x: number; y: number; lines: string[]; named: number };
type Labelled = { option: RobustOption; share: string; avoid: Point[] };

/** The words in a region: as many as fit, clear of the points drawn there; none in a sliver. */
export function regionLabel({ option, share, avoid }: Labelled): RegionLabel | null {
  const polygon = option.region.map(pointOf);
  const title = `${option.position}. ${option.title}`;
  const number = `${option.position}.`;
  const attempts = [
    { name: wrapped(title, 24, 2), part: [share] },
    { name: wrapped(title, 16, 2), part: [share] },
    { name: wrapped(title, 11, 3), part: [share] },
    { name: [shortened(title, 12)], part: [share] },
    { name: [number], part: [share] },
    { name: [number], part: wrapped(share, 8, 3) },
    { name: [number], part: [] },
  ];
  for (const { name, part } of attempts) {
    const lines = [...name, ...part];
    const place = placeFor(lines, polygon, avoid);
    if (place) return { ...place, lines, named: name.length };
  }
  return null;
}

/** As near to half the height of the region as the lines fit, from edge to edge. */
function placeFor(lines: string[], polygon: Point[], avoid: Point[]): Point | null {
  const ys = polygon.map(({ y }) => y);
  const from = Math.min(...ys);
  const room = Math.max(...ys) - from - lines.length * lineHeight;
  if (!(room >= 0)) return null;
  const tops = Array.from({ length: 41 }, (_, step) => from + (room * step) / 40);
  tops.sort((a, b) => Math.abs(a - from - room / 2) - Math.abs(b - from - room / 2));
  for (const top of tops) {
    const x = placeAlong({ lines, top, polygon, avoid });
    if (x !== null) return { x: round(x), y: round(top) };
  }
  return null;
}

/** The middle of where all lines fit, or moved aside from a point in the way. */
function placeAlong(block: {
  lines: string[];
  top: number;
  polygon: Point[];
  avoid: Point[];
}): number | null {
  const { lines, top, polygon, avoid } = block;
  const widths = lines.map(({ length }) => length * letter + 6);
  let [low, high] = [-Infinity, Infinity];
  for (const [place, needed] of widths.entries()) {
    for (const y of [top + place * lineHeight + 2, top + (place + 1) * lineHeight - 1]) {
      const chord = chordAt(polygon, y);
      if (!chord) return null;
      low = Math.max(low, chord.from + needed / 2);
      high = Math.min(high, chord.to - needed / 2);
    }
  }
  if (low > high) return null;
  const half = Math.max(...widths) / 2 + 8;
  const near = avoid.filter(({ y }) => y > top - 10 && y < top + lines.length * lineHeight + 10);
  const free = (x: number) => near.every((point) => Math.abs(point.x - x) > half);
  return [(low + high) / 2, low, high].find(free) ?? null;
}

function chordAt(polygon: Point[], y: number): { from: number; to: number } | null {
  const crossings = polygon.flatMap((start, place) => {
    const end = polygon[(place + 1) % polygon.length];
    if (!end || (start.y < y && end.y < y) || (start.y > y && end.y > y)) return [];
    if (start.y === end.y) return [start.x, end.x];
    return [start.x + ((end.x - start.x) * (y - start.y)) / (end.y - start.y)];
  });
  if (crossings.length < 2) return null;
  return { from: Math.min(...crossings), to: Math.max(...crossings) };
}
