import type options from "../nl/options.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Options",
} as const satisfies SameKeys<typeof options>;
export default texts;
