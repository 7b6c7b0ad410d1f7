import {
  groupsOf,
  variantsIn,
  type LineBits,
  type LineGroup,
  type LineVariant,
} from "./line-variants.ts";
import { binds, contradicts } from "./precedent-binding.ts";

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
 * compared, a row at a time. Yields after each row, so that whoever runs it can let others go first.
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function* lineScan(bits: LineBits, levels: number): Generator<undefined, LineScan> {
  const variants = variantsIn(bits);
  const groups = groupsOf(variants);
  const work: Work = {
    ...{ bits, variants, groups, conflicts: [] },
    sides: sidesOf(bits, variants),
    levels: Int32Array.from(variants, ({ level }) => level),
    top: levels - 1,
    lower: new Int32Array(groups.length),
    upper: new Int32Array(groups.length).fill(levels - 1),
    countedFor: new Int32Array(groups.length).fill(-1),
  };
  for (const place of variants.keys()) {
    compareWithAll(work, place);
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
  top: number;
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

/** What one variant does to all others. A hundred million of these pairs are to take about a second. */
function compareWithAll(work: Work, there: number): void {
  const { width } = work.bits;
  const { factsPro, factsCon, reasonPro, reasonCon } = work.sides;
  const { levels, top } = work;
  const level = levels[there] ?? 0;
  // No relief binds nothing from below, the most relief nothing from above.
  const [noLeast, noMost] = [level === 0 ? 1 : 0, level === top ? 1 : 0];
  for (let here = 0; here < work.variants.length; here += 1) {
    let [atLeast, atMost, conflict] = [noLeast, noMost, (levels[here] ?? 0) < level ? 0 : 1];
    for (let word = 0; word < width; word += 1) {
      const [a, b] = [there * width + word, here * width + word];
      const missing = (reasonPro[a] ?? 0) & ~(factsPro[b] ?? 0);
      const lacking = ~(factsCon[a] ?? 0);
      atLeast |= missing | ((factsCon[b] ?? 0) & lacking);
      conflict |= missing | ((reasonCon[b] ?? 0) & lacking);
      atMost |= (reasonCon[a] ?? 0) & ~(factsCon[b] ?? 0);
      atMost |= (factsPro[b] ?? 0) & ~(factsPro[a] ?? 0);
      if (atLeast !== 0 && atMost !== 0 && conflict !== 0) break;
    }
    if (here === there || (atLeast !== 0 && atMost !== 0 && conflict !== 0)) continue;
    notePair(work, { there, here, atLeast: !atLeast, atMost: !atMost, conflict: !conflict });
  }
}

type Pair = { there: number; here: number; atLeast: boolean; atMost: boolean; conflict: boolean };

/** Notes what the case `there` does to the one `here`, where the bits let it. */
function notePair(work: Work, pair: Pair): void {
  const [variant, other] = [work.variants[pair.there], work.variants[pair.here]];
  if (!variant || !other) return;
  const { atLeast, atMost, conflict } = exactly(work.bits, pair, [variant, other]);
  if (conflict) work.conflicts.push([pair.there, pair.here]);
  if (variant.group === other.group) return;
  const { level } = variant;
  const [lower = 0, upper = 0] = [work.lower[other.group], work.upper[other.group]];
  if (atLeast && level > lower) work.lower[other.group] = level;
  if (atMost && level < upper) work.upper[other.group] = level;
  const group = work.groups[variant.group];
  const follows = level === other.level && (level > 0 ? atLeast : atMost);
  if (!group || !follows || work.countedFor[other.group] === variant.group) return;
  work.countedFor[other.group] = variant.group;
  group.weight += 1;
  if (group.followers.length < mostFollowers) group.followers.push(other.group);
}

type Verdict = Pick<Pair, "atLeast" | "atMost" | "conflict">;

/** What the bits let through is final, but for ordered facts: there the rules themselves are asked. */
function exactly(
  bits: LineBits,
  pair: Pair,
  [variant, other]: [LineVariant, LineVariant],
): Verdict {
  if (!bits.measured[variant.row] && !bits.measured[other.row]) return pair;
  const [precedent, situation] = [bits.exactly(variant.row), bits.exactly(other.row)];
  return {
    atLeast: pair.atLeast && binds({ precedent, situation, direction: "atLeast" }),
    atMost: pair.atMost && binds({ precedent, situation, direction: "atMost" }),
    conflict:
      pair.conflict &&
      (contradicts(situation, precedent, "atLeast") || contradicts(precedent, situation, "atMost")),
  };
}
