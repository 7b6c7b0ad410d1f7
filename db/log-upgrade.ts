/** Bringing a database of before the log had leaves up to date, and looking whether its keys are there. */
import { desc } from "drizzle-orm";
import { auditRowWithLeaf, systemActor } from "./audit.ts";
import type { Engine } from "./engine.ts";
import { environment } from "./environment.ts";
import { hasInstallationKey, installationKeys, keysFolder, pseudonym } from "./keys.ts";
import { addMissingLeaves, appendRows } from "./log.ts";
import { keyOfRow, rowsOfTable, sealOf } from "./row-seals.ts";
import { auditEvents } from "./schema.ts";
import type { AuditDetails, RowSeals } from "./schema/audit.ts";
import { sealedTables } from "./sealed-tables.ts";
import type { Queries } from "./sqlite/connection.ts";

/** Refuses keys that are not those of this database: with others nothing could be opened or proved. */
export async function assertKeysFit(read: Queries): Promise<void> {
  const newest = await newestEvent(read);
  if (!newest?.actor) return;
  const fits = hasInstallationKey() && pseudonym(newest.actorId) === newest.actor;
  if (!fits) {
    throw new Error(
      `The keys of this database are not in ${keysFolder()}. Set KEYS_DIR to the folder that has them, or put that folder back from its own backup.`,
    );
  }
}

async function newestEvent(read: Queries) {
  const [newest] = await read
    .select({
      at: auditEvents.at,
      actor: auditEvents.actor,
      actorId: auditEvents.actorId,
      leafHash: auditEvents.leafHash,
    })
    .from(auditEvents)
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  return newest;
}

/**
 * Gives every event its leaf and every row its seal, in one transaction: interrupted, the next start
 * does it again. What an older version left is vouched for from then on.
 */
export async function bringLogUpToDate(engine: Engine): Promise<void> {
  const newest = await newestEvent(engine.read);
  if (!newest || newest.leafHash !== null) return;
  await engine.transaction(async (tx) => {
    const events = await addMissingLeaves(tx);
    if (events === 0) return;
    const at = Math.max(environment.now(), newest.at);
    await sealAllRows(tx, at);
    await append(tx, { kind: "log.began", details: { events }, at });
  });
}

async function sealAllRows(tx: Queries, at: number): Promise<void> {
  const key = installationKeys().seal;
  for (const sealed of sealedTables) {
    for await (const rows of rowsOfTable(tx, sealed)) {
      if (rows.length === 0) continue;
      const seals = rows.map((row): RowSeals["rows"][number] => [
        sealed.name,
        keyOfRow(sealed, row),
        sealOf(sealed.name, row, key),
      ]);
      await append(tx, {
        kind: "log.rows_sealed",
        details: { table: sealed.name, rows: rows.length },
        at,
        rows: [{ key: null, rows: seals }],
      });
    }
  }
}

type LogEvent = { kind: string; details: AuditDetails; at: number; rows?: RowSeals[] };

async function append(tx: Queries, { kind, details, at, rows = [] }: LogEvent): Promise<void> {
  const event = { kind, subject: { type: "log", id: "log" }, details };
  const given = { at, rows: rows.length === 0 ? null : rows, processingId: null };
  await appendRows(tx, [auditRowWithLeaf(systemActor, event, given)]);
}
