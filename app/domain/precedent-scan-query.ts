import {
  recordedReason,
  sidesOf,
  type Direction,
  type Proposal,
  type Side,
  type Situation,
} from "./precedent-binding.ts";
import type { IndexBlock } from "./precedent-index-blocks.ts";
import { bitOfFact, widthFor, type PrecedentIndex } from "./precedent-index-rows.ts";
import { orderedValue } from "./precedent-ordered.ts";

/** What a value of an ordered fact in a row is compared with; NaN is unknown. */
type OrderedCheck = { fact: string; bit: number; column: number; here: number };

/** A situation as words, for one direction. */
export type DirectionQuery = {
  /** The facts that are not here: a reason that needs one does not hold. */
  own: Int32Array;
  /** The facts against the outcome that a row has to have. */
  counter: Int32Array;
  /** The number of facts against the outcome that no row has. */
  elsewhere: number;
  ownValues: OrderedCheck[];
  counterValues: OrderedCheck[];
};

export type ScanQuery = Record<Direction, DirectionQuery>;

/** A situation as words; with `reasons` only the facts that they name argue against an outcome. */
export function scanQuery(
  index: PrecedentIndex,
  situation: Situation,
  reasons?: Pick<Proposal, "reasonPro" | "reasonCon">,
): ScanQuery {
  return {
    atLeast: directionQuery(index, { situation, reasons, direction: "atLeast" }),
    atMost: directionQuery(index, { situation, reasons, direction: "atMost" }),
  };
}

type QuestionInDirection = {
  situation: Situation;
  reasons: Pick<Proposal, "reasonPro" | "reasonCon"> | undefined;
  direction: Direction;
};

function directionQuery(index: PrecedentIndex, question: QuestionInDirection): DirectionQuery {
  const { situation, reasons = {}, direction } = question;
  const { own, counter } = sidesOf[direction];
  const values = situation.ordered?.[counter] ?? {};
  const reason = recordedReason(reasons, counter);
  const arguing = new Set(reason ?? situation[counter]);
  const plain = [...arguing].filter((fact) => !Object.hasOwn(values, fact));
  const valued = Object.keys(values).filter((fact) => reason === null || arguing.has(fact));
  const bits = plain.map((fact) => bitOfFact(index, { fact, side: counter, isOrdered: false }));
  const columns = new Set(
    index.columns.filter(({ side }) => side === counter).map(({ fact }) => fact),
  );
  return {
    own: factsNotHere(index, situation, own),
    counter: words(
      index,
      bits.filter((bit) => bit !== null),
    ),
    elsewhere:
      bits.filter((bit) => bit === null).length +
      valued.filter((fact) => !columns.has(fact) && values[fact] !== 0).length,
    ownValues: checks(index, situation, own),
    counterValues: checks(index, situation, counter).filter(
      ({ fact }) => reason === null || valued.includes(fact),
    ),
  };
}

/** The plain facts of one side that the situation does not have. */
function factsNotHere(index: PrecedentIndex, situation: Situation, side: Side): Int32Array {
  const here = new Set(situation[side]);
  return words(
    index,
    index.bits.flatMap((bit, number) =>
      bit.side === side && !bit.isOrdered && !here.has(bit.fact) ? [number] : [],
    ),
  );
}

/** The words of all plain facts of a side. */
export type FactWords = Record<Side, Int32Array>;

export function plainFactWords(index: PrecedentIndex): FactWords {
  const nothing: Situation = { pro: [], con: [] };
  return { pro: factsNotHere(index, nothing, "pro"), con: factsNotHere(index, nothing, "con") };
}

function words(index: PrecedentIndex, bits: number[]): Int32Array {
  const packed = new Int32Array(widthFor(index.bits.length));
  for (const bit of bits) packed[bit >>> 5] = (packed[bit >>> 5] ?? 0) | (1 << (bit & 31));
  return packed;
}

function checks(index: PrecedentIndex, situation: Situation, side: Side): OrderedCheck[] {
  const values = situation.ordered?.[side] ?? {};
  return index.columns.flatMap((column, number) => {
    const { fact, bit } = column;
    if (column.side !== side) return [];
    return [{ fact, bit, column: number, here: orderedValue(values, fact) ?? NaN }];
  });
}

/** The number of ordered facts that keep a row from binding in one direction, on both sides. */
export function orderedDifferenceCount(
  block: IndexBlock,
  place: number,
  query: DirectionQuery,
): number {
  let count = 0;
  for (const { column, bit, here } of query.ownValues) {
    const word = bit >>> 5;
    if (word >= block.width) continue;
    const reason = block.words[place * block.width * 2 + word] ?? 0;
    const isInReason = (reason & (1 << (bit & 31))) !== 0;
    const there = valueAt(block, place, column);
    if (isInReason && there !== 0 && !(here >= there)) count += 1;
  }
  for (const { column, here } of query.counterValues) {
    const there = valueAt(block, place, column);
    const isMore = Number.isNaN(here) ? there > 0 : here !== 0 && !(here <= there);
    if (isMore) count += 1;
  }
  return count;
}

function valueAt(block: IndexBlock, place: number, column: number): number {
  return block.values[column]?.[place] ?? NaN;
}
