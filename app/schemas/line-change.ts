import * as z from "zod";
import { text, version } from "./fields.ts";

/** What can be done with a change of line that somebody asked for. */
export const lineChangeForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve"), version: version(), answer: text(20_000) }),
  z.object({ intent: z.literal("reject"), version: version(), answer: text(20_000) }),
  z.object({ intent: z.literal("withdraw"), version: version() }),
]);
export type LineChangeInput = z.output<typeof lineChangeForm>;
