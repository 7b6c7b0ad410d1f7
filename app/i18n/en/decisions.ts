import type decisions from "../nl/decisions.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Decision",
} as const satisfies SameKeys<typeof decisions>;
export default texts;
