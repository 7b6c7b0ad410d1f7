import {
  groupsOf,
  variantsIn,
  type LineBits,
  type LineGroup,
  type LineVariant,
} from "./line-variants.ts";
import { binds, contradicts, type Direction } from "./precedent-binding.ts";

export type { LineBits, LineGroup, LineVariant } from "./line-variants.ts";

export type LineScan = {
  variants: LineVariant[];
  groups: LineGroup[];
  /** Places of two variants that decided one situation two ways: the one with more relief first. */
  conflicts: [number, number][];
};

const mostFollowers = 200;

/**
 * What a line of precedents comes down to, as `leading` and `contradicts` have it, for thousands of them: every pair is
 * compared that can bind, a row at a time. Yields after each row, so that whoever runs it can let others go first.
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function* lineScan(bits: LineBits, levels: number): Generator<undefined, LineScan> {
  const variants = variantsIn(bits);
  yield;
  const groups = groupsOf(variants);
  yield;
  const sides = sidesOf(bits, variants);
  const work: Work = {
    ...{ bits, variants, groups, conflicts: [], sides },
    levels: Int32Array.from(variants, ({ level }) => level),
    withPro: rowsByFact(sides.factsPro, bits.width),
    withCon: rowsByFact(sides.factsCon, bits.width),
    all: Int32Array.from(variants.keys()),
    lower: new Int32Array(groups.length),
    upper: new Int32Array(groups.length).fill(levels - 1),
    countedFor: new Int32Array(groups.length).fill(-1),
  };
  yield;
  for (const [place, { level }] of variants.entries()) {
    // No relief binds nothing from below, the most relief nothing from above.
    if (level > 0) bindFromBelow(work, place);
    if (level < levels - 1) bindFromAbove(work, place);
    yield;
  }
  for (const [place, group] of groups.entries()) {
    group.isLeading = work.lower[place] !== group.level || work.upper[place] !== group.level;
  }
  const { conflicts } = work;
  return { variants, groups, conflicts };
}

type Work = LineScan & {
  bits: LineBits;
  sides: Sides;
  levels: Int32Array;
  /** The variants with a fact, by its number from 0 on. */
  withPro: Int32Array[];
  withCon: Int32Array[];
  all: Int32Array;
  /** Per group the band that the others give for its facts. */
  lower: Int32Array;
  upper: Int32Array;
  /** Per group the last one from which it was counted to follow. */
  countedFor: Int32Array;
};

/** The facts and the reason of every variant, split by side, in the order of the variants. */
type Sides = {
  factsPro: Uint32Array;
  factsCon: Uint32Array;
  reasonPro: Uint32Array;
  reasonCon: Uint32Array;
};

function sidesOf(bits: LineBits, variants: LineVariant[]): Sides {
  const { width } = bits;
  const split = (words: Uint32Array, side: Uint32Array) => {
    const own = new Uint32Array(variants.length * width);
    for (const [place, { row }] of variants.entries()) {
      for (let word = 0; word < width; word += 1) {
        own[place * width + word] = (words[row * width + word] ?? 0) & (side[word] ?? 0);
      }
    }
    return own;
  };
  return {
    factsPro: split(bits.facts, bits.pro),
    factsCon: split(bits.facts, bits.con),
    reasonPro: split(bits.reasons, bits.pro),
    reasonCon: split(bits.reasons, bits.con),
  };
}

function rowsByFact(words: Uint32Array, width: number): Int32Array[] {
  const rows: number[][] = Array.from({ length: width * 32 }, () => []);
  for (const [at, word] of words.entries()) {
    for (let left = word; left !== 0; left &= left - 1) {
      rows[(at % width) * 32 + 31 - Math.clz32(left & -left)]?.push(Math.floor(at / width));
    }
  }
  return rows.map((own) => Int32Array.from(own));
}

