/** Precedents and cases by chance: 128 facts, some common and most rare, decided nearly alike. */
import type { Chance } from "../../db/seed/bulk/chance.ts";

export const factCount = 128;
export const levels = 4;
/** The first half pleads for relief. */
export const isPro = (number: number): boolean => number <= factCount / 2;

export type GeneratedFacts = { pro: number[]; con: number[] };
export type GeneratedPrecedent = GeneratedFacts & {
  level: number;
  /** What the decision rests on: all, where nothing was named. */
  reason: number[];
};

/** Up to six facts for relief and up to five against. */
export function someFacts(random: Chance): GeneratedFacts {
  return {
    pro: onSide(random, 0, 1 + random.below(6)),
    con: onSide(random, factCount / 2, random.below(6)),
  };
}

function onSide(random: Chance, from: number, count: number): number[] {
  const numbers = Array.from({ length: count }, () => {
    // The common ones come up many times as often as the rare ones.
    const place = random.next() * random.next();
    return from + 1 + Math.floor((place * factCount) / 2);
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** How much a fact says, the same every time. */
function weight(number: number): number {
  return 1 + ((number * 37) % 11) / 4;
}

export function somePrecedent(random: Chance): GeneratedPrecedent {
  const { pro, con } = someFacts(random);
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + weight(each), 0);
  // People decide nearly alike, not quite.
  const score = sum(pro) - sum(con) + (random.next() - 0.5);
  const level = score < -2 ? 0 : score < 2 ? 1 : score < 6 ? 2 : 3;
  const named = random.next() < 0.4;
  const reason = [pro, con].flatMap((side) => {
    const some = named ? side.filter(() => random.next() < 0.6) : [];
    return some.length > 0 ? some : side;
  });
  return { pro, con, level, reason };
}
