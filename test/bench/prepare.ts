/** Signs visitors in to the database of DATABASE_URL, and times the search there by itself. */
import { tell } from "./outcome.ts";
import { prepareVisits, searchInProcess } from "./visitors.ts";

await tell(async () => {
  const url = process.env.DATABASE_URL ?? "";
  const visits = await prepareVisits(url);
  return { visits, searchDatabaseP95: await searchInProcess(url, visits) };
});
