import type {
  OptionOutcome,
  WeighedPerspectiveView,
  WeighingView,
} from "#app/schemas/weighing-view.ts";
import { dotsOf, dotSize, type Dot } from "./circle-dots.ts";
import { arcLine, polar, ringPath, type Point } from "./polar.ts";

/** The drawing is this wide; its letters are sized so that they stay readable on a phone. */
export const width = 320;
const reach = 156;
const hole = 21;
/** A wedge with the lowest rating still shows: the scale starts at 0, in the middle. */
const scale = 5;
/** Of one letter of a key at its largest, and half the height of a line of them. */
const keyWidth = 10;
const keyHalf = 6;
/** From the heart of a gate mark to its furthest point, with some air. */
const gateHalf = 8;

export type Wedge = {
  key: string;
  fill: string | null;
  room: string;
  dots: Dot[];
  label: Point & { turn: number | null; anchor: "start" | "middle" | "end" };
};

export type Sector = {
  key: string;
  place: number;
  middle: number;
  ground: string;
  passLine: string;
  wedges: Wedge[];
  gates: (Point & {
    key: string;
    outcome: OptionOutcome["perspectives"][number]["gates"][number]["outcome"];
  })[];
};

export type CircleLayout = { hole: number; rings: number[]; dot: number; sectors: Sector[] };

type Radii = { rim: number; keys: number; gates: number; upright: boolean };

/** Where everything of a perspective circle stands, around the point 0, 0. */
export function circleLayout(view: WeighingView, option: OptionOutcome): CircleLayout {
  const radii = radiiOf(view);
  const band = (radii.rim - hole) / scale;
  const slices = view.perspectives.map((perspective, place) => ({
    perspective,
    place,
    ...sliceOf(place, view.perspectives.length),
  }));
  const dot = dotSize(
    slices.map(({ perspective, from, to }) => ({
      values: cellsOf(option, perspective).map(({ values }) => values),
      angle: (to - from) / perspective.criteria.length,
    })),
    { hole, band },
  );
  return {
    hole,
    dot,
    rings: [1, 2, 3, 4, 5].map((value) => hole + value * band),
    sectors: slices.map((slice) => sectorOf({ ...slice, option, radii, band, dot })),
  };
}

/** The first perspective starts at the top; with six it stands in the middle of the top. */
export function sliceOf(
  place: number,
  count: number,
): { from: number; to: number; middle: number } {
  const step = (2 * Math.PI) / count;
  const from = place * step - (count === 6 ? step / 2 : 0);
  return { from, to: from + step, middle: from + step / 2 };
}

/** Keys stand upright where they fit; else they point outwards, and the circle gives way. */
function radiiOf({ perspectives }: WeighingView): Radii {
  const keys = perspectives.flatMap(({ criteria }) => criteria.map(({ key }) => shortKey(key)));
  const longest = Math.max(1, ...keys.map(({ length }) => length)) * keyWidth;
  const most = Math.max(1, ...perspectives.map(({ criteria }) => criteria.length));
  const room = (2 * Math.PI * (reach - 30)) / (perspectives.length * most);
  const upright = longest + 3 <= room;
  const gates = reach - 7;
  const outside = perspectives.some((own) => own.gates.length > 0) ? gates - gateHalf : reach;
  // An upright key is nowhere further from its heart than its corner: so it touches nothing, whichever way it stands.
  const corner = Math.hypot(longest / 2, keyHalf);
  const rim = outside - (upright ? 2 * corner : longest + 5);
  return { rim, keys: rim + (upright ? corner : 5), gates, upright };
}

/** Keys of an own question set can be long; the table has them in full. */
export function shortKey(key: string): string {
  return key.length > 5 ? `${key.slice(0, 4)}…` : key;
}

type SliceOf = {
  perspective: WeighedPerspectiveView;
  place: number;
  from: number;
  to: number;
  middle: number;
  option: OptionOutcome;
  radii: Radii;
  band: number;
  dot: number;
};

function sectorOf(slice: SliceOf): Sector {
  const { perspective, place, from, to, middle, option, radii, band } = slice;
  const outcome = option.perspectives.find(({ key }) => key === perspective.key);
  const pass = hole + perspective.passMark * band;
  const gates = outcome?.gates ?? [];
  const turn = 15 / radii.gates;
  return {
    key: perspective.key,
    ...{ place, middle },
    ground: ringPath({ from, to, inner: hole, outer: radii.rim, gap: 5 }),
    passLine: arcLine({ from: from + 4 / pass, to: to - 4 / pass, radius: pass }),
    wedges: wedgesOf(slice),
    gates: gates.map(({ key, outcome: answer }, index) => ({
      ...polar(middle + (index - (gates.length - 1) / 2) * turn, radii.gates),
      ...{ key, outcome: answer },
    })),
  };
}

function cellsOf(option: OptionOutcome, perspective: WeighedPerspectiveView) {
  const outcome = option.perspectives.find(({ key }) => key === perspective.key);
  return perspective.criteria.map(({ key }) => {
    const cell = outcome?.criteria.find((own) => own.key === key);
    const values = (cell?.values ?? []).flatMap(({ value }) => value ?? []);
    return { key, median: cell?.median ?? null, values };
  });
}

function wedgesOf({ perspective, from, to, option, radii, band, dot }: SliceOf): Wedge[] {
  const inset = 2.5 / radii.rim;
  const angle = (to - from - 2 * inset) / perspective.criteria.length;
  return cellsOf(option, perspective).map(({ key, median, values }, index) => {
    const start = from + inset + index * angle;
    const edges = { from: start, to: start + angle, inner: hole, gap: 1.4 };
    return {
      key,
      fill: median === null ? null : ringPath({ ...edges, outer: hole + median * band }),
      room: ringPath({ ...edges, outer: radii.rim }),
      dots: dotsOf({ values, middle: start + angle / 2, angle, hole, band, dot }),
      label: labelOf(start + angle / 2, radii),
    };
  });
}

function labelOf(angle: number, { keys, upright }: Radii): Wedge["label"] {
  const place = polar(angle, keys);
  if (upright) return { ...place, turn: null, anchor: "middle" };
  const degrees = (angle * 180) / Math.PI;
  const right = Math.sin(angle) >= 0;
  const turn = Math.round(right ? degrees - 90 : degrees + 90);
  return { ...place, turn, anchor: right ? "start" : "end" };
}
