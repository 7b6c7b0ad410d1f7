/** Appending to the audit log: each event with its leaf, and the tiles of the tree over the leaves. */
import { and, asc, eq, getTableColumns, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { DomainError } from "../app/domain/domain-error.ts";
import { processingOf } from "../app/domain/processing.ts";
import { tileWidth } from "../app/domain/log-tiles.ts";
import { fullRoot } from "../app/domain/merkle-tree.ts";
import {
  auditRowWithLeaf,
  destroyedKind,
  leafFor,
  type Actor,
  type AuditEvent,
  type AuditRow,
} from "./audit.ts";
import type { Engine, Notice, Preparable, Touched } from "./engine.ts";
import { environment } from "./environment.ts";
import { caseKeys, existingCaseKeys, installationKeys, pseudonym } from "./keys.ts";
import { preparedOnce } from "./prepared.ts";
import { sealsOf } from "./row-seals.ts";
import { auditEvents, logTiles, processingRecords } from "./schema.ts";
import type { RowSeals } from "./schema/audit.ts";
import { sha256 } from "./sha256.ts";
import type { Queries } from "./sqlite/connection.ts";

export { tileWidth };
const rowsAtOnce = 1_000;

type Change = { engine: Engine; queries: Queries; actor: Actor; events: AuditEvent[] };

/** Appends the events of a change to the audit log, as the last thing before it is committed. */
export async function appendEvents(change: Change): Promise<Notice[]> {
  const { queries, actor, events } = change;
  if (events.length === 0) throw new Error("A change without an audit event");
  const { newest, touched } = await change.engine.endOfChange(queries);
  if (newest && !newest.hasLeaf) await addMissingLeaves(queries);
  const at = Math.max(environment.now(), newest?.at ?? 0);
  for (const { content, caseId } of events) {
    if (content !== undefined && caseId) await refuseLostKey(queries, caseId);
  }
  const seals = await sealsOfChange(change, touched);
  const processing = await recordProcessing(change, at);
  const rows = events.map((event, place) =>
    auditRowWithLeaf(actor, event, {
      at,
      rows: place === seals?.place ? [seals.seals] : null,
      processingId: processing[place] ?? null,
    }),
  );
  return appendRows(queries, rows);
}

/** Appends rows that have their leaf, and the tiles they complete. */
export async function appendRows(
  queries: Queries,
  rows: (typeof auditEvents.$inferInsert)[],
): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (const row of rows) notices.push(...(await insertEvent(queries, asDriven(row))));
  for (const { sequence } of notices) await completeTiles(queries, sequence);
  return notices;
}

/**
 * The seals of all rows the change touched, at the first of its events about the one case it is
 * about, made with the key of that case. A destruction is sealed with what stays.
 */
async function sealsOfChange({ queries, events }: Change, touched: Touched[]) {
  if (touched.length === 0) return null;
  const cases = new Set(
    events.map(({ caseId }) => caseId).filter((id) => id !== null && id !== undefined),
  );
  const [only] = cases;
  const isDestroyed = events.some(({ kind }) => kind === destroyedKind);
  const isOfOne = cases.size === 1 && only && !isDestroyed;
  if (isOfOne) await refuseLostKey(queries, only);
  const keys = isOfOne ? caseKeys(only) : null;
  const place = keys ? events.findIndex(({ caseId }) => caseId === only) : 0;
  const rows = await sealsOf(queries, touched, (keys ?? installationKeys()).seal);
  const seals: RowSeals = { key: keys && only ? only : null, rows };
  return { place, seals };
}

const sealedOfCase = preparedOnce("log_sealed_of_case", (queries) =>
  queries
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .where(and(eq(auditEvents.caseId, sql.placeholder("caseId")), isNotNull(auditEvents.sealed)))
    .limit(1),
);

/**
 * A case without a key gets one. Not where there was one: what was kept of it so far could never be
 * read again, and nobody would notice until it is needed.
 */
async function refuseLostKey(queries: Queries, caseId: string): Promise<void> {
  if (existingCaseKeys(caseId) !== null) return;
  const [sealed] = await sealedOfCase(queries, { caseId });
  if (sealed) throw new DomainError("case_key_missing");
}

const processingColumns = Object.keys(getTableColumns(processingRecords));
const insertProcessing = preparedOnce(
  "log_processing",
  (queries) =>
    queries
      .insert(processingRecords)
      .values(
        Object.fromEntries(
          processingColumns.map((name) => [name, sql`${sql.placeholder(name)}`]),
        ) as unknown as typeof processingRecords.$inferInsert,
      ) as unknown as Preparable<unknown>,
);

