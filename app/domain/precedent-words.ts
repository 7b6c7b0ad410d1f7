import {
  binds,
  contradicts,
  recordedReason,
  sidesOf,
  type Direction,
  type Precedent,
  type Side,
} from "./precedent-binding.ts";

/**
 * Precedents as words, to compare all pairs of a scope. Row r of `width` words holds the facts or the reason of
 * precedent r; ordered facts have no words and are compared by the rules themselves.
 */
export type PrecedentWords = {
  precedents: Precedent[];
  width: number;
  facts: Record<Side, Int32Array>;
  reason: Record<Side, Int32Array>;
  /** Whether any precedent has ordered facts. */
  hasOrdered: boolean;
};

const sides: Side[] = ["pro", "con"];

export function precedentWords(precedents: Precedent[]): PrecedentWords {
  const numbers = new Map<string, number>();
  const numberOf = (fact: string): number => {
    const number = numbers.get(fact) ?? numbers.size;
    numbers.set(fact, number);
    return number;
  };
  const rows = precedents.map((precedent) =>
    sides.map((side) => {
      const values = precedent.ordered?.[side] ?? {};
      const reason = recordedReason(precedent, side) ?? precedent[side];
      const needed = reason.filter((fact) => !Object.hasOwn(values, fact));
      return { facts: precedent[side].map(numberOf), reason: needed.map(numberOf) };
    }),
  );
  const width = Math.max(1, Math.ceil(numbers.size / 32));
  const packed = (part: "facts" | "reason", side: number): Int32Array => {
    const words = new Int32Array(precedents.length * width);
    for (const [row, parts] of rows.entries()) {
      for (const bit of parts[side]?.[part] ?? []) {
        const word = row * width + (bit >>> 5);
        words[word] = (words[word] ?? 0) | (1 << (bit & 31));
      }
    }
    return words;
  };
  return {
    precedents,
    width,
    facts: { pro: packed("facts", 0), con: packed("facts", 1) },
    reason: { pro: packed("reason", 0), con: packed("reason", 1) },
    hasOrdered: precedents.some(({ ordered }) => ordered !== undefined),
  };
}

/** Tells of two rows whether the one binds the facts of the other in a direction. */
export type RowBinds = (row: number, other: number) => boolean;

/** The test for one direction; in a loop over all pairs, so without anything to look up. */
export function rowBinding(words: PrecedentWords, direction: Direction): RowBinds {
  const { own, counter } = sidesOf[direction];
  const { width, hasOrdered, precedents } = words;
  const [reason, ownFacts, counterFacts] = [
    words.reason[own],
    words.facts[own],
    words.facts[counter],
  ];
  return (row, other) => {
    const [from, to] = [row * width, other * width];
    for (let word = 0; word < width; word += 1) {
      const missing = (reason[from + word] ?? 0) & ~(ownFacts[to + word] ?? 0);
      const isNew = (counterFacts[to + word] ?? 0) & ~(counterFacts[from + word] ?? 0);
      if ((missing | isNew) !== 0) return false;
    }
    if (!hasOrdered) return true;
    const [precedent, situation] = [precedents[row], precedents[other]];
    return precedent && situation ? binds({ situation, precedent, direction }) : false;
  };
}

/** Whether two decisions contradict each other: the one of the higher level as decided, and the one of the lower. */
export function rowsContradict(
  words: PrecedentWords,
  { higher, lower }: { higher: number; lower: number },
): boolean {
  const { width, facts, reason } = words;
  const [high, low] = [higher * width, lower * width];
  for (let word = 0; word < width; word += 1) {
    const noRelief = (reason.pro[high + word] ?? 0) & ~(facts.pro[low + word] ?? 0);
    const noRule = (reason.con[low + word] ?? 0) & ~(facts.con[high + word] ?? 0);
    if ((noRelief | noRule) !== 0) return false;
  }
  if (!words.hasOrdered) return true;
  const [more, less] = [words.precedents[higher], words.precedents[lower]];
  if (!more || !less) return false;
  return contradicts(less, more, "atLeast") || contradicts(more, less, "atMost");
}
