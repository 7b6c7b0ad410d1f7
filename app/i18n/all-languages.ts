import { en } from "./en/index.ts";
import { addTexts, type Area } from "./instances.ts";
import { nl } from "./nl/index.ts";

// For the server, commands and tests: every area of every language at once.
for (const area of Object.keys(nl) as Area[]) {
  addTexts("nl", area, nl[area]);
  addTexts("en", area, en[area]);
}
