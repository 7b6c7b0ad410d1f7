import { arc, type DefaultArcObject } from "d3-shape";

export type Point = { x: number; y: number };

/** A place by angle (clockwise from the top, in radians) and distance from the centre. */
export function polar(angle: number, radius: number): Point {
  return { x: round(radius * Math.sin(angle)), y: round(-radius * Math.cos(angle)) };
}

// One decimal of a drawing of 320 units wide is a tenth of a pixel: more digits only make the page heavier.
const draw = arc<DefaultArcObject>().digits(1);

type Ring = { from: number; to: number; inner: number; outer: number; gap?: number };

/** A piece of a ring as the path of an SVG, with a gap of equal width along its straight sides. */
export function ringPath({ from, to, inner, outer, gap = 0 }: Ring): string {
  const padAngle = gap / outer;
  const shape = { startAngle: from, endAngle: to, innerRadius: inner, outerRadius: outer };
  return draw.padRadius(outer)({ ...shape, padAngle }) ?? "";
}

/** A line along a circle. */
export function arcLine({ from, to, radius }: { from: number; to: number; radius: number }) {
  const start = polar(from, radius);
  const end = polar(to, radius);
  const large = to - from > Math.PI ? 1 : 0;
  return `M${start.x} ${start.y}A${round(radius)} ${round(radius)} 0 ${large} 1 ${end.x} ${end.y}`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
