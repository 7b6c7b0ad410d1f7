import { createHash } from "node:crypto";
import { connections } from "#db";

/** Rows about visits, that change by looking; everything else is somebody's work. */
const aboutVisits = ["logins", "throttles", "handled_forms"];

/** One hash per table, so that a difference tells where it is. */
export function fingerprint(): Record<string, string> {
  const { writer } = connections();
  const tables = writer
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables
      .filter((table) => !aboutVisits.includes(table) && !/_(data|idx|docsize|config)$/.test(table))
      .map((table) => {
        const hash = createHash("sha1");
        for (const row of writer.prepare(`select * from "${table}"`).raw().iterate()) {
          hash.update(JSON.stringify(row));
        }
        return [table, hash.digest("base64")];
      }),
  );
}

/** How many events the log holds: a change without one is undone, so this tells of every change. */
export function eventCount(): number {
  const { writer } = connections();
  return writer.prepare("select count(*) from audit_events").pluck().get() as number;
}
