import type signIn from "../nl/sign-in.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Sign in",
} as const satisfies SameKeys<typeof signIn>;
export default texts;
