import * as z from "zod";
import { optionalText } from "./fields.ts";

/** What is typed in a preview is not read: only which button was pressed. */
export const previewSchema = z.object({
  intent: z.enum(["next", "previous"]),
  key: optionalText(60),
});
