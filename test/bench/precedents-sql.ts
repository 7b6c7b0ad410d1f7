/** The same band by one query over the rows: what a database does without packed facts. */
import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import { db, precedentFacts, precedents } from "#db";
import { bandFor, type CaseSituation } from "../../app/server/comparing.server.ts";
import { countsNow } from "../../app/server/precedent-access.server.ts";
import { percentile } from "./measure.ts";
import { levels } from "./precedents-chance.ts";
import { timed } from "./precedents-engine.ts";

export type SqlFigures = { p50: number; highest: number; asked: number };

/** Throws when the query finds another band than the engine does. */
export async function measureSql(asked: CaseSituation[]): Promise<SqlFigures> {
  const times: number[] = [];
  for (const facts of asked) {
    let found = { lower: 0, upper: 0 };
    times.push(await timed(async () => (found = await bandBySql(facts))));
    const { lower, upper } = await bandFor(facts, levels);
    if (lower !== found.lower || upper !== found.upper) {
      throw new Error(`The query finds ${JSON.stringify(found)}, the engine ${lower} to ${upper}`);
    }
  }
  return { p50: percentile(times, 0.5), highest: Math.max(...times), asked: times.length };
}

async function bandBySql(facts: CaseSituation): Promise<{ lower: number; upper: number }> {
  const bound = boundBy(facts);
  const [row] = await db.read
    .select({
      lower: sql<number>`coalesce(max(case when ${bound.atLeast} then ${bound.level} end), 0)`,
      upper: sql<number>`coalesce(min(case when ${bound.atMost} then ${bound.level} end), ${levels - 1})`,
    })
    .from(bound.rows);
  return { lower: Number(row?.lower), upper: Number(row?.upper) };
}

function boundBy({ scopeId, pro, con }: CaseSituation) {
  const needs = (side: "pro" | "con", here: string[]) =>
    total(and(isSide(side), eq(precedentFacts.inReason, 1), sql`not ${isIn(here)}`));
  const had = (here: string[]) => total(isIn(here));
  const rows = db.read
    .select({
      level: precedents.level,
      missingPro: needs("pro", pro).as("missing_pro"),
      missingCon: needs("con", con).as("missing_con"),
      hadPro: had(pro).as("had_pro"),
      hadCon: had(con).as("had_con"),
    })
    .from(precedents)
    .innerJoin(precedentFacts, eq(precedentFacts.precedentId, precedents.id))
    .where(and(eq(precedents.scopeId, scopeId ?? ""), countsNow(Date.now())))
    .groupBy(precedents.id, precedents.level)
    .as("bound");
  const { missingPro, missingCon, hadPro, hadCon, level } = rows;
  return {
    rows,
    level,
    atLeast: sql`${missingPro} = 0 and ${hadCon} = ${con.length}`,
    atMost: sql`${missingCon} = 0 and ${hadPro} = ${pro.length}`,
  };
}

function isSide(side: "pro" | "con"): SQL {
  return eq(precedentFacts.side, side);
}

function isIn(factIds: string[]): SQL {
  return factIds.length === 0 ? sql`1 = 0` : inArray(precedentFacts.factId, factIds);
}

function total(condition: SQL | undefined): SQL<number> {
  return sql<number>`sum(case when ${condition} then 1 else 0 end)`;
}
