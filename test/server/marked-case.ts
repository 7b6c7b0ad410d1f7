/** A case of the example data that has something in every table, and a mark in every text. */
import { eq, getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { getTableConfig as postgresConfig, PgTable, type AnyPgTable } from "drizzle-orm/pg-core";
import {
  getTableConfig as sqliteConfig,
  type SQLiteColumn,
  type SQLiteTable,
} from "drizzle-orm/sqlite-core";
import {
  agendaItems,
  caseFigures,
  caseFiles,
  claims,
  conflictsOfInterest,
  db,
  decisions,
  documents,
  environment,
  gateRatings,
  legalHolds,
  lineChangePrecedents,
  lineChanges,
  optionClaims,
  options,
  precedentAdoptions,
  precedents,
  precedentWords,
  ratings,
  reminders,
  statusChanges,
  systemActor,
  weighings,
  type Transaction,
} from "#db";
import { caseRows } from "#db/case-rows.ts";
import { reindexCase } from "#app/server/case-search-index.server.ts";
import { storeBytes } from "#app/server/document-store.server.ts";
import { reindexPrecedent } from "#app/server/precedent-index.server.ts";
import { fillAftercare } from "./marked-aftercare.ts";

export type Mark = (what: string) => string;
type Row = Record<string, unknown>;
const immutable = ["weighings", "ratings", "gate_ratings"];

async function first(
  tx: Transaction,
  table: SQLiteTable,
  where?: ReturnType<typeof eq>,
): Promise<Row> {
  const [row] = (await tx.select().from(table).where(where).limit(1)) as Row[];
  if (!row) throw new Error(`No ${getTableName(table)}`);
  return row;
}

/** Closes the case, fills the tables it has nothing in, and puts a mark in every text. */
export async function markCase(caseId: string, mark: Mark): Promise<void> {
  const storedName = await storeBytes(Buffer.from(`Brief: ${mark("bytes of a document")}`));
  await db.write(systemActor, async (tx) => {
    await fill(tx, caseId, storedName);
    for (const { name, table, of } of caseRows) {
      if (!immutable.includes(name)) await markRows(tx, { table, where: of(tx, caseId), mark });
    }
    await addImmutable(tx, caseId, mark);
    await reindexCase(tx, caseId);
    await tx.record({
      kind: "case.step_saved",
      subject: { type: "case", id: caseId },
      caseId,
      content: { words: mark("content of an event").repeat(40) },
    });
  });
}

async function fill(tx: Transaction, caseId: string, storedName: string): Promise<void> {
  const caseFile = await first(tx, caseFiles, eq(caseFiles.id, caseId));
  const item = await first(tx, agendaItems, eq(agendaItems.caseId, caseId));
  const option = await first(tx, options, eq(options.caseId, caseId));
  const claim = await first(tx, claims, eq(claims.caseId, caseId));
  const decision = await first(tx, decisions, eq(decisions.caseId, caseId));
  const draft = await first(tx, precedents, eq(precedents.decisionId, String(decision.id)));
  const other = await first(tx, precedents, eq(precedents.status, "valid"));
  const [person, now] = [String(caseFile.submitterId), environment.now()];
  const of = <T extends Row>(row: T) => ({ ...row, caseId }) as never;
  const lineChangeId = environment.newId();
  await tx.update(caseFiles).set({ status: "closed" }).where(eq(caseFiles.id, caseId));
  const moved = { id: environment.newId(), toStatus: "closed", personId: person, at: now };
  await tx.insert(statusChanges).values(of(moved));
  await tx
    .insert(legalHolds)
    .values(
      of({ id: environment.newId(), reason: "-", placedBy: person, placedAt: 1, liftedAt: 2 }),
    );
  await tx
    .insert(conflictsOfInterest)
    .values(of({ personId: person, reason: "-", declaredBy: person, declaredAt: now }));
  await tx.insert(documents).values(
    of({
      ...{ id: environment.newId(), name: "-", mediaType: "text/plain", size: 1, sha256: "-" },
      ...{ storedName, addedBy: person, addedAt: now },
    }),
  );
  await tx
    .insert(caseFigures)
    .values(of({ organisationId: caseFile.organisationId, sequence: 1, figures: {} }))
    .onConflictDoNothing();
  const scopeId = caseFile.scopeId ?? other.scopeId;
  await tx.insert(lineChanges).values(
    of({
      ...{ id: lineChangeId, organisationId: caseFile.organisationId, scopeId, level: 1 },
      ...{ status: "effected", motivation: "-", proposedBy: person, proposedAt: now },
      decisionId: decision.id,
    }),
  );
  const precedentId = String(other.id);
  await tx.insert(lineChangePrecedents).values({ lineChangeId, precedentId });
  await tx
    .update(precedents)
    .set({ lineChangeId, endReason: "-" })
    .where(eq(precedents.id, precedentId));
  await tx.insert(precedentAdoptions).values(
    of({
      ...{ precedentId, perspective: "legal", choice: "adapt", original: "-" },
      ...{ personId: person, at: now },
    }),
  );
  const [optionId, agendaItemId] = [String(option.id), String(item.id)];
  await tx.insert(optionClaims).values({ optionId, claimId: String(claim.id), level: 1 });
  await tx.insert(reminders).values({
    ...{ id: environment.newId(), agendaItemId, round: 1, personId: person, at: now },
  });
  await tx
    .insert(precedentWords)
    .values({
      ...{ precedentId: String(draft.id), changed: 1e6, scopeId: String(scopeId), packed: "" },
      ...{ visibility: "organisation", level: 1, decidedAt: 1, catalogueSize: 1 },
    })
    .onConflictDoNothing();
  await reindexPrecedent(tx, String(draft.id));
  await fillAftercare(tx, {
    ...{ caseId, organisationId: String(caseFile.organisationId), decisionId: String(decision.id) },
    ...{ draftId: String(draft.id), personId: person },
  });
}

type Marking = { table: SQLiteTable; where: ReturnType<typeof sql> | undefined; mark: Mark };

/** The same mark in every row of the column: what is looked for is the column. */
async function markRows(tx: Transaction, { table, where, mark }: Marking): Promise<void> {
  const name = getTableName(table);
  const set: Row = {};
  for (const [property, column] of Object.entries(textColumns(table))) {
    const text = mark(`${name}.${property}`);
    const { id } = getTableColumns(table);
    const unlike = id ? sql`cast(${text} as text) || ' ' || ${id}` : text;
    set[property] = isJson(column) ? [text] : unlike;
  }
  if (Object.keys(set).length > 0) await tx.update(table).set(set).where(where);
}

function isJson(column: SQLiteColumn): boolean {
  return /json/.test(column.getSQLType()) || column.dataType === "json";
}

/** What people type: texts and JSON that are no keys, no references and no choices from a list. */
function textColumns(table: SQLiteTable): Record<string, SQLiteColumn> {
  const found: unknown = table;
  const config = is(found, PgTable) ? postgresConfig(found as AnyPgTable) : sqliteConfig(table);
  const fixed = new Set<string>([
    ...config.columns
      .filter((column) => column.primary || column.enumValues)
      .map(({ name }) => name),
    ...config.primaryKeys.flatMap(({ columns }) => columns.map(({ name }) => name)),
    ...config.foreignKeys.flatMap((key) => key.reference().columns.map(({ name }) => name)),
    ...config.checks.flatMap((check) => columnsIn(check.value.queryChunks)),
    ...["previousId", "storedName", "number", "mediaType", "sha256", "tabledKey", "organisationId"],
    ...["perspective", "criterion", "key", "packed", "externalId", "joinCode"],
  ]);
  const isText = (column: SQLiteColumn) =>
    isJson(column) || (column.dataType !== "number" && /text/.test(column.getSQLType()));
  return Object.fromEntries(
    Object.entries(getTableColumns(table) as Record<string, SQLiteColumn>).filter(
      ([property, column]) => isText(column) && !fixed.has(property) && !fixed.has(column.name),
    ),
  );
}

function columnsIn(chunks: unknown[]): string[] {
  return chunks.flatMap((chunk) =>
    typeof chunk === "object" && chunk !== null && "name" in chunk ? [String(chunk.name)] : [],
  );
}

/** What is a snapshot or closed cannot be changed; more of it can be there. */
async function addImmutable(tx: Transaction, caseId: string, mark: Mark): Promise<void> {
  const weighing = await first(tx, weighings, eq(weighings.caseId, caseId));
  const snapshot = [mark("weighings.snapshot")];
  await tx.insert(weighings).values({
    ...weighing,
    ...{ id: environment.newId(), number: 99, reason: mark("weighings.reason"), snapshot },
  } as never);
  for (const table of [ratings, gateRatings]) {
    const item = await first(tx, table, eq(table.agendaItemId, String(weighing.agendaItemId)));
    const reason = mark(`${getTableName(table)}.reason`);
    await tx.insert(table).values({ ...item, id: environment.newId(), round: 9, reason } as never);
  }
}
