import type sessions from "../nl/sessions.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Sessions",
} as const satisfies SameKeys<typeof sessions>;
export default texts;
