import { en } from "./en/index.ts";
import { addLanguage } from "./instances.ts";
import { nl } from "./nl/index.ts";

// For the server, commands and tests: every language at once.
addLanguage("nl", nl);
addLanguage("en", en);
