import { tiers } from "#app/domain/tiers.ts";

/** The weights in an address (`?gewicht=40&gewicht=30&gewicht=30`), as parts of 1; null when they are no weights. */
export function weightsIn(search: URLSearchParams, count: number): number[] | null {
  const given = search.getAll("gewicht").map((text) => Number(text.replace(",", ".")));
  const all = given.reduce((total, weight) => total + weight, 0);
  const wrong = given.some((weight) => !(weight >= 0));
  if (given.length !== count || wrong || !(all > 0) || all === Infinity) return null;
  return given.map((weight) => weight / all);
}

/** The weights with one of them changed: the others keep their proportions, or share evenly when all are 0. */
export function withWeight(weights: number[], index: number, weight: number): number[] {
  const rest = weights.reduce((total, own, place) => (place === index ? total : total + own), 0);
  return weights.map((own, place) => {
    if (place === index) return weight;
    return rest > 0 ? ((1 - weight) * own) / rest : (1 - weight) / (weights.length - 1);
  });
}

export type Standing = { id: string; total: number };

/** Options from the highest total to the lowest under these weights, and which of them rank first together. */
export function standings(
  options: { id: string; scores: number[] }[],
  weights: number[],
): { all: Standing[]; first: string[] } {
  const all = options.map(({ id, scores }) => ({
    id,
    total: scores.reduce((total, score, place) => total + score * (weights[place] ?? 0), 0),
  }));
  const first = tiers(all.map(({ id, total }) => ({ id, value: total })))[0] ?? [];
  return { all: all.sort((a, b) => b.total - a.total), first };
}

/** Whole parts of 100 that add up to 100: the largest remainders are rounded up. */
export function hundredths(weights: number[]): number[] {
  const whole = weights.map((weight) => Math.floor(weight * 100 + 1e-9));
  const order = weights
    .map((weight, place) => ({ place, rest: weight * 100 - (whole[place] ?? 0) }))
    .sort((a, b) => b.rest - a.rest);
  const left = 100 - whole.reduce((total, part) => total + part, 0);
  for (const { place } of order.slice(0, left)) whole[place] = (whole[place] ?? 0) + 1;
  return whole;
}