/** Those that have the rarest fact of a reason: no others can have all of it. */
function candidates(work: Work, reason: Uint32Array, place: number): Int32Array {
  const { width } = work.bits;
  const rows = reason === work.sides.reasonPro ? work.withPro : work.withCon;
  let fewest = work.all;
  for (let word = 0; word < width; word += 1) {
    for (let left = reason[place * width + word] ?? 0; left !== 0; left &= left - 1) {
      const own = rows[word * 32 + 31 - Math.clz32(left & -left)];
      if (own && own.length < fewest.length) fewest = own;
    }
  }
  return fewest;
}

/** What a case with relief asks for others at least, and which cases with less relief contradict it. */
function bindFromBelow(work: Work, there: number): void {
  const { width } = work.bits;
  const { factsPro, factsCon, reasonPro, reasonCon } = work.sides;
  const level = work.levels[there] ?? 0;
  for (const here of candidates(work, reasonPro, there)) {
    if (here === there) continue;
    let binding = 0;
    let conflict = (work.levels[here] ?? 0) < level ? 0 : 1;
    for (let word = 0; word < width; word += 1) {
      const a = there * width + word;
      const b = here * width + word;
      const missing = (reasonPro[a] ?? 0) & ~(factsPro[b] ?? 0);
      const lacking = ~(factsCon[a] ?? 0);
      binding |= missing | ((factsCon[b] ?? 0) & lacking);
      conflict |= missing | ((reasonCon[b] ?? 0) & lacking);
    }
    if (binding !== 0 && conflict !== 0) continue;
    const [atLeast, conflicts] = fromBelow(work, { there, here }, [!binding, !conflict]);
    if (conflicts) work.conflicts.push([there, here]);
    if (atLeast) noteBinding(work, { there, here }, "atLeast");
  }
}

/** What a case without the most relief allows others at most. */
function bindFromAbove(work: Work, there: number): void {
  const { width } = work.bits;
  const { factsPro, factsCon, reasonCon } = work.sides;
  for (const here of candidates(work, reasonCon, there)) {
    if (here === there) continue;
    let binding = 0;
    for (let word = 0; word < width; word += 1) {
      const a = there * width + word;
      const b = here * width + word;
      binding |= (reasonCon[a] ?? 0) & ~(factsCon[b] ?? 0);
      binding |= (factsPro[b] ?? 0) & ~(factsPro[a] ?? 0);
    }
    if (binding !== 0) continue;
    const exact = exactPair(work, { there, here });
    const atMost = !exact || binds({ ...exact, direction: "atMost" });
    if (atMost) noteBinding(work, { there, here }, "atMost");
  }
}

type Pair = { there: number; here: number };

/** Two cases as the rules compare them when one has ordered facts; the bits are final when none has. */
function exactPair({ bits, variants }: Work, { there, here }: Pair) {
  const [rowThere = 0, rowHere = 0] = [variants[there]?.row, variants[here]?.row];
  if (!bits.measured[rowThere] && !bits.measured[rowHere]) return null;
  return { precedent: bits.exactly(rowThere), situation: bits.exactly(rowHere) };
}

function fromBelow(work: Work, pair: Pair, [atLeast, conflict]: [boolean, boolean]) {
  const exact = exactPair(work, pair);
  if (!exact) return [atLeast, conflict];
  const { precedent, situation } = exact;
  return [
    atLeast && binds({ ...exact, direction: "atLeast" }),
    conflict &&
      (contradicts(situation, precedent, "atLeast") || contradicts(precedent, situation, "atMost")),
  ];
}

function noteBinding(work: Work, { there, here }: Pair, direction: Direction): void {
  const [variant, other] = [work.variants[there], work.variants[here]];
  if (!variant || !other || variant.group === other.group) return;
  const { level } = variant;
  const [lower = 0, upper = 0] = [work.lower[other.group], work.upper[other.group]];
  if (direction === "atLeast" && level > lower) work.lower[other.group] = level;
  if (direction === "atMost" && level < upper) work.upper[other.group] = level;
  const group = work.groups[variant.group];
  const follows = level === other.level && direction === (level > 0 ? "atLeast" : "atMost");
  if (!group || !follows || work.countedFor[other.group] === variant.group) return;
  work.countedFor[other.group] = variant.group;
  group.weight += 1;
  if (group.followers.length < mostFollowers) group.followers.push(other.group);
}
