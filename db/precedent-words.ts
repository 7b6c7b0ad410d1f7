/** The facts of a precedent as bits by their number, the form in which many are compared at once. */

/** A fact of a decided case: its number in the catalogue, its side, and whether the reason names it. */
export type NumberedFact = { number: number; side: "pro" | "con"; inReason: boolean };

export type UnpackedFacts = { facts: number[]; reason: number[] };

const bitsPerWord = 32;

/**
 * Base64 of 32-bit words, little end first: the facts, then those the decision rests on. A reason that names nothing
 * on a side rests on all facts of it. At least one word each, so that no facts at all are told from counting no more.
 */
export function packFacts(facts: readonly NumberedFact[]): string {
  const highest = facts.reduce((most, { number }) => Math.max(most, number), 1);
  const width = Math.ceil(highest / bitsPerWord);
  const bytes = Buffer.alloc(width * 8);
  const named = (["pro", "con"] as const).filter((side) =>
    facts.some((fact) => fact.side === side && fact.inReason),
  );
  for (const { number, side, inReason } of facts) {
    setBit(bytes, number);
    if (inReason || !named.includes(side)) setBit(bytes, number + width * bitsPerWord);
  }
  return bytes.toString("base64");
}

// Little end first, the bits of a word stand in the same order as those of its bytes.
function setBit(bytes: Buffer, number: number): void {
  const at = (number - 1) >>> 3;
  bytes[at] = (bytes[at] ?? 0) | (1 << ((number - 1) & 7));
}

/** The numbers of the facts and of those in the reason, counting up; null of one that counts no more. */
export function unpackFacts(packed: string): UnpackedFacts | null {
  if (packed === "") return null;
  const bytes = Buffer.from(packed, "base64");
  const half = bytes.length / 2;
  return { facts: numbersIn(bytes, 0, half), reason: numbersIn(bytes, half, bytes.length) };
}

function numbersIn(bytes: Buffer, start: number, end: number): number[] {
  const numbers: number[] = [];
  for (let at = start; at < end; at += 1) {
    for (let left = bytes[at] ?? 0; left !== 0; left &= left - 1) {
      numbers.push((at - start) * 8 + 32 - Math.clz32(left & -left));
    }
  }
  return numbers;
}
