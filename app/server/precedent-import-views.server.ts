/** Imports as people see them: the list, the page of one, and what is wrong as a file to mend. */
import { and, asc, desc, eq, gt, lt, ne, or } from "drizzle-orm";
import { db, people, precedentImportRows, precedentImports } from "#db";
import { motivationColumn } from "#app/schemas/precedent-file.ts";
import type { ImportPage, ListedImport } from "#app/schemas/precedent-import.ts";
import type { Access } from "./access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { byteOrderMark, csvLines } from "./exports-csv.server.ts";
import { download } from "./exports-download.server.ts";
import { csvColumns } from "./precedent-export.server.ts";
import { cellsOf } from "./precedent-file-writing.server.ts";
import { errorWords } from "./precedent-import-words.server.ts";
import { getImport } from "./precedent-imports.server.ts";

type Editor = Access<"precedent.edit">;

export const importsPerPage = 25;
const brokenPerPage = 50;

/** The imports of the organisation, newest first, a page at a time. */
export async function listImports(access: Editor, url: string) {
  const after = new URL(url).searchParams.get("na") ?? "";
  const [, at, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(after) ?? [];
  const rows: ListedImport[] = await db.read
    .select({
      id: precedentImports.id,
      fileName: precedentImports.fileName,
      status: precedentImports.status,
      rows: precedentImports.rows,
      good: precedentImports.good,
      broken: precedentImports.broken,
      known: precedentImports.known,
      createdAt: precedentImports.createdAt,
      by: people.name,
    })
    .from(precedentImports)
    .innerJoin(people, eq(people.id, precedentImports.personId))
    .where(
      and(
        eq(precedentImports.organisationId, access.organisation.id),
        at === undefined || id === undefined
          ? undefined
          : or(
              lt(precedentImports.createdAt, Number(at)),
              and(eq(precedentImports.createdAt, Number(at)), lt(precedentImports.id, id)),
            ),
      ),
    )
    .orderBy(desc(precedentImports.createdAt), desc(precedentImports.id))
    .limit(importsPerPage + 1);
  const imports = rows.slice(0, importsPerPage);
  const last = rows.length > importsPerPage ? imports.at(-1) : undefined;
  return { imports, next: last ? `?na=${last.createdAt}_${last.id}` : null };
}

/** How far an import is, and what is wrong with its rows, a page at a time. */
export async function getImportPage(
  access: Editor,
  importId: string,
  url: string,
): Promise<ImportPage> {
  const owner = await getImport(access, importId);
  const { id, fileName, status, rows, good, broken, known, createdAt } = owner;
  const { format, visibility, done, version, importedAt } = owner;
  const names = await namesOf([owner.personId, owner.approvedBy ?? ""]);
  const after = Number(/^\d{1,9}$/.exec(new URL(url).searchParams.get("na") ?? "")?.[0] ?? 0);
  const wrong = await rowsAfter({ importId, status: "broken" }, after, brokenPerPage + 1);
  const shown = wrong.slice(0, brokenPerPage).map(({ row, errors }) => ({ row, errors }));
  return {
    item: {
      ...{ id, fileName, status, rows, good, broken, known, createdAt },
      ...{ format, visibility, done, version, importedAt },
      by: names.get(owner.personId) ?? "",
      approvedBy: names.get(owner.approvedBy ?? "") ?? null,
      isStalled: owner.problem !== "",
    },
    isUploader: owner.personId === access.person.id,
    broken: shown,
    next: wrong.length > brokenPerPage ? (shown.at(-1)?.row ?? null) : null,
    earlier: await findEarlier(owner),
  };
}

async function findEarlier({ organisationId, sha256, id }: typeof precedentImports.$inferSelect) {
  const [row] = await db.read
    .select({ id: precedentImports.id, createdAt: precedentImports.createdAt })
    .from(precedentImports)
    .where(
      and(
        eq(precedentImports.organisationId, organisationId),
        eq(precedentImports.sha256, sha256),
        ne(precedentImports.status, "cancelled"),
        lt(precedentImports.id, id),
      ),
    )
    .orderBy(desc(precedentImports.createdAt), desc(precedentImports.id))
    .limit(1);
  return row ?? null;
}

type Which = { importId: string; status: "broken" | "good" };

async function rowsAfter({ importId, status }: Which, after: number, limit: number) {
  return db.read
    .select({
      row: precedentImportRows.row,
      data: precedentImportRows.data,
      errors: precedentImportRows.errors,
    })
    .from(precedentImportRows)
    .where(
      and(
        eq(precedentImportRows.importId, importId),
        eq(precedentImportRows.status, status),
        gt(precedentImportRows.row, after),
      ),
    )
    .orderBy(asc(precedentImportRows.row))
    .limit(limit);
}

/**
 * The broken rows with what is wrong in a column of its own, to mend and send again; or the good ones,
 * to read before they come in.
 */
export async function downloadRows(
  access: Editor,
  importId: string,
  url: string,
): Promise<Response> {
  const owner = await getImport(access, importId);
  const isGood = new URL(url).searchParams.get("rijen") === "goed";
  const which: Which = { importId: owner.id, status: isGood ? "good" : "broken" };
  const parts = rowParts(which, errorWords(access.person.language));
  return download({ name: isGood ? "goede-rijen" : "fouten", type: "csv", parts });
}

async function* rowParts(which: Which, words: ReturnType<typeof errorWords>) {
  const first = which.status === "good" ? ["row"] : ["row", "errors"];
  const columns = [...first, ...csvColumns(await perspectivesIn(which))];
  const kept = columns.filter((column) => column !== "number");
  yield byteOrderMark + csvLines([kept]);
  for await (const rows of allRows(which)) {
    yield csvLines(
      rows.map(({ row, data, errors }) => cellsOf({ ...data, row, errors: words(errors) }, kept)),
    );
  }
}

async function perspectivesIn(which: Which): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const rows of allRows(which)) {
    for (const { data } of rows) {
      const keys = Object.keys((data.motivation as object | null) ?? {});
      for (const key of keys) if (motivationColumn.test(`motivation.${key}`)) found.add(key);
    }
  }
  return found;
}

async function* allRows(which: Which) {
  const step = 200;
  for (let after = 0; ;) {
    const rows = await rowsAfter(which, after, step);
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.row ?? after;
    if (rows.length < step) return;
  }
}
