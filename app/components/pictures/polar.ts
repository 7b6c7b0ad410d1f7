export type Point = { x: number; y: number };

/** A place by angle (clockwise from the top, in radians) and distance from the centre. */
export function polar(angle: number, radius: number): Point {
  return { x: round(radius * Math.sin(angle)), y: round(-radius * Math.cos(angle)) };
}

type Ring = { from: number; to: number; inner: number; outer: number; gap?: number };

/** A piece of a ring as the path of an SVG, with straight sides that leave half of an even gap on either side. */
export function ringPath({ from, to, inner, outer, gap = 0 }: Ring): string {
  // Nearer to the centre than this the two sides would cross.
  const start = Math.max(inner, gap / 2 / Math.sin(Math.min(Math.PI, to - from) / 2));
  const [near, far] = [Math.asin(gap / 2 / start), Math.asin(gap / 2 / outer)];
  const there = arcTo({ from: from + far, to: to - far, radius: outer });
  const back = arcTo({ from: to - near, to: from + near, radius: start });
  return `M${at(from + far, outer)}${there}L${at(to - near, start)}${back}Z`;
}

/** A line along a circle. */
export function arcLine(line: { from: number; to: number; radius: number }): string {
  return `M${at(line.from, line.radius)}${arcTo(line)}`;
}

function arcTo({ from, to, radius }: { from: number; to: number; radius: number }): string {
  const large = Math.abs(to - from) > Math.PI ? 1 : 0;
  return `A${round(radius)} ${round(radius)} 0 ${large} ${to > from ? 1 : 0} ${at(to, radius)}`;
}

function at(angle: number, radius: number): string {
  const { x, y } = polar(angle, radius);
  return `${x} ${y}`;
}

/** One decimal of a drawing of 320 units is a tenth of a pixel: more digits only make the page heavier. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
