/**
 * Whether every row is as the last event about it left it. Memory stays bounded: the rows are looked at
 * in as many passes as are needed, each for the rows whose key falls in its part. Passes hang on
 * nothing of each other, so that threads share them.
 */
import { onSnapshot, type Snapshot } from "../snapshot.ts";
import { existingCaseKeys, installationKeys, type Keys } from "../keys.ts";
import { keyOfRow, rowsOfTable, sealOf } from "../row-seals.ts";
import type { RowSeals } from "../schema/audit.ts";
import { sealedTables, type SealedTable } from "../sealed-tables.ts";
import { dialect } from "../dialect.ts";
import { collectFindings, type Findings, type FoundBy } from "./findings.ts";

export type SealsChecked = FoundBy & {
  rows: number;
  /** Rows whose seal was made with a key that was destroyed. */
  destroyed: number;
};

type Newest = { seal: string | null; keyOf: string | null; event: number; seen: boolean };
export type Pass = { part: number; parts: number };

/** Seals looked at in one pass. */
const sealsAtOnce = 1_000_000;
const bytesOfSeal = 85;

export async function checkSeals(
  pass: Pass,
  onProgress: (part: number) => void = () => undefined,
): Promise<SealsChecked> {
  return onSnapshot(async (snapshot) => {
    const findings = collectFindings();
    const keys = sealKeys(findings);
    const counts = { rows: 0, destroyed: 0 };
    const newest = await newestSeals(snapshot, pass);
    for (const sealed of sealedTables) {
      await checkTable({ snapshot, sealed, newest, pass, findings, keys, counts });
      onProgress(1 / sealedTables.length / pass.parts);
    }
    for (const [name, { seal, seen, event }] of newest) {
      if (seal === null || seen) continue;
      const [table = "", key = ""] = name.split("\0");
      findings.add({ code: "row_missing", table, key, event });
    }
    const { list, counts: found } = findings;
    return { list, counts: found, ...counts };
  });
}

/** The passes that together look at every row: at least so many. */
export async function sealPasses(least: number): Promise<Pass[]> {
  const parts = await onSnapshot(async ({ rows }) => {
    const text = dialect === "postgres" ? "rows::text" : "rows";
    for await (const [first] of rows(`select sum(length(${text})) from audit_events`)) {
      return Math.ceil(Number(first?.[0] ?? 0) / bytesOfSeal / sealsAtOnce);
    }
    return 1;
  });
  const needed = Math.max(parts, least);
  return Array.from({ length: needed }, (_, part) => ({ part, parts: needed }));
}

async function newestSeals({ rows }: Snapshot, pass: Pass): Promise<Map<string, Newest>> {
  const newest = new Map<string, Newest>();
  const text = dialect === "postgres" ? "rows::text" : "rows";
  const events = `select sequence, ${text} from audit_events where rows is not null order by sequence`;
  for await (const batch of rows(events)) {
    for (const [sequence, stored] of batch) {
      for (const { key: keyOf, rows: seals } of sealsIn(stored)) {
        for (const [table, key, seal] of seals) {
          const name = `${table}\0${key}`;
          if (!isIn(name, pass)) continue;
          newest.set(name, { seal, keyOf, event: Number(sequence), seen: false });
        }
      }
    }
  }
  return newest;
}

function isRowSeals(one: unknown): one is RowSeals {
  if (typeof one !== "object" || one === null || !("rows" in one) || !("key" in one)) return false;
  const { key, rows } = one;
  return (key === null || typeof key === "string") && Array.isArray(rows) && rows.every(isSeal);
}

function isSeal(given: unknown): boolean {
  if (!Array.isArray(given)) return false;
  const [table, key, seal] = given as unknown[];
  const isText = typeof table === "string" && typeof key === "string";
  return isText && (seal === null || typeof seal === "string");
}

/** Of an event that was changed, which its leaf shows, nothing is believed. */
function sealsIn(stored: unknown): RowSeals[] {
  try {
    const seals: unknown = JSON.parse(String(stored));
    return Array.isArray(seals) ? (seals as unknown[]).filter(isRowSeals) : [];
  } catch {
    return [];
  }
}

/** Spread evenly, the same in every pass (FNV-1a). */
function isIn(name: string, { part, parts }: Pass): boolean {
  if (parts === 1) return true;
  let hash = 0x811c9dc5;
  for (let place = 0; place < name.length; place += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(place), 0x01000193);
  }
  return (hash >>> 0) % parts === part;
}

type TableCheck = {
  snapshot: Snapshot;
  sealed: SealedTable;
  newest: Map<string, Newest>;
  pass: Pass;
  findings: Findings;
  keys: (
    keyOf: string | null,
    finding: { table: string; key: string },
  ) => Keys | "destroyed" | null;
  counts: { rows: number; destroyed: number };
};

async function checkTable(check: TableCheck): Promise<void> {
  const { snapshot, sealed, newest, pass, findings, keys, counts } = check;
  const table = sealed.name;
  for await (const rows of rowsOfTable(snapshot.read, sealed)) {
    for (const row of rows) {
      const key = keyOfRow(sealed, row);
      const name = `${table}\0${key}`;
      if (!isIn(name, pass)) continue;
      counts.rows += 1;
      const known = newest.get(name);
      if (!known) {
        findings.add({ code: "row_added", table, key });
        continue;
      }
      known.seen = true;
      const where = { table, key, event: known.event };
      if (known.seal === null) {
        findings.add({ code: "row_back", ...where });
        continue;
      }
      const made = keys(known.keyOf, where);
      if (made === "destroyed") counts.destroyed += 1;
      if (made === null || made === "destroyed") continue;
      if (sealOf(table, row, made.seal) !== known.seal) {
        findings.add({ code: "row_changed", ...where });
      }
    }
  }
}

const mostRemembered = 20_000;

function sealKeys(findings: Findings): TableCheck["keys"] {
  const known = new Map<string, Keys | "destroyed" | null>();
  const installation = installationKeys();
  return (keyOf, where) => {
    if (keyOf === null) return installation;
    let keys = known.get(keyOf);
    if (keys === undefined) {
      if (known.size >= mostRemembered) known.clear();
      keys = existingCaseKeys(keyOf);
      known.set(keyOf, keys);
      if (keys === null) findings.add({ code: "row_key_missing", ...where });
    }
    return keys;
  };
}
