import { sliceOf, width } from "./circle-layout.ts";
import { wrapped } from "./text-lines.ts";

export type CircleLabel = {
  place: number;
  x: number;
  /** Of the first line; the next follow at `lineHeight`. */
  y: number;
  anchor: "start" | "middle" | "end";
  name: string[];
  verdict: string;
  /** Above the circle; its `y` counts from there, otherwise from under the circle. */
  up: boolean;
  passes: boolean;
};

type Named = { name: string; verdict: string; passes: boolean };
type Row = { side: "left" | "middle" | "right"; up: boolean };

export const lineHeight = 17;
const inCorner = 18;
const inMiddle = 34;

/**
 * Where the names stand around the circle: in its four corners, or above and under it. `top` and `bottom` are the
 * room they take, so that all circles of a page are equally high.
 */
export function circleLabels(named: Named[]): {
  labels: CircleLabel[];
  top: number;
  bottom: number;
} {
  const placed = named.map(({ name, ...words }, place) => {
    const row = rowOf(sliceOf(place, named.length).middle);
    const lines = wrapped(name, row.side === "middle" ? inMiddle : inCorner, 2);
    return { ...words, ...row, place, name: lines, height: (lines.length + 1) * lineHeight };
  });
  const room = (up: boolean) => {
    const heights = (middle: boolean) =>
      placed
        .filter((one) => one.up === up && (one.side === "middle") === middle)
        .map(({ height }) => height);
    const corners = Math.max(0, ...heights(false));
    const beside = corners === 0 ? 0 : besideCircle;
    return { corners, beside, all: corners + Math.max(0, ...heights(true)) - beside };
  };
  const [above, under] = [room(true), room(false)];
  const labels = placed.map(({ side, height, ...label }) => {
    const outer = side === "middle";
    const fromTop = outer ? 0 : above.all + above.beside - height;
    const fromCircle = (outer ? under.corners : 0) - under.beside;
    return { ...label, ...alongs[side], y: lineHeight + (label.up ? fromTop : fromCircle) };
  });
  return { labels, top: above.all, bottom: under.all };
}

const alongs = {
  left: { x: 2, anchor: "start" },
  middle: { x: width / 2, anchor: "middle" },
  right: { x: width - 2, anchor: "end" },
} as const;

/** A corner is empty beside the circle: the edge of a line of text fits in there. */
const besideCircle = 14;

function rowOf(angle: number): Row {
  const x = Math.sin(angle);
  const side = Math.abs(x) < 0.1 ? "middle" : x < 0 ? "left" : "right";
  return { side, up: Math.cos(angle) > -0.01 };
}
