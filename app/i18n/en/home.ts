import type home from "../nl/home.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Home",
} as const satisfies SameKeys<typeof home>;
export default texts;
