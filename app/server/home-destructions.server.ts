import { and, asc, eq, ne, sql } from "drizzle-orm";
import { db, destructions, people } from "#db";
import type { DestructionWork, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";

const proposed = db.hot<{ personId: string; organisationId: string }>()((read) =>
  read
    .select({
      id: destructions.id,
      caseNumber: destructions.caseNumber,
      proposedBy: people.name,
      proposedAt: destructions.proposedAt,
    })
    .from(destructions)
    .innerJoin(people, eq(people.id, destructions.proposedBy))
    .where(
      and(
        eq(destructions.status, "proposed"),
        eq(destructions.organisationId, sql.placeholder("organisationId")),
        ne(destructions.proposedBy, sql.placeholder("personId")),
      ),
    )
    .orderBy(asc(destructions.proposedAt), asc(destructions.id))
    .limit(firstRows + 1),
);

/** Cases a colleague wants to destroy, for a second person; null when there are none. */
export async function listDestructionWork(
  access: Access<"home.read">,
): Promise<Work<DestructionWork> | null> {
  const rows = await proposed({
    personId: access.person.id,
    organisationId: access.organisation.id,
  });
  return rows.length > 0 ? shownRows(rows) : null;
}
