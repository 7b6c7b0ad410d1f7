import { bearers } from "./option.ts";
import { isWithin, type RuleTryOut } from "./policy-rule.ts";
import { decidedRows, freeLevel, type DecidedBlock } from "./policy-rule-blocks.ts";
import { costsAt, decidedKinds, type DecidedIndex } from "./policy-rule-index.ts";
import { newestOf, newestRows, offerRow, type NewestRows } from "./policy-rule-newest.ts";
import type { Scan } from "./precedent-scan-steps.ts";

/**
 * A fact of a rule by its number in the catalogue, and the lowest number of the facts that count as it: what was
 * decided before that one was there did not know it.
 */
export type NumberedFact = { number: number; first: number };

export type NumberedRule = {
  mustHold: NumberedFact[];
  mustNotHold: NumberedFact[];
  bounds: (NumberedFact & { least: number | null; most: number | null })[];
  level: number;
};

/** What a try-out found; rows of the index newest first, at most `limit` of each. */
export type RuleScan = {
  numbers: RuleTryOut;
  /** How many it would settle when facts that are not known turn out so. */
  open: number;
  /** Per fact how many of those settled have it, most first. */
  groups: { number: number; count: number }[];
  disagreements: number[];
  replaced: number[];
};

/**
 * A try-out on all rows of an index, equal to `tryOut` on the situations they hold.
 *
 * @param asked.now the moment at which a precedent has to count to be replaced
 */
export function ruleScan(
  index: DecidedIndex,
  asked: { rule: NumberedRule; now: number; limit: number },
): Scan<RuleScan> {
  const { rule, now, limit } = asked;
  const compiled = compile(rule);
  const counted = newCounts(index, limit);
  let next = 0;
  return {
    step(rows) {
      for (let left = rows; left > 0 && next < index.blocks.length; next += 1) {
        const block = index.blocks[next];
        if (block) lookAt(index, counted, { block, start: next * decidedRows, compiled, now });
        left -= block?.rows ?? 0;
      }
      return next >= index.blocks.length;
    },
    result: () => resultOf(counted, index),
  };
}

type Compiled = NumberedRule & {
  must: Int32Array;
  mustNot: Int32Array;
  /** What was decided with a catalogue of this size knew all facts of the rule. */
  last: number;
  /** By size of a smaller catalogue, the facts of the rule that came later. */
  late: Map<number, Int32Array>;
};

function compile(rule: NumberedRule): Compiled {
  const bounds = rule.bounds.filter(({ least, most }) => least !== null || most !== null);
  const named = [...rule.mustHold, ...rule.mustNotHold, ...bounds];
  const width = Math.ceil(Math.max(0, ...named.map(({ number }) => number)) / 32);
  const bits = (facts: NumberedFact[]) => bitsOf(facts, width);
  return {
    ...rule,
    bounds,
    must: bits(rule.mustHold),
    mustNot: bits(rule.mustNotHold),
    last: Math.max(0, ...named.map(({ first }) => first)),
    late: new Map(),
  };
}

function bitsOf(facts: NumberedFact[], width: number): Int32Array {
  const words = new Int32Array(width);
  for (const { number } of facts) {
    words[(number - 1) >>> 5] = (words[(number - 1) >>> 5] ?? 0) | (1 << ((number - 1) & 31));
  }
  return words;
}

function lateAt(compiled: Compiled, size: number): Int32Array {
  const known = compiled.late.get(size);
  if (known) return known;
  const named = [...compiled.mustHold, ...compiled.mustNotHold, ...compiled.bounds];
  const later = named.filter(({ first }) => first > size);
  const late = bitsOf(later, compiled.must.length);
  compiled.late.set(size, late);
  return late;
}

const [no, open, yes] = [0, 1, 2];

/** The answer of the rule on a row, as `ruleAnswer` gives it. */
function answerAt(block: DecidedBlock, place: number, compiled: Compiled): number {
  const { must, mustNot, last, bounds } = compiled;
  const { words, unknown, width } = block;
  const [start, from] = [place * width * 2, place * width];
  const size = block.catalogueSize[place] ?? 0;
  const late = size < last ? lateAt(compiled, size) : null;
  let waiting = 0;
  for (let word = 0; word < must.length; word += 1) {
    const has = word < width ? (words[start + word] ?? 0) : 0;
    const [holds, absent] = [must[word] ?? 0, mustNot[word] ?? 0];
    if ((absent & has) !== 0) return no;
    const unanswered = unknown && word < width ? (unknown[from + word] ?? 0) : 0;
    const notKnown = (unanswered | (late?.[word] ?? 0)) & ~has;
    if ((holds & ~has & ~notKnown) !== 0) return no;
    waiting |= (holds | absent) & notKnown;
  }
  for (const bound of bounds) {
    const amount = amountAt(block, place, { number: bound.number, late });
    if (Number.isNaN(amount)) waiting = 1;
    else if (!isWithin(bound, amount)) return no;
  }
  return waiting === 0 ? yes : open;
}

