/** What a case does with precedents, as the pages show it. */
import { asc, eq, inArray } from "drizzle-orm";
import { db, organisations, precedentAdoptions, precedents } from "#db";
import type {
  Adoption,
  AdoptionOfPerspective,
  ComparableOfCase,
} from "#app/schemas/comparing-page.ts";
import type { Access } from "./access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { visiblePrecedentIds, type PrecedentRow } from "./precedent-access.server.ts";
import { perspectivesOf } from "./precedent-editing.server.ts";

type AdoptionRow = typeof precedentAdoptions.$inferSelect;

/**
 * Every precedent of which this case adopted, adapted or departed from something, in the order of their numbers; and
 * one that it may still do so with, when that is named. The case is one this person may see.
 */
export async function listAdoptions(
  access: Access,
  caseId: string,
  alsoId: string | null = null,
): Promise<Adoption[]> {
  const rows = await db.read
    .select()
    .from(precedentAdoptions)
    .where(eq(precedentAdoptions.caseId, caseId))
    .orderBy(asc(precedentAdoptions.precedentId), asc(precedentAdoptions.perspective));
  const named = alsoId === null ? [] : [alsoId];
  const ids = [...new Set([...rows.map(({ precedentId }) => precedentId), ...named])];
  if (ids.length === 0) return [];
  const found = await db.read
    .select({ precedent: precedents, organisation: organisations.name })
    .from(precedents)
    .innerJoin(organisations, eq(organisations.id, precedents.organisationId))
    .where(inArray(precedents.id, ids))
    .orderBy(asc(precedents.number), asc(precedents.id));
  const visible = new Set(await visiblePrecedentIds(access, ids));
  const names = await namesOf(rows.map(({ personId }) => personId));
  return Promise.all(
    found.map(async ({ precedent, organisation }) => {
      const own = rows.filter(({ precedentId }) => precedentId === precedent.id);
      const { id: precedentId, number, decidedAt } = precedent;
      const isVisible = visible.has(precedentId);
      return {
        ...{ precedentId, number, decidedAt, organisation },
        title: isVisible ? precedent.title : null,
        perspectives: await perspectivesWith({ precedent, rows: own, names, isVisible }),
      };
    }),
  );
}

/** Which precedents a case uses, in the order of their numbers. */
export async function listAdopted(
  access: Access,
  caseId: string,
): Promise<ComparableOfCase["adopted"]> {
  const rows = await db.read
    .selectDistinct({
      precedentId: precedents.id,
      number: precedents.number,
      organisation: organisations.name,
    })
    .from(precedentAdoptions)
    .innerJoin(precedents, eq(precedents.id, precedentAdoptions.precedentId))
    .innerJoin(organisations, eq(organisations.id, precedents.organisationId))
    .where(eq(precedentAdoptions.caseId, caseId))
    .orderBy(asc(precedents.number), asc(precedents.id));
  const ids = rows.map(({ precedentId }) => precedentId);
  const visible = new Set(await visiblePrecedentIds(access, ids));
  return rows.map((row) => ({ ...row, visible: visible.has(row.precedentId) }));
}

type Viewed = {
  precedent: PrecedentRow;
  rows: AdoptionRow[];
  names: Map<string, string>;
  isVisible: boolean;
};

async function perspectivesWith(viewed: Viewed): Promise<AdoptionOfPerspective[]> {
  const { precedent, rows, names, isVisible } = viewed;
  const known = await perspectivesOf(precedent);
  return known.flatMap(({ key, name }) => {
    const row = rows.find(({ perspective }) => perspective === key);
    const now = isVisible ? (precedent.motivation[key] ?? "") : "";
    if (!row && now.trim() === "") return [];
    return {
      perspective: key,
      name,
      original: row?.original ?? now,
      changedSince: row !== undefined && isVisible && row.original !== now,
      chosen: row
        ? {
            ...{ choice: row.choice, text: row.text, at: row.at, version: row.version },
            by: names.get(row.personId) ?? "",
          }
        : null,
    };
  });
}
