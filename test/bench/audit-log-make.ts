/** Fills a new SQLite database, the file of DATABASE_URL, with a log of as many events as its argument says. */
import { seedLog } from "./audit-log-seed.ts";
import { tell } from "./outcome.ts";

await tell(() => seedLog(process.env.DATABASE_URL ?? "", Number(process.argv[2])));
