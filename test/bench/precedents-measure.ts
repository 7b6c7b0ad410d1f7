/** Measures everything about the precedents in the database of DATABASE_URL. */
import { openDatabase, stopDatabase } from "#db";
import { tell } from "./outcome.ts";
import { measureEngine, situations, type EngineFigures } from "./precedents-engine.ts";
import { accessAt, placeOf } from "./precedents-place.ts";
import { measureSearch, type SearchFigures } from "./precedents-search.ts";
import { measureSql, type SqlFigures } from "./precedents-sql.ts";

export type PrecedentFigures = {
  engine: EngineFigures;
  sql: SqlFigures;
  search: SearchFigures;
  rssMb: number;
};

/** A query that takes seconds is asked a few times. */
const askedBySql = 5;

async function measure(size: number): Promise<PrecedentFigures> {
  const place = await placeOf();
  const access = await accessAt(place);
  const engine = await measureEngine(access, place);
  const rssMb = process.memoryUsage().rss / 1e6;
  const sql = await measureSql(situations(place).slice(0, askedBySql));
  return { engine, sql, search: await measureSearch(access, size), rssMb };
}

await tell(async () => {
  await openDatabase(process.env.DATABASE_URL ?? "");
  const figures = await measure(Number(process.argv[2]));
  await stopDatabase();
  return figures;
});
