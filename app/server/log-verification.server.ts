/** Looking through the whole log: leaves, tree, heads, sealed contents, and every row it vouches for. */
import { asc } from "drizzle-orm";
import { db, environment, logCheckpoints, sha256 } from "#db";
import { checkLog, type LogChecked } from "#db/log-check/check.ts";
import type { Findings, LogFinding } from "#db/log-check/findings.ts";
import { equalBytes, toBase64 } from "#app/domain/bytes.ts";
import { openCheckpoint, type CheckpointVerdict } from "#app/domain/checkpoint.ts";
import { nullWhenBroken } from "#app/domain/domain-error.ts";
import { parseVerifierKey, type VerifierKey } from "#app/domain/signed-note.ts";
import { checkpointRow, type CheckpointRow } from "./checkpoints.server.ts";
import { verifyEd25519 } from "./ed25519.server.ts";
import { headNote } from "./log-head.server.ts";
import { keyRow, listKeys, trustedKeys, type LogKeyRow } from "./log-keys.server.ts";
import { isTimestampOf } from "./log-timestamps.server.ts";

/** A checkpoint that was kept outside. */
export type OutsideCheckpoint = { name: string; note: string };

export type LogVerification = {
  at: number;
  seconds: number;
  findings: LogFinding[];
  /** How many there are of each kind, also of those that are not in the list. */
  counts: Findings["counts"];
  events: number;
  /** Base64; null for an empty log. */
  root: string | null;
  rows: number;
  checkpoints: number;
  /** Contents that were opened, and those whose key was destroyed. */
  opened: number;
  destroyed: number;
};

type Verifying = {
  outside?: OutsideCheckpoint[];
  /** 0 up to 1. */
  onProgress?: (part: number) => void;
};

export async function verifyLog({
  outside = [],
  onProgress,
}: Verifying = {}): Promise<LogVerification> {
  const [at, started] = [environment.now(), performance.now()];
  const given = await everythingKept(outside);
  const sizes = [...given.kept, ...given.outside].flatMap(({ opened }) =>
    opened.ok ? [opened.checkpoint.size] : [],
  );
  const checked = await checkLog({ sizes, ...(onProgress ? { onProgress } : {}) });
  const { findings } = checked;
  checkKeys(given.keyRows, given.trusted, findings);
  let holdsUntil = 0;
  for (const { row, opened } of given.kept) {
    if (checkKept({ row, opened, holdsUntil }, checked)) holdsUntil = row.size;
  }
  for (const { name, opened } of given.outside) {
    if (opened.ok) checkOutside(name, opened.checkpoint, checked);
    else findings.add({ code: "outside_broken", which: name });
  }
  if (given.isHeadMissing) findings.add({ code: "head_missing" });
  const root = checked.roots.get(checked.size);
  return {
    at,
    seconds: (performance.now() - started) / 1000,
    findings: sorted(findings.list),
    counts: findings.counts,
    events: checked.size,
    root: root ? toBase64(root) : null,
    rows: checked.rows,
    checkpoints: given.kept.length,
    opened: checked.opened,
    destroyed: checked.destroyed,
  };
}

/** Heads and keys in the database, the last head beside the keys, and heads that were kept outside. */
async function everythingKept(outside: OutsideCheckpoint[]) {
  const keyRows = await listKeys();
  const rows = await db.read
    .select()
    .from(logCheckpoints)
    .orderBy(asc(logCheckpoints.size), asc(logCheckpoints.at), asc(logCheckpoints.id));
  const origin = originOf(keyRows, rows);
  const trusted = trustedKeys(origin);
  const known = { origin, keys: trusted, verify: verifyEd25519 };
  const head = origin === "" ? null : headNote(origin);
  const given = head === null ? outside : [{ name: "heads", note: head }, ...outside];
  return {
    keyRows,
    trusted,
    kept: rows.map((row) => ({ row, opened: openCheckpoint(row.note, known) })),
    outside: given.map(({ name, note }) => ({ name, opened: openCheckpoint(note, known) })),
    // The last head is in both places, or one of them was changed.
    isHeadMissing: head === null ? rows.length > 0 : !rows.some(({ note }) => note === head),
  };
}

/** The name of the log: of its keys, and where these were taken away of its heads. */
function originOf(keys: LogKeyRow[], checkpoints: CheckpointRow[]): string {
  const names = keys.map(({ origin }) => origin);
  const trusted = names.find((name) => trustedKeys(name).length > 0);
  if (trusted !== undefined) return trusted;
  const ofHeads = checkpoints.map(({ note }) => note.slice(0, note.indexOf("\n")));
  return ofHeads.find((name) => trustedKeys(name).length > 0) ?? names[0] ?? "";
}

function checkKeys(rows: LogKeyRow[], trusted: VerifierKey[], findings: Findings): void {
  for (const { id, ...row } of rows) {
    const key = nullWhenBroken(() => parseVerifierKey(row.verifierKey, sha256));
    const isKnown = trusted.some(
      ({ keyId, publicKey }) => keyId === key?.keyId && equalBytes(publicKey, key.publicKey),
    );
    if (!isKnown || keyRow(row).id !== id) findings.add({ code: "key_changed", key: id });
  }
  if (rows.filter(({ until }) => until === null).length > 1) findings.add({ code: "key_changed" });
}

type Kept = {
  row: CheckpointRow;
  opened: CheckpointVerdict;
  /** Up to here a smaller head holds. */
  holdsUntil: number;
};

/** Whether the head holds for the log as it is. */
function checkKept(
  { row, opened, holdsUntil }: Kept,
  { findings, size, roots }: LogChecked,
): boolean {
  const { id, ...rest } = row;
  const until = row.size;
  if (checkpointRow(rest).id !== id) {
    findings.add({ code: "checkpoint_row_changed", until, table: "log_checkpoints", key: id });
  }
  if (!opened.ok) {
    findings.add({ code: "checkpoint_unsigned", until, table: "log_checkpoints", key: id });
    return false;
  }
  const { checkpoint } = opened;
  if (checkpoint.size > size) {
    findings.add({ code: "checkpoint_longer", event: size + 1, until: checkpoint.size });
    return false;
  }
  if (row.timestamp && !isTimestampOf(row.timestamp, row.note)) {
    findings.add({
      code: "checkpoint_row_changed",
      until,
      table: "log_checkpoints",
      key: id,
      column: "timestamp",
    });
  }
  const root = roots.get(checkpoint.size);
  if (checkpoint.size === 0 || (root && equalBytes(root, checkpoint.root))) return true;
  findings.add({ code: "checkpoint_root", event: holdsUntil + 1, until: checkpoint.size });
  return false;
}

function checkOutside(
  which: string,
  checkpoint: { size: number; root: Uint8Array },
  { findings, size, roots }: LogChecked,
): void {
  if (checkpoint.size > size) {
    findings.add({ code: "outside_longer", which, event: size + 1, until: checkpoint.size });
    return;
  }
  const root = roots.get(checkpoint.size);
  if (checkpoint.size > 0 && !(root && equalBytes(root, checkpoint.root))) {
    findings.add({ code: "outside_differs", which, event: 1, until: checkpoint.size });
  }
}

/** By event, then what is about none. */
function sorted(findings: LogFinding[]): LogFinding[] {
  const place = ({ event, until }: LogFinding) => event ?? until ?? Infinity;
  return findings.toSorted((a, b) => place(a) - place(b));
}
