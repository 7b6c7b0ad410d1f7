import { bytes, id, index, moment, primaryKey, table, whole, words } from "../columns.ts";

/** Full tiles of the tree over the audit log: 256 hashes each (C2SP tlog-tiles). */
export const logTiles = table(
  "log_tiles",
  {
    level: whole().notNull(),
    place: whole().notNull(),
    /** Hash of the subtree over this tile: one of the 256 of the tile above. */
    root: bytes().notNull(),
    hashes: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.level, t.place] })],
);

/** Heads of the tree that were signed, as signed notes. */
export const logCheckpoints = table(
  "log_checkpoints",
  {
    id: id().primaryKey(),
    at: moment().notNull(),
    /** Number of events the head is over. */
    size: whole().notNull(),
    note: words().notNull(),
    /** RFC 3161 time-stamp token over the note, where a time-stamping service is set. */
    timestamp: bytes(),
  },
  (t) => [index("log_checkpoints_size").on(t.size, t.at)],
);

/** Public keys that signed heads. The private key is a file outside the database. */
export const logKeys = table("log_keys", {
  id: id().primaryKey(),
  /** Name of the log, the first line of every head. */
  origin: words().notNull(),
  /** Name, hash and key as one line (C2SP vkey). */
  verifierKey: words().notNull(),
  since: moment().notNull(),
  until: moment(),
});
