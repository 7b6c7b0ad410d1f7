import { and, asc, eq, ne, sql } from "drizzle-orm";
import { db, people, precedentImports } from "#db";
import type { ImportWork, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";

const offered = db.hot<{ personId: string; organisationId: string }>()((read) =>
  read
    .select({
      id: precedentImports.id,
      fileName: precedentImports.fileName,
      good: precedentImports.good,
      offeredBy: people.name,
    })
    .from(precedentImports)
    .innerJoin(people, eq(people.id, precedentImports.personId))
    .where(
      and(
        eq(precedentImports.status, "offered"),
        eq(precedentImports.organisationId, sql.placeholder("organisationId")),
        ne(precedentImports.personId, sql.placeholder("personId")),
      ),
    )
    .orderBy(asc(precedentImports.createdAt), asc(precedentImports.id))
    .limit(firstRows + 1),
);

/** Imports of a colleague that wait for a second person. */
export async function listImportWork(access: Access<"home.read">): Promise<Work<ImportWork>> {
  return shownRows(
    await offered({ personId: access.person.id, organisationId: access.organisation.id }),
  );
}
