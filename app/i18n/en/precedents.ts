import type precedents from "../nl/precedents.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Precedents",
} as const satisfies SameKeys<typeof precedents>;
export default texts;
