import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import { precedents, type Queries } from "#db";

type Wanted = { organisationId: string; now: number; count: number };

/** The next numbers of an organisation in the year of `now`: P-2026-0001, counting up. */
export async function nextNumbers(
  tx: Queries,
  { organisationId, now, count }: Wanted,
): Promise<string[]> {
  const start = `P-${new Date(now).getUTCFullYear()}-`;
  const [last] = await tx
    .select({ number: precedents.number })
    .from(precedents)
    .where(
      and(
        eq(precedents.organisationId, organisationId),
        gte(precedents.number, start),
        lt(precedents.number, `${start}:`),
      ),
    )
    // As text P-2026-10000 comes before P-2026-9999.
    .orderBy(desc(sql`length(${precedents.number})`), desc(precedents.number))
    .limit(1);
  const used = Number(last?.number.slice(start.length) ?? 0);
  return Array.from(
    { length: count },
    (_, place) => start + String(used + place + 1).padStart(4, "0"),
  );
}
