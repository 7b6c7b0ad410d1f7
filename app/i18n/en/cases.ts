import type cases from "../nl/cases.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Cases",
} as const satisfies SameKeys<typeof cases>;
export default texts;
