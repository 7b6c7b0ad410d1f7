/** Whether the packed facts of precedents say what the precedents say. */
import { named, type Ask } from "./check.ts";
import { packFacts, type NumberedFact } from "./precedent-words.ts";

type Row = { id: string; counts: number; packed: string | null; same: number };
type FactRow = { id: string; number: number; side: "pro" | "con"; reason: number };

const atOnce = 5000;

/**
 * Every precedent that counts is packed as it is, and no other. A database in which nothing is packed yet is packed
 * when the server starts.
 */
export async function packedProblems(ask: Ask): Promise<string[]> {
  const [first] = await ask<{ id: string }>(
    "select precedent_id as id from precedent_words limit 1",
  );
  if (!first) return [];
  const wrong: string[] = [];
  for (let rows = await rowsAfter(ask, ""); rows.length > 0;) {
    const [from, to] = [rows[0]?.id ?? "", rows.at(-1)?.id ?? ""];
    const known = await factsBetween(ask, from, to);
    for (const row of rows) {
      const problem = problemOf(row, known.get(row.id) ?? []);
      if (problem) wrong.push(`precedent ${row.id} ${problem}`);
    }
    rows = await rowsAfter(ask, to);
  }
  return named(wrong, (problem) => problem);
}

function problemOf({ counts, packed, same }: Row, own: NumberedFact[]): string | null {
  const isPacked = packed !== null && packed !== "";
  if (counts === 0) return isPacked ? "counts no more and is compared" : null;
  if (!isPacked) return "counts and is not compared";
  return same === 1 && packed === packFacts(own) ? null : "is compared as something else";
}

function rowsAfter(ask: Ask, after: string): Promise<Row[]> {
  const differs = ["scope_id", "visibility", "level", "decided_at", "catalogue_size"]
    .map((column) => `p.${column} <> w.${column}`)
    .join(" or ");
  return ask<Row>(
    `select p.id, w.packed,
       case when p.status = 'valid' and p.published_at is not null and p.scope_id is not null
         then 1 else 0 end as counts,
       case when ${differs} or coalesce(p.valid_until, -1) <> coalesce(w.valid_until, -1)
         then 0 else 1 end as same
     from precedents p left join precedent_words w on w.precedent_id = p.id
     where p.id > '${after}' order by p.id limit ${atOnce}`,
  );
}

async function factsBetween(
  ask: Ask,
  from: string,
  to: string,
): Promise<Map<string, NumberedFact[]>> {
  const rows = await ask<FactRow>(
    `select pf.precedent_id as id, f.number, pf.side, pf.in_reason as reason
     from precedent_facts pf join facts f on f.id = pf.fact_id
     where pf.precedent_id >= '${from}' and pf.precedent_id <= '${to}'
     order by pf.precedent_id, f.number`,
  );
  const known = new Map<string, NumberedFact[]>();
  for (const { id, number, side, reason } of rows) {
    const fact = { number, side, inReason: reason > 0 };
    const own = known.get(id);
    if (own) own.push(fact);
    else known.set(id, [fact]);
  }
  return known;
}
