import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { asc, eq } from "drizzle-orm";
import {
  auditEvents,
  caseFiles,
  db,
  destroyCaseKey,
  dialect,
  leafHashOf,
  logTiles,
  sha256,
  stopDatabase,
  systemActor,
} from "#db";
import { collectFindings } from "#db/log-check/findings.ts";
import { checkTiles } from "#db/log-check/tree.ts";
import { fullRoot } from "../../app/domain/merkle-tree.ts";
import { publishCheckpoint } from "../../app/server/checkpoints.server.ts";
import { setHeadAside } from "../../app/server/log-head.server.ts";
import { verifyLog } from "../../app/server/log-verification.server.ts";
import { openCopy } from "../support/database.ts";
import { exampleContent } from "../support/example.ts";
import { cutLog, rawRows, rawRun, withoutForeignKeys, withoutLogTriggers } from "../support/raw.ts";

beforeEach(async () => {
  await openCopy(await exampleContent());
  await publishCheckpoint("test");
  await withoutLogTriggers();
}, 60_000);
afterAll(stopDatabase);

const codes = async (...given: Parameters<typeof verifyLog>) =>
  (await verifyLog(...given)).findings.map(({ code, event }) => `${code} ${event ?? ""}`.trim());

async function firstCase() {
  const [row] = await db.read.select().from(caseFiles).orderBy(asc(caseFiles.id)).limit(1);
  if (!row) throw new Error("The example data has no case");
  return row;
}

describe("looking through the log finds", () => {
  test("nothing where nobody went around the application", async () => {
    const { findings, events, rows, opened } = await verifyLog();
    expect(findings).toEqual([]);
    expect(events).toBeGreaterThan(400);
    expect(rows).toBeGreaterThan(2_000);
    expect(opened).toBeGreaterThan(0);
  });

  test("nothing in a tile that became full meanwhile, but one that is of no event", async () => {
    const findings = collectFindings();
    await checkTiles(Buffer.alloc(0), findings);
    expect(findings.list).toEqual([]);
    await rawRun("update log_tiles set place = 70000 where level = 0 and place = 0");
    await checkTiles(Buffer.alloc(0), findings);
    expect(findings.list).toEqual([{ code: "tile_stray", which: "0/70000" }]);
  });

  test("an event whose details were changed", async () => {
    await rawRun(`update audit_events set details = '{"page":"other"}' where sequence = 100`);
    expect(await codes()).toEqual(["event_changed 100"]);
  });

  test("two events that changed places", async () => {
    await rawRun("update audit_events set sequence = -1 where sequence = 10");
    await rawRun("update audit_events set sequence = 10 where sequence = 11");
    await rawRun("update audit_events set sequence = 11 where sequence = -1");
    // Each is still what its own leaf says, but not at the place where the tree has it.
    expect(await codes()).toEqual(expect.arrayContaining(["tile_changed 10", "tile_changed 11"]));
  });

  test("an event that was taken out, and one that was dated back", async () => {
    await rawRun("delete from audit_events where sequence = 20");
    await rawRun("update audit_events set at = 1000 where sequence = 30");
    expect(await codes()).toEqual(
      expect.arrayContaining(["event_missing 20", "event_changed 30", "event_earlier 30"]),
    );
  });

  test("a tail that was cut off, and an older backup that was put back", async () => {
    await cutLog(300);
    expect(await codes()).toEqual(
      expect.arrayContaining(["checkpoint_longer 301", "outside_longer 301"]),
    );
  });

  test("a history that was written anew and signed with the key of the log, by a head kept outside", async () => {
    const { note, origin } = await publishCheckpoint("test");
    await rewriteHistory(50);
    await rawRun("delete from log_checkpoints");
    setHeadAside(origin);
    await publishCheckpoint("forged");
    expect(await codes()).toEqual([]);
    const outside = [{ name: "kept.txt", note }];
    expect((await verifyLog({ outside })).findings).toMatchObject([
      { code: "outside_differs", which: "kept.txt", until: expect.any(Number) as number },
    ]);
  });

  test("a history that was written anew, by the heads that were not", async () => {
    await rewriteHistory(50);
    expect(await codes()).toEqual(
      expect.arrayContaining(["checkpoint_root 1", "outside_differs 1"]),
    );
  });

  test("rows that were changed, added, taken away and brought back around the application", async () => {
    await withoutForeignKeys();
    const { id } = await firstCase();
    const [gone] = await rawRows("select id from options order by id");
    const key = JSON.stringify([String(gone?.[0])]);
    await rawRun(`update case_files set title = 'Anders' where id = '${id}'`);
    await rawRun(`delete from options where id = '${String(gone?.[0])}'`);
    const { columns, values } = await copyOf("scopes");
    await rawRun(`insert into scopes (${columns}) select ${values} from scopes limit 1`);
    const { findings } = await verifyLog();
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: "row_changed",
          table: "case_files",
          key: JSON.stringify([id]),
        }),
        expect.objectContaining({ code: "row_missing", table: "options", key }),
        expect.objectContaining({ code: "row_added", table: "scopes", key: '["forged"]' }),
      ]),
    );
    expect(findings).toHaveLength(3);
  });

  test("no fault in contents whose key was destroyed, and counts them", async () => {
    const { id } = await firstCase();
    await db.write(systemActor, async (tx) => {
      await tx.record({
        kind: "case.step_saved",
        subject: { type: "case", id },
        caseId: id,
        content: { title: "geheim" },
      });
    });
    const before = await verifyLog();
    destroyCaseKey(id);
    const { findings, destroyed } = await verifyLog();
    expect(findings).toEqual([]);
    expect(destroyed).toBeGreaterThan(before.destroyed);
  });

  test("keys and the last head that were put in or taken away", async () => {
    const { origin } = await publishCheckpoint("test");
    await rawRun(
      `insert into log_keys (id, origin, verifier_key, since, until) values ('x', '${origin}', '${origin}+00000000+AAAA', 1, 2)`,
    );
    setHeadAside(origin);
    expect(await codes()).toEqual(["key_changed", "head_missing"]);
  });
});

