/** All precedents somebody may see as a file, in the format in which they can be brought in elsewhere. */
import { and, asc, eq, gt, inArray, isNotNull, type SQL } from "drizzle-orm";
import { db, environment, precedentFacts, precedents, scopes, type Queries } from "#db";
import { amountForFile, momentForFile } from "#app/domain/precedent-file.ts";
import "#app/i18n/all-languages.ts";
import { getTexts } from "#app/i18n/instances.ts";
import {
  commonPerspectives,
  fileFormat,
  fileVersion,
  type RawRow,
} from "#app/schemas/precedent-file.ts";
import { fileColumns } from "#app/schemas/precedent-file-columns.ts";
import { filtersIn } from "#app/schemas/precedent-filters.ts";
import type { Access } from "./access.server.ts";
import { catalogueNow, type CatalogueNow } from "./catalogue-now.server.ts";
import { download } from "./exports-download.server.ts";
import { exportResponse, fileName, recordedRows, type ExportColumn } from "./exports.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";
import { conditionsOf } from "./precedent-conditions.server.ts";
import { cellsOf } from "./precedent-file-writing.server.ts";

type Reader = Access<"precedent.read">;

/** So many at a time: nothing waits for long, and memory holds no more. */
const step = 200;

/** The precedents the filters of the address leave, of the own organisation unless they name another. */
export async function exportPrecedents(access: Reader, url: string): Promise<Response> {
  const source = await sourceOf(access, url);
  const { language } = access.person;
  const title = getTexts(language, "precedents")("title");
  const [list, name] = ["precedents", fileName(title)];
  const type = new URL(url).searchParams.get("vorm");
  if (type === "csv" || type === "xlsx") {
    const columns = csvColumns(await perspectivesIn(source)).map(exportColumn);
    return exportResponse(access, {
      ...{ list, name, title, columns, format: type },
      rows: fileRows(source),
    });
  }
  const rows = await recordedRows(access, { list, format: "json" }, fileRows(source));
  return download({ name, type: "json", parts: jsonParts(rows, access.organisation.name) });
}

const days = new Set(["decidedAt", "validUntil", "reviewDate"]);

/** Of a file that can be brought in elsewhere: named by the names of the format. */
function exportColumn(label: string): ExportColumn<RawRow> {
  const value = (row: RawRow) => cellsOf(row, [label])[0] ?? "";
  if (label === "level") return { label, type: "number", value: ({ level }) => level as number };
  if (!days.has(label)) return { label, value };
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : text);
  return { label, type: "day", value: (row) => day(value(row)) };
}

type Source = {
  organisationId: string;
  read: Queries;
  condition: SQL | undefined;
  catalogue: CatalogueNow;
  scopes: Map<string, string>;
};

async function sourceOf(access: Reader, url: string): Promise<Source> {
  const read = await db.reports({ personId: access.person.id });
  const filters = filtersIn(url);
  const catalogue = await catalogueNow();
  const scopeRows = await read.select({ id: scopes.id, name: scopes.name }).from(scopes);
  return {
    organisationId: access.organisation.id,
    ...{ read, catalogue, scopes: new Map(scopeRows.map(({ id, name }) => [id, name])) },
    condition: and(
      visiblePrecedents(access),
      // A draft may still hold what nobody may read.
      isNotNull(precedents.publishedAt),
      filters.organisation ? undefined : eq(precedents.organisationId, access.organisation.id),
      ...conditionsOf(filters, catalogue),
    ),
  };
}

