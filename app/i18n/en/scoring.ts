import type scoring from "../nl/scoring.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Scoring",
} as const satisfies SameKeys<typeof scoring>;
export default texts;
