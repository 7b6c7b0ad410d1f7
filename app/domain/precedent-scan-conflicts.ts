import type { ConflictInLine } from "./precedent-added-conflicts.ts";
import {
  binds,
  contradicts,
  recordedReason,
  sidesOf,
  type Precedent,
  type Proposal,
} from "./precedent-binding.ts";
import { blockRows, idOfRow, type IndexBlock } from "./precedent-index-blocks.ts";
import { idAt, placeOf, precedentAt, type PrecedentIndex } from "./precedent-index-rows.ts";
import {
  bandBetween,
  moveEdges,
  newEdges,
  type Edges,
  type IndexBand,
} from "./precedent-scan-band.ts";
import {
  bindsAtLeast,
  bindsAtMost,
  findBinding,
  levelAt,
  newFound,
  type Found,
  type ScanFilter,
} from "./precedent-scan-blocks.ts";
import { plainFactWords, scanQuery, type FactWords } from "./precedent-scan-query.ts";
import { scanOver, type Scan } from "./precedent-scan-steps.ts";
import { newSelection, select, selected, type Selection } from "./precedent-selection.ts";
import type { Conflict } from "./precedent.ts";

/** The band, and what a decision would contradict, split as `addedConflicts` does. */
export type IndexConflicts = {
  band: IndexBand;
  conflicts: Conflict[];
  added: Conflict[];
  /** With up to three of the precedents that decided as the proposal does. */
  alreadyInLine: ConflictInLine[];
  /** How many conflicts there are; when more than are listed, the lists are about the newest. */
  count: number;
};

const mostFollowed = 3;

/**
 * What the precedents that the filter keeps commit to, and which of them a proposal would contradict: equal to
 * `equalTreatment`, `conflicts` and `addedConflicts` on them, but for the precedents that are too many to name: `limit`
 * on each edge of the band and in all lists together (200 when absent).
 *
 * A second time through the rows is needed only when the line may already hold one of the conflicts.
 *
 * @throws DomainError `ordered`.
 */
export function conflictScan(
  index: PrecedentIndex,
  asked: { proposal: Proposal; filter: ScanFilter; limit?: number },
): Scan<IndexConflicts> {
  const { proposal, filter, limit = 200 } = asked;
  return scanOver(index, () => {
    const top = index.levels - 1;
    const byFacts = { query: scanQuery(index, proposal), filter, top };
    const byReason = hasReason(proposal)
      ? { query: scanQuery(index, proposal, proposal), filter, top }
      : byFacts;
    const [found, edges, opposing] = [newFound(), newEdges(top, limit), newSelection(limit)];
    let opposed: Opposed[] = [];
    return {
      look(block, start) {
        findBinding(block, found, byFacts);
        moveEdges(index, edges, { block, start, found });
        if (byReason !== byFacts) findBinding(block, found, byReason);
        selectOpposing(index, opposing, { block, start, found, level: proposal.level });
      },
      again() {
        opposed = opposedRows(index, opposing, { proposal, edges });
        if (!opposed.some(({ isOpen }) => isOpen)) return null;
        const words = plainFactWords(index);
        return (block) => {
          if (!opposed.some(({ isOpen }) => isOpen)) return;
          findBinding(block, found, byFacts);
          const seen = { block, found, level: proposal.level, words };
          for (const each of opposed) findFollowed(index, each, seen);
        };
      },
      result: () => ({
        band: bandBetween(index, edges),
        conflicts: opposed.map(({ id, because }) => ({ id, because })),
        ...split(opposed),
        count: opposing.count,
      }),
    };
  });
}

function hasReason(proposal: Proposal): boolean {
  return recordedReason(proposal, "pro") !== null || recordedReason(proposal, "con") !== null;
}

function selectOpposing(
  index: PrecedentIndex,
  opposing: Selection,
  seen: { block: IndexBlock; start: number; found: Found; level: number },
): void {
  const { block, start, found, level: proposed } = seen;
  for (let at = 0; at < found.count; at += 1) {
    const [place, directions] = [found.rows[at] ?? 0, found.numbers[at] ?? 0];
    const level = levelAt(block, place);
    const isOpposed =
      (level > proposed && directions & bindsAtLeast) ||
      (level < proposed && directions & bindsAtMost);
    if (isOpposed) select(index, opposing, { row: start + place, differences: 0 });
  }
}