async function* jsonParts(
  batches: AsyncIterable<readonly RawRow[]>,
  organisation: string,
): AsyncGenerator<string> {
  const exportedAt = new Date(environment.now()).toISOString();
  const head = { format: fileFormat, version: fileVersion, organisation, exportedAt };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "precedents": [`;
  let separator = "\n    ";
  for await (const rows of batches) {
    yield separator + rows.map((row) => JSON.stringify(row)).join(",\n    ");
    separator = ",\n    ";
  }
  yield "\n  ]\n}\n";
}

/** The motivations follow the texts they belong to. */
export function csvColumns(perspectives: Iterable<string>): string[] {
  const known = new Set<string>([...commonPerspectives, ...perspectives]);
  const motivations = [...known].map((key) => `motivation.${key}`);
  return [...fileColumns.slice(0, 3), ...motivations, ...fileColumns.slice(3), "number"];
}

/** The header comes before the first row: which perspectives there are is looked up first. */
async function perspectivesIn({ read, condition }: Source): Promise<Set<string>> {
  const found = new Set<string>();
  for (let after = ""; ;) {
    const rows = await read
      .select({ id: precedents.id, motivation: precedents.motivation })
      .from(precedents)
      .where(and(condition, gt(precedents.id, after)))
      .orderBy(asc(precedents.id))
      .limit(step);
    for (const { motivation } of rows) for (const key of Object.keys(motivation)) found.add(key);
    after = rows.at(-1)?.id ?? "";
    if (rows.length < step) return found;
  }
}

async function* fileRows(source: Source): AsyncGenerator<RawRow[]> {
  const { read, condition } = source;
  for (let after = ""; ;) {
    const rows = await read
      .select()
      .from(precedents)
      .where(and(condition, gt(precedents.id, after)))
      .orderBy(asc(precedents.id))
      .limit(step);
    if (rows.length > 0) yield await inFile(source, rows);
    after = rows.at(-1)?.id ?? "";
    if (rows.length < step) return;
  }
}

type Precedent = typeof precedents.$inferSelect;
type FactRow = typeof precedentFacts.$inferSelect;

async function inFile(source: Source, rows: Precedent[]): Promise<RawRow[]> {
  const own = new Map<string, FactRow[]>(rows.map(({ id }) => [id, []]));
  const factRows = await source.read
    .select()
    .from(precedentFacts)
    .where(inArray(precedentFacts.precedentId, [...own.keys()]))
    .orderBy(asc(precedentFacts.precedentId), asc(precedentFacts.factId));
  for (const row of factRows) own.get(row.precedentId)?.push(row);
  return rows.map((row) => rowInFile(source, row, own.get(row.id) ?? []));
}

function rowInFile(source: Source, row: Precedent, factRows: FactRow[]): RawRow {
  const { title, summary, motivation, level, lawReferences, lifeEvents, visibility } = row;
  const { decidedAt, validUntil, reviewDate, status, number } = row;
  // A reference of the old system is the business of the own organisation.
  const isOwn = row.organisationId === source.organisationId;
  const externalId = (isOwn ? row.externalId : null) ?? row.id;
  return {
    ...{ externalId, title, summary, motivation },
    scope: source.scopes.get(row.scopeId ?? "") ?? "",
    level,
    ...factsInFile(source.catalogue, row, factRows),
    ...{ lawReferences, lifeEvents },
    decidedAt: momentForFile(decidedAt),
    validUntil: validUntil === null ? null : momentForFile(validUntil),
    visibility,
    reviewDate: reviewDate === null ? null : momentForFile(reviewDate),
    ...{ status, number },
  };
}

/** Facts by their keys as they count now; a key never changes its meaning. */
function factsInFile(catalogue: CatalogueNow, { catalogueSize }: Precedent, factRows: FactRow[]) {
  const facts = factRows.flatMap(({ factId, ...row }) => {
    const fact = catalogue.byId.get(factId);
    return fact ? [{ ...row, fact }] : [];
  });
  const keys = (rows: typeof facts) => [...new Set(rows.map(({ fact }) => fact.key))].sort();
  const own = new Set(keys(facts));
  const amounts = facts.flatMap(({ fact: { key, measure }, amount }) =>
    measure === null || amount === null ? [] : [[key, amountForFile(amount, measure)] as const],
  );
  const later = [...new Set(catalogue.byId.values())].filter(
    ({ key, number }) => number > catalogueSize && !own.has(key),
  );
  return {
    factsPro: keys(facts.filter(({ side }) => side === "pro")),
    factsCon: keys(facts.filter(({ side }) => side === "con")),
    amounts: Object.fromEntries(amounts),
    reason: keys(facts.filter(({ inReason }) => inReason > 0)),
    unknownFacts: later.map(({ key }) => key),
  };
}
