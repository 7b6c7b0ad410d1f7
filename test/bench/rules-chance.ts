/** Drafts of rules and decided situations by chance. */
import type { ClusterRows } from "../../app/domain/clusters.ts";
import type { RuleConditions } from "../../app/domain/policy-rule.ts";
import { chance, type Chance } from "../../db/seed/bulk/chance.ts";
import { factCount, isPro, levels } from "./precedents-chance.ts";

/** Drafts as people make them: one or two facts that must hold, up to three that must not; the same every time. */
export function drafts(factIds: string[], count: number): RuleConditions[] {
  const random = chance(53);
  const some = (from: number, most: number) => {
    const numbers = Array.from({ length: most }, () => from + skewed(random, factCount / 2));
    return [...new Set(numbers)].map((number) => factIds[number - 1] ?? "");
  };
  return Array.from({ length: count }, (_, number) => ({
    mustHold: some(0, 1 + random.below(2)),
    mustNotHold: some(factCount / 2, random.below(4)),
    bounds: [],
    level: number % levels,
  }));
}

/** From 1 on; the common ones come up many times as often as the rare ones. */
function skewed(random: Chance, count: number): number {
  return 1 + Math.floor(random.next() * random.next() * count);
}

/** Decided situations with 5 to 12 of 128 facts, decided nearly alike. */
export function decidedRows(count: number): ClusterRows {
  const random = chance(59);
  const width = Math.ceil((factCount + 1) / 32);
  const facts = new Int32Array(count * width);
  const rows = Array.from({ length: count }, (_, row) => {
    const numbers = new Set<number>();
    for (const wanted = 5 + random.below(8); numbers.size < wanted;) {
      const place = skewed(random, factCount / 2);
      numbers.add(random.next() < 0.5 ? place : place + factCount / 2);
    }
    for (const number of numbers) {
      const word = row * width + ((number - 1) >>> 5);
      facts[word] = (facts[word] ?? 0) | (1 << ((number - 1) & 31));
    }
    const score = [...numbers].reduce((sum, number) => {
      const weight = 1 + ((number * 37) % 11) / 4;
      return isPro(number) ? sum + weight : sum - weight;
    }, random.next() - 0.5);
    return score < -3 ? 0 : score < 0.5 ? 1 : score < 4 ? 2 : 3;
  });
  const isProOf = (number: number) => (number > 0 && isPro(number) ? 1 : 0);
  return {
    ...{ width, facts, reason: facts.slice(), levels: Uint8Array.from(rows), amounts: [] },
    isPro: Uint8Array.from({ length: factCount + 1 }, (_, number) => isProOf(number)),
  };
}
