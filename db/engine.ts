import type { MigrationStatus } from "./migration-history.ts";
import type { Queries } from "./sqlite/connection.ts";

/** Something that can be run many times with other values. */
export type Prepared<Row> = { execute: (values?: Record<string, unknown>) => Promise<Row[]> };
export type Preparable<Row> = { prepare: (name?: string) => Prepared<Row> };

/** An audit event as everyone who listens hears of it: that something changed, never what. */
export type Notice = {
  sequence: number;
  kind: string;
  organisationId: string | null;
  caseId: string | null;
  sessionId: string | null;
};

/** A row that a change put in, changed or took away; its primary key as JSON. */
export type Touched = { table: string; key: string };

/** What the audit log needs to know at the end of a change. */
export type EndOfChange = {
  /** The newest event that is committed, or of this change itself. */
  newest: { at: number; hasLeaf: boolean } | null;
  /** The rows the change touched, of the tables that the audit log vouches for. */
  touched: Touched[];
};

/** What is wrong with the storage, for whoever asked; null when the storage is not to blame. */
export type StorageTrouble = "storage_full" | "storage_busy" | "storage_unavailable";

/** One database engine, opened: what the rest of `db/` needs of it. */
export type Engine = {
  url: string;
  /** Queries on what is committed. */
  read: Queries;
  /** Queries on a copy that may lag, once it has this audit event; null while it does not. */
  replica: ((sequence: number) => Promise<Queries | null>) | null;
  /** Makes one change: all of it or nothing. Called for one change at a time. */
  transaction: <T>(change: (tx: Queries) => Promise<T>) => Promise<T>;
  /** How the change under way stands, asked when all its rows are in. */
  endOfChange: (tx: Queries) => Promise<EndOfChange>;
  /** Has these rows sealed anew, though the change does not touch them. */
  touch: (tx: Queries, rows: Touched[]) => Promise<void>;
  prepared: <Row>(query: Preparable<Row>) => Prepared<Row>;
  /**
   * Calls back for the audit events of this and every other process; gives a way to stop. No
   * notices at all mean that some may have been missed.
   */
  listen: (heard: (notices: Notice[]) => void) => () => void;
  /** Tells this process's listeners, where the engine does not do so itself. */
  announce: (notices: Notice[]) => void;
  /** How far the migrations of the database are. Throws when a newer version made it. */
  migrations: () => Promise<MigrationStatus>;
  bytes: () => Promise<number>;
  trouble: (error: unknown) => StorageTrouble | null;
  close: () => Promise<void>;
};
