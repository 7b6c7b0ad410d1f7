/** A log of very many events in a new SQLite file, each as the application writes them. */
import { auditRowWithLeaf } from "#db/audit.ts";
import { openDatabase, sqlite, stopDatabase, systemActor } from "#db";
import { rowsAbove } from "#db/log-check/tile-rows.ts";

const day = Date.UTC(2026, 0, 1);
const columns =
  "at, actor_id, actor_roles, organisation_id, kind, subject_type, subject_id, case_id, session_id, details, content_hash, actor, salt, rows, processing_id, leaf_hash, sealed";

/** Every fifth event has sealed content, every one tells of two rows; they were taken away again. */
export async function seedLog(url: string, events: number): Promise<void> {
  await openDatabase(url);
  const { writer } = sqlite();
  const marks = columns.replaceAll(/\w+/g, "?");
  const insert = writer.prepare(`insert into audit_events (${columns}) values (${marks})`);
  const tile = writer.prepare(
    "insert into log_tiles (level, place, root, hashes) values (?, ?, ?, ?)",
  );
  const pending: Buffer[][] = [];
  const complete = (level: number, hash: Buffer, count: number) => {
    const hashes = (pending[level] ??= []);
    hashes.push(hash);
    if (hashes.length < 256) return;
    const bytes = Buffer.concat(hashes);
    const root = rowsAbove(bytes).at(-1) ?? hash;
    const place = count / 256 - 1;
    tile.run(level, place, root, bytes);
    pending[level] = [];
    complete(level + 1, root, count / 256);
  };
  writer.pragma("synchronous = OFF");
  for (let start = 0; start < events; start += 10_000) {
    writer.exec("begin");
    for (let number = start + 1; number <= Math.min(events, start + 10_000); number += 1) {
      const row = eventRow(number);
      insert.run(row);
      complete(0, row.at(-2) as Buffer, number);
    }
    writer.exec("commit");
  }
  await stopDatabase();
}

function eventRow(number: number): unknown[] {
  const id = `019aa6f1-2000-7000-8000-${String(number).padStart(12, "0")}`;
  const event = {
    kind: number % 3 === 0 ? "option.updated" : "case.step_saved",
    subject: { type: "case", id },
    organisationId: "019aa6f1-2000-7000-8000-000000000001",
    details: { step: "situatie", from: "intake", fields: ["title", "summary"] },
    ...(number % 5 === 0 ? { content: { title: "Een casus", number, step: "situatie" } } : {}),
  };
  const rows = [
    {
      key: null,
      rows: [
        ["case_files", `["${id}"]`, null],
        ["options", `["${id}"]`, null],
      ],
    },
  ] as Parameters<typeof auditRowWithLeaf>[2]["rows"];
  const row = auditRowWithLeaf(systemActor, event, {
    at: day + number * 1000,
    rows,
    processingId: null,
  });
  return [
    row.at,
    row.actorId,
    JSON.stringify(row.actorRoles),
    row.organisationId,
    row.kind,
    row.subjectType,
    row.subjectId,
    row.caseId,
    row.sessionId,
    JSON.stringify(row.details),
    row.contentHash,
    row.actor,
    row.salt,
    JSON.stringify(row.rows),
    row.processingId,
    row.leafHash,
    row.sealed,
  ];
}
