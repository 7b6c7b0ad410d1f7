/** Measures the log in the database of DATABASE_URL: what its argument says, `append` or `whole`. */
import { openDatabase } from "#db";
import { appendCost, wholeLog } from "./audit-log.ts";
import { tell } from "./outcome.ts";

await tell(async () => {
  const url = process.env.DATABASE_URL ?? "";
  if (process.argv[2] === "whole") return wholeLog(url);
  await openDatabase(url);
  return appendCost();
});
