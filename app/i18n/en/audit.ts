import type audit from "../nl/audit.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Audit",
} as const satisfies SameKeys<typeof audit>;
export default texts;
