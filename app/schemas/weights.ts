/** A share that is off by no more than this is rounding: 33,3% three times is one whole. */
const roundingTolerance = 0.0015;

/** A weight as people type it: 40, 40%, 33,3, 1/3 or 0,4. Null when it is no number or below zero. */
function typedNumber(text: string): { value: number; isFraction: boolean } | null {
  const plain = text.trim().replace(/\s*%$/, "").replaceAll(",", ".");
  const fraction = /^(\d{1,3})\/(\d{1,3})$/.exec(plain);
  if (fraction) {
    const [, above, below] = fraction.map(Number);
    return below ? { value: (above ?? 0) / below, isFraction: true } : null;
  }
  return /^\d{1,3}(\.\d{1,6})?$/.test(plain) ? { value: Number(plain), isFraction: false } : null;
}

/**
 * The weights people typed as shares that sum to 1 exactly, or the names of the fields that are no
 * weight; `sum` when they are weights but not one whole together.
 */
export function sharesFrom(
  texts: readonly string[],
): { shares: number[] } | { wrong: number[] } | { sum: number } {
  const typed = texts.map(typedNumber);
  const wrong = typed.flatMap((number, place) => (number ? [] : [place]));
  if (wrong.length > 0) return { wrong };
  const numbers = typed.flatMap((number) => number ?? []);
  const total = numbers.reduce((sum, { value }) => sum + value, 0);
  const asFractions = Math.abs(total - 1) <= roundingTolerance;
  const shares = numbers.map(({ value, isFraction }) =>
    isFraction || asFractions ? value : value / 100,
  );
  const sum = shares.reduce((all, share) => all + share, 0);
  if (Math.abs(sum - 1) > roundingTolerance) return { sum };
  return { shares: shares.map((share) => share / sum) };
}

/** A share as people write it: a third stays a third, the rest in percent. */
export function shareText(share: number, decimalMark: "," | "."): string {
  for (const [above, below] of [
    [1, 3],
    [2, 3],
    [1, 6],
  ] as const) {
    if (Math.abs(share - above / below) < 1e-6) return `${above}/${below}`;
  }
  return String(Math.round(share * 1e6) / 1e4).replace(".", decimalMark);
}
