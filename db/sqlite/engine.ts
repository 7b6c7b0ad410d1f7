import { EventEmitter } from "node:events";
import type { Engine, Notice, StorageTrouble } from "../engine.ts";
import { rootCause } from "../root-cause.ts";
import { connect, databaseFile, openReader, openWriter, type Client } from "./connection.ts";
import { migrate, statusOf } from "./migrate.ts";
import { noteTouchedRows } from "./touched-rows.ts";

export type SqliteEngine = Engine & { file: string; writer: Client; reader: Client };

/** Opens the file, bringing it up to date first. */
export async function openSqlite(url: string): Promise<SqliteEngine> {
  const file = databaseFile(url);
  const writer = openWriter(file);
  try {
    await migrate(writer, file);
  } catch (error) {
    writer.close();
    throw error;
  }
  countForPlanner(writer);
  const reader = openReader(file);
  const read = connect(reader);
  const heard = new EventEmitter<{ notices: [Notice[]] }>();
  heard.setMaxListeners(0);
  return {
    url,
    file,
    writer,
    reader,
    read,
    replica: null,
    ...changes(writer),
    prepared: (query) => query.prepare(),
    listen: (listener) => {
      heard.on("notices", listener);
      return () => heard.off("notices", listener);
    },
    announce: (notices) => heard.emit("notices", notices),
    migrations: () => Promise.resolve(statusOf(reader)),
    bytes: () => Promise.resolve(bytesOf(reader)),
    trouble,
    close: () => {
      reader.close();
      writer.close();
      return Promise.resolve();
    },
  };
}

/**
 * Counts for the query planner, where a table has none yet: with counts for some indexes and not for
 * a new one it chose to read a whole organisation for eighteen cases. Not now where the disk is full:
 * that must not keep people from reading.
 */
function countForPlanner(writer: Client): void {
  try {
    writer.pragma("optimize = 0x10002");
  } catch (error) {
    if (trouble(error) === null) throw error;
  }
}

function changes(writer: Client): Pick<Engine, "transaction" | "endOfChange" | "touch"> {
  const noted = noteTouchedRows(writer);
  const queries = connect(writer);
  const newest = writer.prepare<[], { at: number; hasLeaf: number }>(
    `SELECT at, leaf_hash IS NOT NULL AS "hasLeaf" FROM audit_events ORDER BY sequence DESC LIMIT 1`,
  );
  return {
    transaction: (change) =>
      transaction(writer, () => {
        noted.clear();
        return change(queries);
      }),
    endOfChange: () => {
      const row = newest.get();
      return Promise.resolve({
        newest: row ? { at: row.at, hasLeaf: row.hasLeaf === 1 } : null,
        touched: noted.list(),
      });
    },
    touch: (_tx, rows) => Promise.resolve(noted.note(rows)),
  };
}

// Not drizzle's own transaction: on this driver it commits before an async function is finished.
async function transaction<T>(writer: Client, change: () => Promise<T>): Promise<T> {
  writer.exec("BEGIN IMMEDIATE");
  try {
    const result = await change();
    writer.exec("COMMIT");
    return result;
  } catch (error) {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    throw error;
  }
}

function bytesOf(client: Client): number {
  const [pages, size] = ["page_count", "page_size"].map((name) =>
    Number(client.pragma(name, { simple: true })),
  );
  return (pages ?? 0) * (size ?? 0);
}

function trouble(error: unknown): StorageTrouble | null {
  const { code } = rootCause(error);
  // The second: no room for the shared memory beside the file.
  if (code === "SQLITE_FULL" || code === "SQLITE_IOERR_SHMSIZE") return "storage_full";
  return code?.startsWith("SQLITE_BUSY") ? "storage_busy" : null;
}
