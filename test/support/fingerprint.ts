import { createHash } from "node:crypto";
import { rawRows, tableNames } from "./raw.ts";

/**
 * Rows about visits, that change by looking, and those that follow from the log; everything else is
 * somebody's work.
 */
const aboutVisits = [
  "logins",
  "throttles",
  "handled_forms",
  "log_tiles",
  "log_checkpoints",
  "log_keys",
  "case_figures",
  "figures_progress",
];
/** Looking at a case and downloading what is in it are in the log, and are no change. */
const looking = [
  ...["case.read", "scoring.read", "handover.read", "export.made"],
  ...["decision.file_downloaded", "decision.dossier_sealed"],
]
  .map((kind) => `'${kind}'`)
  .join(", ");
const changesOnly: Record<string, string> = {
  audit_events: `where kind not in (${looking})`,
  processing_records: `where operation not in (${looking})`,
};
/** One hash per table, so that a difference tells where it is. */
export async function fingerprint(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const table of await tableNames()) {
    if (aboutVisits.includes(table)) continue;
    const found = await rawRows(`select * from "${table}" ${changesOnly[table] ?? ""}`);
    const rows = found.map((row) => JSON.stringify(row));
    hashes[table] = createHash("sha1").update(rows.sort().join("\n")).digest("base64");
  }
  return hashes;
}

/** How many events of changes the log holds: a change without one is undone, so this tells of every change. */
export async function eventCount(): Promise<number> {
  const [row] = await rawRows(`select count(*) from audit_events ${changesOnly.audit_events}`);
  return Number(row?.[0]);
}
