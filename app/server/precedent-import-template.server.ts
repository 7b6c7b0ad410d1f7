import { asc, eq } from "drizzle-orm";
import { db, scopes } from "#db";
import { fileFormat, fileVersion, type RawRow } from "#app/schemas/precedent-file.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { Access } from "./access.server.ts";
import { byteOrderMark, csvLines } from "./exports-csv.server.ts";
import { download } from "./exports-download.server.ts";
import { csvColumns } from "./precedent-export.server.ts";
import { cellsOf } from "./precedent-file-writing.server.ts";

/** A file with one made-up precedent, to see how it is done and to write over. */
export async function importTemplate(
  access: Access<"precedent.edit">,
  url: string,
): Promise<Response> {
  const type = new URL(url).searchParams.get("vorm") === "json" ? "json" : "csv";
  const [scope] = await db.read
    .select({ name: scopes.name })
    .from(scopes)
    .where(eq(scopes.organisationId, access.organisation.id))
    .orderBy(asc(scopes.name))
    .limit(1);
  const row = exampleRow(access, scope?.name ?? "");
  return download({ name: "precedenten-sjabloon", type, parts: partsOf(type, row) });
}

async function* partsOf(type: "csv" | "json", row: RawRow): AsyncGenerator<string> {
  if (type === "json") {
    const file = { format: fileFormat, version: fileVersion, precedents: [row] };
    yield `${JSON.stringify(file, null, 2)}\n`;
    return;
  }
  const columns = csvColumns([]).filter(
    (column) => column in row || column.startsWith("motivation."),
  );
  yield byteOrderMark + csvLines([columns, cellsOf(row, columns)]);
}

function exampleRow({ person }: Access<"precedent.edit">, scope: string): RawRow {
  const t = getTexts(person.language, "precedent-imports");
  return {
    externalId: "2019-0001",
    title: t("template.title"),
    summary: t("template.summary"),
    motivation: {
      legal: t("template.legal"),
      financial: t("template.financial"),
      societal: t("template.societal"),
    },
    scope,
    level: 2,
    factsPro: ["misinformed_by_agency", "agency_knew"],
    factsCon: ["months_late"],
    amounts: { months_late: "36" },
    reason: ["misinformed_by_agency"],
    unknownFacts: [],
    lawReferences: ["BWBR0007795"],
    lifeEvents: ["death_of_partner"],
    decidedAt: "2019-03-31",
    validUntil: null,
    visibility: "organisation",
    reviewDate: null,
  };
}