/** One record per case and purpose in a change; gives the id of the record of each event. */
async function recordProcessing({ queries, actor, events }: Change, endedAt: number) {
  const made = new Map<string, typeof processingRecords.$inferInsert>();
  const ids = events.map((event) => {
    const processing = processingOf(event);
    if (!processing) return null;
    const about = `${processing.activity} ${event.caseId ?? ""}`;
    const record = made.get(about) ?? {
      id: environment.newId(),
      traceId: environment.newId(),
      parentId: null,
      organisationId: event.organisationId ?? actor.organisationId,
      activity: processing.activity,
      operation: event.kind,
      subject: event.caseId ? pseudonym(event.caseId) : null,
      status: "ok",
      startedAt: endedAt,
      endedAt,
    };
    made.set(about, record);
    return record.id;
  });
  for (const record of made.values()) await insertProcessing(queries, record);
  return ids;
}

const insertEvent = preparedOnce<Notice>("log_append", (queries) =>
  queries.insert(auditEvents).values(eventPlaceholders).returning({
    sequence: auditEvents.sequence,
    kind: auditEvents.kind,
    organisationId: auditEvents.organisationId,
    caseId: auditEvents.caseId,
    sessionId: auditEvents.sessionId,
  }),
);

/** The sequence is given out by the database. */
const eventColumns = Object.keys(getTableColumns(auditEvents)).filter(
  (name) => name !== "sequence",
);
const eventPlaceholders = Object.fromEntries(
  eventColumns.map((name) => [name, sql`${sql.placeholder(name)}`]),
) as unknown as typeof auditEvents.$inferInsert;

/** As the driver takes it: a placeholder does not encode, and would write "null" for an empty JSON column. */
function asDriven(row: typeof auditEvents.$inferInsert): Record<string, unknown> {
  const values = Object.fromEntries(eventColumns.map((name) => [name, null]));
  return {
    ...values,
    ...row,
    actorRoles: JSON.stringify(row.actorRoles),
    details: JSON.stringify(row.details),
    rows: row.rows ? JSON.stringify(row.rows) : null,
  };
}

/** Writes the tiles that are full now that the log has so many events. */
async function completeTiles(queries: Queries, size: number): Promise<void> {
  for (let level = 0, full = size; full % tileWidth === 0 && full > 0; level += 1) {
    full /= tileWidth;
    const place = full - 1;
    const hashes = await hashesOfTile(queries, { level, place });
    if (hashes.length !== tileWidth) throw new Error("The log has a gap");
    const root = Buffer.from(fullRoot(hashes, sha256));
    await queries.insert(logTiles).values({ level, place, root, hashes: Buffer.concat(hashes) });
  }
}

/** The hashes in a tile that is not stored as a whole: as many as there are. */
export async function hashesOfTile(
  queries: Queries,
  { level, place }: { level: number; place: number },
): Promise<Buffer[]> {
  const start = place * tileWidth;
  if (level === 0) {
    const leaves = await queries
      .select({ hash: auditEvents.leafHash })
      .from(auditEvents)
      .where(
        and(gte(auditEvents.sequence, start + 1), lt(auditEvents.sequence, start + 1 + tileWidth)),
      )
      .orderBy(asc(auditEvents.sequence));
    return leaves.map(({ hash }) => hash ?? Buffer.alloc(0));
  }
  const below = and(
    eq(logTiles.level, level - 1),
    gte(logTiles.place, start),
    lt(logTiles.place, start + tileWidth),
  );
  const tiles = await queries
    .select({ root: logTiles.root })
    .from(logTiles)
    .where(below)
    .orderBy(asc(logTiles.place));
  return tiles.map(({ root }) => root);
}

const addLeaf = preparedOnce(
  "log_add_leaf",
  (queries) =>
    queries
      .update(auditEvents)
      .set({
        actor: sql`${sql.placeholder("actor")}`,
        salt: sql`${sql.placeholder("salt")}`,
        contentHash: sql`${sql.placeholder("contentHash")}`,
        leafHash: sql`${sql.placeholder("leafHash")}`,
      })
      .where(
        eq(auditEvents.sequence, sql.placeholder("sequence")),
      ) as unknown as Preparable<unknown>,
);

/** Gives every event of before the log had leaves its leaf. Returns how many there were. */
export async function addMissingLeaves(queries: Queries): Promise<number> {
  const [first] = await queries
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .where(isNull(auditEvents.leafHash))
    .orderBy(asc(auditEvents.sequence))
    .limit(1);
  if (!first) return 0;
  let added = 0;
  for (let next = first.sequence; ;) {
    const rows: AuditRow[] = await queries
      .select()
      .from(auditEvents)
      .where(gte(auditEvents.sequence, next))
      .orderBy(asc(auditEvents.sequence))
      .limit(rowsAtOnce);
    for (const row of rows) {
      await addLeaf(queries, { ...leafFor(row), sequence: row.sequence });
      await completeTiles(queries, row.sequence);
    }
    added += rows.length;
    next += rows.length;
    if (rows.length < rowsAtOnce) return added;
  }
}
