import { freeState, idOfRow, packedId } from "./precedent-index-blocks.ts";
import type { PrecedentIndex } from "./precedent-index-rows.ts";
import { scanOver, type Scan } from "./precedent-scan-steps.ts";

/**
 * Which of these precedents are in the index: for many ids at once, where looking for each would go through all rows
 * every time.
 *
 * @throws DomainError `id` when one is not a UUID.
 */
export function heldScan(index: PrecedentIndex, ids: string[]): Scan<Set<string>> {
  const byEnd = new Map<number, string[]>();
  for (const id of ids) {
    const [, , , end = 0] = packedId(id);
    byEnd.set(end, [...(byEnd.get(end) ?? []), id]);
  }
  return scanOver(index, () => {
    const held = new Set<string>();
    return {
      look(block) {
        for (let place = 0; place < block.rows; place += 1) {
          const alike = byEnd.get(block.ids[place * 4 + 3] ?? 0);
          if (!alike || block.state[place] === freeState) continue;
          const id = idOfRow(block, place);
          if (alike.includes(id)) held.add(id);
        }
      },
      result: () => held,
    };
  });
}