/** How much of a fact a row has; NaN when that is not known. */
function amountAt(
  { words, width, unknown, amounts }: DecidedBlock,
  place: number,
  { number, late }: { number: number; late: Int32Array | null },
): number {
  const [word, bit] = [(number - 1) >>> 5, 1 << ((number - 1) & 31)];
  const has = word < width ? (words[place * width * 2 + word] ?? 0) : 0;
  if ((has & bit) !== 0) return amounts.get(number)?.[place] ?? NaN;
  const unanswered = unknown && word < width ? (unknown[place * width + word] ?? 0) : 0;
  return ((unanswered | (late?.[word] ?? 0)) & bit) === 0 ? 0 : NaN;
}

type Counts = {
  looked: number;
  settled: number;
  open: number;
  more: number;
  less: number;
  moneyUnknown: number;
  cents: Float64Array;
  hasCents: Uint8Array;
  facts: Uint32Array;
  disagreements: NewestRows;
  replaced: NewestRows;
};

function newCounts(index: DecidedIndex, limit: number): Counts {
  const width = Math.max(0, ...index.blocks.map((block) => block.width));
  return {
    ...{ looked: 0, settled: 0, open: 0, more: 0, less: 0, moneyUnknown: 0 },
    cents: new Float64Array(bearers.length),
    hasCents: new Uint8Array(bearers.length),
    facts: new Uint32Array(width * 32),
    disagreements: newestRows(limit),
    replaced: newestRows(limit),
  };
}

type Looking = { block: DecidedBlock; start: number; compiled: Compiled; now: number };

const ofDecision = decidedKinds.indexOf("of_decision");
const inForce = [decidedKinds.indexOf("precedent"), ofDecision];

function lookAt(index: DecidedIndex, counts: Counts, looking: Looking): void {
  const { block, start, compiled, now } = looking;
  for (let place = 0; place < block.rows; place += 1) {
    const level = block.level[place] ?? freeLevel;
    if (level === freeLevel) continue;
    const kind = block.kind[place] ?? 0;
    const isCounted = kind !== ofDecision;
    if (isCounted) counts.looked += 1;
    const answer = answerAt(block, place, compiled);
    if (answer === no) continue;
    if (answer === open) {
      if (isCounted) counts.open += 1;
      continue;
    }
    if (isCounted) countSettled(index, counts, { block, start, place, level: compiled.level });
    if (level !== compiled.level || !inForce.includes(kind)) continue;
    if ((block.until?.[place] ?? Infinity) > now) {
      offerRow(index, counts.replaced, { block, place, row: start + place });
    }
  }
}

function countSettled(
  index: DecidedIndex,
  counts: Counts,
  o: { block: DecidedBlock; start: number; place: number; level: number },
): void {
  const { block, start, place, level } = o;
  counts.settled += 1;
  countFacts(counts.facts, block, place);
  const decided = block.level[place] ?? 0;
  if (decided === level) return;
  if (decided < level) counts.more += 1;
  else counts.less += 1;
  countMoney(index, counts, o);
  offerRow(index, counts.disagreements, { block, place, row: start + place });
}

function countFacts(facts: Uint32Array, { words, width }: DecidedBlock, place: number): void {
  const start = place * width * 2;
  for (let word = 0; word < width; word += 1) {
    for (let left = words[start + word] ?? 0; left !== 0; left &= left - 1) {
      const bit = word * 32 + 31 - Math.clz32(left & -left);
      facts[bit] = (facts[bit] ?? 0) + 1;
    }
  }
}

function countMoney(
  index: DecidedIndex,
  counts: Counts,
  o: { block: DecidedBlock; place: number; level: number },
): void {
  const { block, place, level } = o;
  const costs = (block.costs?.[place] ?? -1) < 0 ? [] : costsAt(index, { block, place });
  const decided = block.level[place] ?? 0;
  const isKnown = [level, decided].every((asked) => costs.some((each) => each.level === asked));
  if (!isKnown) {
    counts.moneyUnknown += 1;
    return;
  }
  for (const { level: at, bearer, cents } of costs) {
    if (at !== level && at !== decided) continue;
    const number = bearers.indexOf(bearer);
    counts.hasCents[number] = 1;
    counts.cents[number] = (counts.cents[number] ?? 0) + (at === level ? cents : -cents);
  }
}

function resultOf(counts: Counts, index: DecidedIndex): RuleScan {
  const { looked, settled, more, less, moneyUnknown, disagreements, replaced } = counts;
  const groups = [...counts.facts]
    .map((count, bit) => ({ number: bit + 1, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.number - b.number);
  const differs = more + less;
  return {
    numbers: {
      ...{ looked, settled, agrees: settled - differs, differs },
      ...{ moreGenerous: more, lessGenerous: less, replaces: replaced.count, moneyUnknown },
      money: bearers.flatMap((bearer, number) =>
        counts.hasCents[number] ? [{ bearer, cents: counts.cents[number] ?? 0 }] : [],
      ),
    },
    open: counts.open,
    groups,
    disagreements: newestOf(index, disagreements),
    replaced: newestOf(index, replaced),
  };
}
