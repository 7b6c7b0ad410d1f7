/**
 * Numbers from 0 up to 1, in steps of 2^-32, that follow from a seed of 0 to 2^32 - 1: xoshiro128**, its state filled
 * from the seed by SplitMix32. Not for secrets.
 */
export function seededRandom(seed: number): () => number {
  const fill = splitMix(seed);
  const next = xoshiro128([fill(), fill(), fill(), fill()]);
  return () => next() / 4294967296;
}

/**
 * Whole numbers of 0 to 2^32 - 1. Source: xoshiro128** 1.1 of Blackman and Vigna, "Scrambled linear pseudorandom
 * number generators", ACM Transactions on Mathematical Software 47(4), 2021.
 */
export function xoshiro128(state: [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
}

/** The 32-bit finaliser of MurmurHash3 over a Weyl sequence: different states from seeds that are close. */
function splitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
}