/** A precedent that the proposal contradicts, and the ones found that decided as the proposal does. */
type Opposed = Conflict & {
  reason: Int32Array;
  facts: Int32Array;
  precedent: Precedent;
  /** It binds this very case, not only because of what the reason of the proposal leaves out. */
  bindsCase: boolean;
  followed: string[];
  /** The line may hold more precedents that decided as the proposal does. */
  isOpen: boolean;
};

function opposedRows(
  index: PrecedentIndex,
  opposing: Selection,
  { proposal, edges }: { proposal: Proposal; edges: Edges },
): Opposed[] {
  const { lower, upper } = edges;
  const proposed = proposal.level;
  const isBoundAlways = !hasReason(proposal);
  return selected(index, opposing)
    .map(({ row }): Opposed => {
      const { block, place } = placeOf(index, row);
      const start = place * block.width * 2;
      const precedent = precedentAt(index, row);
      const because = levelAt(block, place) > proposed ? "atLeast" : "atMost";
      return {
        id: idAt(index, row),
        because,
        reason: block.words.slice(start, start + block.width),
        facts: block.words.slice(start + block.width, start + block.width * 2),
        precedent,
        bindsCase: isBoundAlways || binds({ situation: proposal, precedent, direction: because }),
        followed: [],
        isOpen: because === "atLeast" ? upper.level <= proposed : lower.level >= proposed,
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

type Following = { block: IndexBlock; found: Found; level: number; words: FactWords };

function findFollowed(index: PrecedentIndex, opposed: Opposed, seen: Following): void {
  const { block, found, level: proposed, words } = seen;
  const isBelow = opposed.because === "atLeast";
  const direction = isBelow ? bindsAtMost : bindsAtLeast;
  for (let at = 0; at < found.count && opposed.isOpen; at += 1) {
    const [place, directions] = [found.rows[at] ?? 0, found.numbers[at] ?? 0];
    const level = levelAt(block, place);
    const isSameWay = isBelow ? level <= proposed : level >= proposed;
    if (!isSameWay || (directions & direction) === 0) continue;
    if (!opposed.bindsCase && !isContradictedBy(index, opposed, { block, place, words })) continue;
    opposed.followed.push(idOfRow(block, place));
    opposed.isOpen = opposed.followed.length < mostFollowed;
  }
}

function isContradictedBy(
  index: PrecedentIndex,
  opposed: Opposed,
  row: { block: IndexBlock; place: number; words: FactWords },
): boolean {
  if (!contradictsByWords(opposed, row)) return false;
  if (index.columns.length === 0) return true;
  const number = index.blocks.indexOf(row.block) * blockRows + row.place;
  return contradicts(precedentAt(index, number), opposed.precedent, opposed.because);
}

/** Whether a row contradicts a precedent of another level, ordered facts left out. */
function contradictsByWords(
  { because, reason, facts }: Opposed,
  row: { block: IndexBlock; place: number; words: FactWords },
): boolean {
  const { own, counter } = sidesOf[because];
  const { width, words } = row.block;
  const start = row.place * width * 2;
  for (const word of row.words.pro.keys()) {
    const isStored = word < width;
    const rowReason = isStored ? (words[start + word] ?? 0) : 0;
    const rowFacts = isStored ? (words[start + width + word] ?? 0) : 0;
    const missing = (reason[word] ?? 0) & (row.words[own][word] ?? 0) & ~rowFacts;
    const isNew = rowReason & (row.words[counter][word] ?? 0) & ~(facts[word] ?? 0);
    if ((missing | isNew) !== 0) return false;
  }
  return true;
}

function split(opposed: Opposed[]): Pick<IndexConflicts, "added" | "alreadyInLine"> {
  return {
    added: opposed
      .filter(({ followed }) => followed.length === 0)
      .map(({ id, because }) => ({ id, because })),
    alreadyInLine: opposed
      .filter(({ followed }) => followed.length > 0)
      .map(({ id, because, followed }) => ({ id, because, with: [...followed].sort() })),
  };
}
