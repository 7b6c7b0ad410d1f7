import type { Precedent } from "./precedent-binding.ts";

/**
 * The decided cases of a line as bits by number of the fact: `width` words of 32 bits per case, the facts and those of
 * the reason. A reason that names nothing on a side holds all facts of it. Ordered facts are in no bits: a case that
 * has one is `measured`, and is compared by the rules themselves.
 */
export type LineBits = {
  ids: string[];
  levels: number[];
  width: number;
  facts: Uint32Array;
  reasons: Uint32Array;
  /** Which facts plead for relief, and which against it. */
  pro: Uint32Array;
  con: Uint32Array;
  measured: boolean[];
  /** How far the catalogue went when it was judged. */
  catalogues: number[];
  /** The case at a place as the rules compare it. */
  exactly: (place: number) => Precedent;
};

/** Cases with equal facts and level, which count as one. */
export type LineGroup = {
  /** Its cases by id; the first one stands for all. */
  ids: string[];
  level: number;
  isLeading: boolean;
  /** How many other groups of its level follow from it, and the first of them. */
  weight: number;
  followers: number[];
};

/** Cases that are equal in everything that counts. */
export type LineVariant = {
  row: number;
  ids: string[];
  level: number;
  group: number;
  /** Equal for all variants of a group. */
  key: string;
};

/** The variants of a line, in the order of their first id. */
export function variantsIn(bits: LineBits): LineVariant[] {
  const variants = new Map<string, LineVariant>();
  const byId = [...bits.ids.keys()].sort((a, b) => compare(bits.ids[a] ?? "", bits.ids[b] ?? ""));
  const anyMeasured = bits.measured.includes(true);
  for (const row of byId) {
    const [id = "", level = 0] = [bits.ids[row], bits.levels[row]];
    const { facts, reasons } = measuredIn(bits, row);
    const key = [level, wordsAt(bits, bits.facts, row), facts].join("|");
    // What the catalogue held matters only beside an amount that one of the two does not have.
    const known = anyMeasured ? (bits.catalogues[row] ?? 0) : 0;
    const full = [key, wordsAt(bits, bits.reasons, row), reasons, known].join("|");
    const equal = variants.get(full);
    if (equal) equal.ids.push(id);
    else variants.set(full, { row, ids: [id], level, group: -1, key });
  }
  return [...variants.values()];
}

function wordsAt({ width }: LineBits, words: Uint32Array, row: number): string {
  return words.subarray(row * width, (row + 1) * width).join(",");
}

function measuredIn(bits: LineBits, row: number): { facts: string; reasons: string } {
  if (!bits.measured[row]) return { facts: "", reasons: "" };
  const { pro, con, ordered = {}, reasonPro = [], reasonCon = [] } = bits.exactly(row);
  const values = [ordered.pro ?? {}, ordered.con ?? {}].map((own) => Object.entries(own));
  const inOrder = values.map((own) => own.sort(([a], [b]) => compare(a, b)));
  return {
    facts: JSON.stringify([[...pro].sort(), [...con].sort(), ...inOrder]),
    reasons: JSON.stringify([[...reasonPro].sort(), [...reasonCon].sort()]),
  };
}

/**
 * Puts variants with equal facts and level in a group, in the order of their first id; the variants then follow the
 * groups.
 */
export function groupsOf(variants: LineVariant[]): LineGroup[] {
  const places = new Map<string, number>();
  const groups: LineGroup[] = [];
  for (const variant of variants) {
    const place = places.get(variant.key) ?? groups.length;
    const known = groups[place];
    if (known) known.ids = [...known.ids, ...variant.ids].sort();
    else {
      const { ids, level } = variant;
      groups.push({ ids: [...ids], level, isLeading: true, weight: 0, followers: [] });
    }
    places.set(variant.key, place);
    variant.group = place;
  }
  variants.sort((a, b) => a.group - b.group);
  return groups;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
