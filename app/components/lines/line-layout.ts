import type { LinePage, LinePrecedent } from "#app/schemas/line-view.ts";
import { round } from "../pictures/polar.ts";

export const pictureWidth = 680;
const left = 128;
const right = 24;
const axisHeight = 28;
const laneHeight = 36;
const mostLeading = 20;
const mostFollowers = 6;
const mostConflicts = 12;
const mostEnded = 8;

export type MarkKind = "leading" | "follower" | "other" | "ended";

export type LineMark = {
  id: string;
  kind: MarkKind;
  /** Of a leading one: its place in the table. */
  place: number | null;
  x: number;
  y: number;
  radius: number;
};

export type LineLayout = {
  height: number;
  levels: { level: number; y: number; top: number; height: number }[];
  years: { year: number; x: number }[];
  marks: LineMark[];
  follows: { key: string; path: string }[];
  conflicts: { key: string; path: string; x: number; y: number }[];
};

type Item = Omit<LineMark, "x" | "y"> & { precedent: LinePrecedent };

/** Where everything stands: levels as rows, the most relief on top, and time from left to right. */
export function lineLayout(page: LinePage): LineLayout {
  const items = itemsOf(page);
  const scale = timeScale([...items.map(({ precedent }) => precedent.decidedAt), page.now]);
  const levels: LineLayout["levels"] = [];
  const marks: LineMark[] = [];
  let top = 8;
  for (let level = highestLevel(items); level >= 0; level -= 1) {
    const own = items.filter(({ precedent }) => precedent.level === level);
    const lanes = inLanes(own.map((item) => ({ item, x: scale.xOf(item.precedent.decidedAt) })));
    const height = Math.max(1, lanes.length) * laneHeight + 8;
    levels.push({ level, top, height, y: top + height / 2 });
    for (const [lane, inLane] of lanes.entries()) {
      const y = top + 4 + (lane + 0.5) * laneHeight;
      for (const { item, x } of inLane) {
        const { id, kind, place, radius } = item;
        marks.push({ id, kind, place, radius, x: round(x), y: round(y) });
      }
    }
    top += height;
  }
  const ties = tiesOf(page, new Map(marks.map((mark) => [mark.id, mark])));
  return { height: top + axisHeight, levels, years: scale.years, marks, ...ties };
}

/** Each precedent once, as the most telling thing it is. */
function itemsOf(page: LinePage): Item[] {
  const items = new Map<string, Item>();
  const add = (precedent: LinePrecedent, kind: MarkKind, more: Partial<Item> = {}) => {
    if (items.has(precedent.id)) return;
    const radius = kind === "leading" ? 11 : kind === "ended" ? 6 : 5;
    items.set(precedent.id, { id: precedent.id, kind, place: null, radius, precedent, ...more });
  };
  const leading = page.leading.rows.slice(0, mostLeading);
  for (const [index, row] of leading.entries()) {
    add(row, "leading", { place: index + 1, radius: 11 + Math.min(6, Math.sqrt(row.weight) * 2) });
  }
  for (const { followers } of leading) {
    for (const follower of followers.slice(0, mostFollowers)) add(follower, "follower");
  }
  for (const { high, low } of page.conflicts.rows.slice(0, mostConflicts)) {
    add(high, "other");
    add(low, "other");
  }
  for (const row of page.ended.rows.slice(0, mostEnded)) add(row, "ended");
  return [...items.values()];
}

function highestLevel(items: Item[]): number {
  return items.reduce((most, { precedent }) => Math.max(most, precedent.level), 3);
}

/** From the start of the first year to the end of this one, with at most seven years named. */
function timeScale(moments: number[]) {
  const years = moments.map((moment) => new Date(moment).getUTCFullYear());
  const [first, last] = [Math.min(...years), Math.max(...years) + 1];
  const [from, until] = [Date.UTC(first, 0, 1), Date.UTC(last, 0, 1)];
  const room = pictureWidth - left - right - 40;
  const xOf = (moment: number) => left + 20 + ((moment - from) / (until - from)) * room;
  const step = Math.ceil((last - first) / 7);
  const named = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, place) => {
    const year = first + place * step;
    return { year, x: round(xOf(Date.UTC(year, 0, 1))) };
  });
  return { xOf, years: named };
}

type Placed = { item: Item; x: number };

/** As few lanes as are needed to keep marks apart. */
function inLanes(placed: Placed[]): Placed[][] {
  const lanes: Placed[][] = [];
  for (const mark of [...placed].sort((a, b) => a.x - b.x || b.item.radius - a.item.radius)) {
    const free = lanes.find((lane) => {
      const last = lane.at(-1);
      return !last || mark.x - last.x >= mark.item.radius + last.item.radius + 4;
    });
    if (free) free.push(mark);
    else lanes.push([mark]);
  }
  return lanes;
}

function tiesOf(page: LinePage, marks: Map<string, LineMark>) {
  const follows = page.leading.rows.flatMap((row) =>
    row.followers.flatMap((follower) => {
      const [from, to] = [marks.get(row.id), marks.get(follower.id)];
      return from && to ? [{ key: `${row.id} ${follower.id}`, path: curve(from, to).path }] : [];
    }),
  );
  const conflicts = page.conflicts.rows.flatMap(({ high, low }) => {
    const [from, to] = [marks.get(high.id), marks.get(low.id)];
    return from && to ? [{ key: `${high.id} ${low.id}`, ...curve(from, to) }] : [];
  });
  return { follows, conflicts };
}

/** A bow from one mark to another, so that a line does not run through what stands between, and its middle. */
function curve(from: LineMark, to: LineMark) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bow = Math.min(22, length / 5);
  const [mx, my] = [
    (from.x + to.x) / 2 - (dy / length) * bow,
    (from.y + to.y) / 2 + (dx / length) * bow,
  ];
  const path = `M${from.x} ${from.y}Q${round(mx)} ${round(my)} ${to.x} ${to.y}`;
  const x = round((from.x + 2 * mx + to.x) / 4);
  const y = round((from.y + 2 * my + to.y) / 4);
  return { path, x, y };
}