async function copyOf(table: string) {
  const rows = await rawRows(
    dialect === "sqlite"
      ? `select name from pragma_table_info('${table}')`
      : `select column_name from information_schema.columns where table_name = '${table}' and table_schema = current_schema()`,
  );
  const names = rows.map(([name]) => String(name));
  return {
    columns: names.join(", "),
    values: names.map((name) => (name === "id" || name === "name" ? "'forged'" : name)).join(", "),
  };
}

/** What somebody can do who has the database: change an event, and make leaf and tiles fit. */
async function rewriteHistory(sequence: number): Promise<void> {
  await rawRun(`update audit_events set details = '{"forged":"yes"}' where sequence = ${sequence}`);
  const [row] = await db.read.select().from(auditEvents).where(eq(auditEvents.sequence, sequence));
  if (!row) throw new Error("There is no such event");
  const leaf = leafHashOf(row);
  await db.maintain((tx) =>
    tx.update(auditEvents).set({ leafHash: leaf }).where(eq(auditEvents.sequence, sequence)),
  );
  const [tile] = await db.read.select().from(logTiles).where(eq(logTiles.place, 0));
  if (!tile) throw new Error("There is no full tile");
  const hashes = Buffer.from(tile.hashes);
  leaf.copy(hashes, (sequence - 1) * 32);
  const parts = Array.from({ length: 256 }, (_, place) =>
    hashes.subarray(place * 32, (place + 1) * 32),
  );
  const root = Buffer.from(fullRoot(parts, sha256));
  await db.maintain((tx) => tx.update(logTiles).set({ hashes, root }).where(eq(logTiles.place, 0)));
}
