/** What searches find in the database of DATABASE_URL: the best in order, and all as a set. */
import { createHash } from "node:crypto";
import { db, openDatabase, prepareSearch, searchMatches, stopDatabase, type SearchKind } from "#db";
import { searchTerms } from "../../app/domain/search-terms.ts";
import { tell } from "./outcome.ts";
import { searches } from "./visitors.ts";

export type Found = { query: string; kind: SearchKind; best: string[]; all: string };

const bestOf = 25;

async function search(query: string, kind: SearchKind): Promise<Found> {
  const prepared = await prepareSearch(db.read, kind, searchTerms(query));
  if (!prepared) return { query, kind, best: [], all: "" };
  const matches = searchMatches(prepared);
  const rows = await db.read
    .select({ id: matches.id })
    .from(matches.relation)
    .orderBy(matches.rank, matches.id);
  const ids = rows.map(({ id }) => id);
  const all = createHash("sha256")
    .update([...ids].sort().join())
    .digest("hex");
  return { query, kind, best: ids.slice(0, bestOf), all };
}

await tell(async () => {
  await openDatabase(process.env.DATABASE_URL ?? "");
  const found: Found[] = [];
  for (const query of searches()) {
    for (const kind of ["case", "precedent"] as const) found.push(await search(query, kind));
  }
  await stopDatabase();
  return found;
});
