import type results from "../nl/results.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Outcome",
} as const satisfies SameKeys<typeof results>;
export default texts;
