import type administration from "../nl/administration.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Administration",
} as const satisfies SameKeys<typeof administration>;
export default texts;
