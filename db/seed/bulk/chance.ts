/** Chance that is the same every run: mulberry32, a small generator with 32 bits of state. */
export type Chance = {
  /** From 0 up to 1. */
  next: () => number;
  /** A whole number from 0 up to the limit. */
  below: (limit: number) => number;
  oneOf: <T>(choices: readonly [T, ...T[]] | readonly T[]) => T;
  /** The first choice whose share of the whole is hit; the last when the shares fall short. */
  byShare: <T>(choices: readonly (readonly [T, number])[]) => T;
};

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    oneOf: (choices) => {
      const chosen = choices[below(choices.length)];
      if (chosen === undefined) throw new Error("Nothing to choose from");
      return chosen;
    },
    byShare: (choices) => {
      let left = next();
      for (const [choice, share] of choices) {
        left -= share;
        if (left < 0) return choice;
      }
      const last = choices.at(-1);
      if (last === undefined) throw new Error("Nothing to choose from");
      return last[0];
    },
  };
}

/** Ids in the form of a UUIDv7 in the order of the moments given, from chance that is the same every run. */
export function idMaker(random: Chance): (moment: number) => string {
  const hex = (limit: number, length: number) =>
    random.below(limit).toString(16).padStart(length, "0");
  return (moment) => {
    const time = moment.toString(16).padStart(12, "0");
    const tail = hex(0x1000000, 6) + hex(0x1000000, 6);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(0x1000, 3)}-8${hex(0x1000, 3)}-${tail}`;
  };
}
