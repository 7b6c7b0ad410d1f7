import { assertScoredOptions, scoreGroups } from "./scored-option.ts";

/** Three weights, non-negative and summing to 1: a point of the weight triangle. */
export type TriangleWeights = [number, number, number];

export type TriangleShare = {
  id: string;
  share: number;
  centre: TriangleWeights | null;
  ranks: number[];
  region: TriangleWeights[];
};

type Polygon = TriangleWeights[];
type Cell = { polygon: Polygon; better: number };

const corners: Polygon = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** Share of the triangle under which a polygon is the trace of rounding: real regions are far larger. */
const noArea = 1e-13;
/** Corners closer than this are one corner. */
const sameCorner = 1e-9;

/**
 * The triangle of all weightings of three perspectives, cut exactly into what each option makes of it. Per option, in
 * the order of the input:
 *
 * - `share`: part of the triangle where it ranks first, 0 to 1; the shares sum to 1 within 1e-12.
 * - `centre`: its central weights, the centroid of that part; null when it never ranks first.
 * - `ranks`: part of the triangle where it takes rank 1, 2, … up to the number of options; `share` is the first.
 * - `region`: corners, in order around it, of the convex polygon where it ranks first; empty when there is none.
 *
 * On a border between polygons options tie; a border has no area. Options with equal scores (1e-9) tie everywhere:
 * they take an equal part of each rank they hold together, and share one region and centre.
 *
 * Source: rank acceptability and central weight vector of SMAA-2 (Lahdelma & Salminen, Operations Research 49(3),
 * 2001) with known scores and no information on the weights, where the integrals are areas of polygons.
 *
 * @throws DomainError `options` for an id that is there twice, `scores` unless three finite scores per option.
 */
export function weightTriangle(options: { id: string; scores: [number, number, number] }[]): {
  shares: TriangleShare[];
} {
  assertScoredOptions(options, corners.length);
  const groups = scoreGroups(options);
  const shares: TriangleShare[] = options.map(({ id }) => ({
    id,
    share: 0,
    centre: null,
    ranks: options.map(() => 0),
    region: [],
  }));
  for (const group of groups) {
    const figures = groupFigures(group, groups);
    for (const member of group.members) {
      const share = shares[member];
      if (share) Object.assign(share, copyOf(figures));
    }
  }
  return { shares };
}

type Group = { scores: number[]; members: number[] };
type Figures = Omit<TriangleShare, "id">;

function copyOf({ share, centre, ranks, region }: Figures): Figures {
  return {
    share,
    centre: centre && [...centre],
    ranks: [...ranks],
    region: region.map((corner): TriangleWeights => [...corner]),
  };
}

/** Cuts the triangle by the line of equal totals with every rival: in each cell the group has one rank. */
function groupFigures(group: Group, groups: Group[]): Figures {
  const size = group.members.length;
  let cells: Cell[] = [{ polygon: corners, better: 0 }];
  for (const rival of groups) {
    if (rival === group) continue;
    const lead = group.scores.map((score, place) => score - (rival.scores[place] ?? 0));
    cells = cells.flatMap((cell) => cut({ cell, lead, rivals: rival.members.length }));
  }
  const options = groups.reduce((total, { members }) => total + members.length, 0);
  const ranks = Array.from({ length: options }, () => 0);
  for (const { polygon, better } of cells) {
    const part = areaOf(polygon) / size;
    for (let rank = better; rank < better + size; rank += 1)
      ranks[rank] = (ranks[rank] ?? 0) + part;
  }
  const first = cells.find(({ better }) => better === 0);
  const share = ranks[0] ?? 0;
  if (!first) return { share, centre: null, ranks, region: [] };
  return { share, centre: centroidOf(first.polygon), ranks, region: withoutDoubles(first.polygon) };
}

/** One or two cells: where the lead is positive, and where it is negative and the rivals rank before. */
function cut({ cell, lead, rivals }: { cell: Cell; lead: number[]; rivals: number }): Cell[] {
  const { polygon, better } = cell;
  const noise = 1e-14 * Math.max(...lead.map(Math.abs));
  const leads = polygon.map((corner) => {
    const value = dot(lead, corner);
    return Math.abs(value) <= noise ? 0 : value;
  });
  if (leads.every((value) => value >= 0)) return [cell];
  const behind = { polygon, better: better + rivals };
  if (leads.every((value) => value <= 0)) return [behind];
  const ahead = { polygon: half(polygon, leads), better };
  behind.polygon = half(
    polygon,
    leads.map((value) => -value),
  );
  return [ahead, behind].filter((piece) => areaOf(piece.polygon) > noArea);
}

/** The part of a convex polygon where the values at its corners are not negative (Sutherland & Hodgman 1974). */
function half(polygon: Polygon, values: number[]): Polygon {
  const kept: Polygon = [];
  for (const [index, corner] of polygon.entries()) {
    const following = (index + 1) % polygon.length;
    const next = polygon[following];
    const here = values[index] ?? 0;
    const there = values[following] ?? 0;
    if (here >= 0) kept.push(corner);
    if (next && here * there < 0) kept.push(between(corner, next, here / (here - there)));
  }
  return kept;
}

function between(from: TriangleWeights, to: TriangleWeights, part: number): TriangleWeights {
  const [a, b, c] = from;
  const [d, e, f] = to;
  return [a + part * (d - a), b + part * (e - b), c + part * (f - c)];
}

function dot(lead: readonly number[], [a, b, c]: TriangleWeights): number {
  return (lead[0] ?? 0) * a + (lead[1] ?? 0) * b + (lead[2] ?? 0) * c;
}

/** Area as a part of the whole triangle: in barycentric coordinates the whole has determinant 1. */
function areaOf(polygon: Polygon): number {
  return fan(polygon).reduce((total, { area }) => total + area, 0);
}

function fan(polygon: Polygon): { area: number; corners: Polygon }[] {
  const [first, ...rest] = polygon;
  if (!first) return [];
  return rest.slice(1).map((third, index) => {
    const second = rest[index] ?? first;
    const area = Math.abs(
      (second[0] - first[0]) * (third[1] - first[1]) -
        (second[1] - first[1]) * (third[0] - first[0]),
    );
    return { area, corners: [first, second, third] };
  });
}

function centroidOf(polygon: Polygon): TriangleWeights {
  const triangles = fan(polygon);
  const total = triangles.reduce((sum, { area }) => sum + area, 0);
  const centre: TriangleWeights = [0, 0, 0];
  for (const { area, corners: three } of triangles) {
    for (const corner of three) {
      centre[0] += (area * corner[0]) / (3 * total);
      centre[1] += (area * corner[1]) / (3 * total);
      centre[2] += (area * corner[2]) / (3 * total);
    }
  }
  return centre;
}

function withoutDoubles(polygon: Polygon): Polygon {
  const apart = polygon.filter((corner, index) => {
    const previous = polygon.at(index - 1) ?? corner;
    return corner.some((weight, place) => Math.abs(weight - (previous[place] ?? 0)) > sameCorner);
  });
  // A region narrower than the tolerance keeps its own corners.
  return apart.length >= 3 ? apart : polygon;
}
