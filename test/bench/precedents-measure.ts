/** Measures everything about the precedents in the database of DATABASE_URL. */
import { asc } from "drizzle-orm";
import { db, facts, openDatabase, organisations, people, scopes, stopDatabase } from "#db";
import type { Access } from "../../app/server/access.server.ts";
import { tell } from "./outcome.ts";
import { measureEngine, situations, type EngineFigures, type Place } from "./precedents-engine.ts";
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

async function placeOf(): Promise<Place> {
  const [scope] = await db.read.select().from(scopes).limit(1);
  const known = await db.read.select({ id: facts.id }).from(facts).orderBy(asc(facts.number));
  return {
    organisationId: scope?.organisationId ?? "",
    scopeId: scope?.id ?? "",
    factIds: known.map(({ id }) => id),
  };
}

async function accessAt({ organisationId }: Place): Promise<Access<never>> {
  const [person] = await db.read.select().from(people).limit(1);
  const [organisation] = await db.read.select().from(organisations).limit(1);
  const roles = ["coordinator"] as const;
  const actor = { personId: person?.id ?? null, roles, organisationId };
  // The proof of a right is a type only: what is measured lies behind it.
  return { person, organisation, roles, actor } as unknown as Access<never>;
}

await tell(async () => {
  await openDatabase(process.env.DATABASE_URL ?? "");
  const figures = await measure(Number(process.argv[2]));
  await stopDatabase();
  return figures;
});
