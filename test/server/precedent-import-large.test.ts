import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { count, eq, getTableName, is, isNotNull, like } from "drizzle-orm";
import { Table } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import * as schema from "../../db/schema.ts";
import {
  auditEvents,
  db,
  indexedIds,
  precedentFacts,
  precedentImportRows,
  precedentImports,
  precedents,
} from "#db";
import type { RowErrors } from "#app/schemas/precedent-file.ts";
import { getImportPage } from "#app/server/precedent-import-views.server.ts";
import { workOnImports } from "#app/server/precedent-import-work.server.ts";
import { takeStep, uploadPrecedents } from "#app/server/precedent-imports.server.ts";
import { freshDatabase } from "../support/database.ts";
import { asFile, asJson, goodRow, materials, type Row } from "../support/import-files.ts";
import { newWorld, type Someone } from "./case-world.ts";

const rows = 10_000;
const everyNth = 200;

/** Ways in which a row can be wrong, with where and how that is said. */
const mistakes: { change: Row; column: string; code: string }[] = [
  { change: { title: "" }, column: "title", code: "required" },
  { change: { title: "x".repeat(201) }, column: "title", code: "too_long:200" },
  { change: { summary: null }, column: "summary", code: "required" },
  { change: { level: "heel veel" }, column: "level", code: "unknown_level" },
  { change: { level: 4 }, column: "level", code: "unknown_level" },
  { change: { scope: "Bestaat niet" }, column: "scope", code: "unknown_scope" },
  {
    change: { factsPro: ["zo maar"], reason: [] },
    column: "factsPro",
    code: "unknown_fact:zo maar",
  },
  {
    change: { factsPro: ["months_late"], reason: [] },
    column: "factsPro",
    code: "other_side:months_late",
  },
  { change: { factsPro: [], factsCon: [], reason: [] }, column: "factsPro", code: "no_facts" },
  {
    change: { amounts: { months_late: "veel" }, factsCon: ["months_late"] },
    column: "amounts",
    code: "wrong_amount:months_late",
  },
  {
    change: { amounts: { misinformed_by_agency: 3 } },
    column: "amounts",
    code: "no_measure:misinformed_by_agency",
  },
  { change: { decidedAt: "31-02-2019" }, column: "decidedAt", code: "date" },
  { change: { decidedAt: "2180-01-01" }, column: "decidedAt", code: "date_in_future" },
  { change: { validUntil: "2018-01-01" }, column: "validUntil", code: "ends_before_decision" },
  { change: { lawReferences: ["Awb 4:84"] }, column: "lawReferences", code: "law_reference" },
  { change: { lifeEvents: ["holiday"] }, column: "lifeEvents", code: "unknown_option" },
  { change: { visibility: "iedereen" }, column: "visibility", code: "unknown_option" },
  { change: { wat: "is dit" }, column: "", code: "unknown_column:wat" },
  { change: { externalId: "ARCHIEF-000001" }, column: "externalId", code: "double_in_file:2" },
  {
    change: { summary: "Mevrouw met nummer 123456782." },
    column: "summary",
    code: "personal_data:bsn",
  },
  {
    change: { motivation: { legal: "Mail naar jan.jansen@example.nl" } },
    column: "motivation.legal",
    code: "personal_data:email",
  },
];

let uploader: Someone;
let second: Someone;
let url: string;
let importId: string;
const broken = new Map<number, (typeof mistakes)[number]>();

beforeAll(async () => {
  url = await freshDatabase();
  const world = await newWorld();
  uploader = await world.person("policy_advisor");
  second = await world.person("policy_advisor");
  const given = await materials(world.organisationId);
  const file = Array.from({ length: rows }, (_, place) => {
    const row = goodRow(given, place);
    if (place % everyNth !== everyNth - 1) return row;
    const mistake = mistakes[broken.size % mistakes.length];
    if (!mistake) throw new Error("There are mistakes");
    broken.set(place + 1, mistake);
    return { ...row, ...mistake.change };
  });
  const before = await everything();
  importId = await uploadPrecedents(uploader, {
    file: asFile(asJson(file)),
    visibility: "organisation",
  });
  await workOnImports();
  expect(await everything()).toEqual(before);
}, 60_000);

/** All that is kept, but for imports themselves and what the audit log tells of them. */
async function everything(): Promise<Record<string, unknown>> {
  const kept: Record<string, unknown> = { search: await indexedIds(db.read, "precedent") };
  for (const table of Object.values(schema).filter((value) => is(value, Table))) {
    const name = getTableName(table);
    if (/^precedent_import/.test(name)) continue;
    const found = await db.read.select().from(table as typeof precedents);
    kept[name] = (found as unknown as { kind?: string }[]).filter(
      ({ kind }) => name !== "audit_events" || !kind?.startsWith("precedent.import-"),
    );
  }
  return kept;
}

async function stateNow() {
  const [row] = await db.read
    .select()
    .from(precedentImports)
    .where(eq(precedentImports.id, importId));
  if (!row) throw new Error("The import is gone");
  return row;
}

async function countOf(published: boolean): Promise<number> {
  const [row] = await db.read
    .select({ total: count() })
    .from(precedents)
    .where(published ? isNotNull(precedents.publishedAt) : undefined);
  return row?.total ?? 0;
}

describe("a file of 10,000 precedents with 50 that are wrong", () => {
  it("is told of each of the 50, with its row and what is wrong, and changes nothing", async () => {
    expect(await stateNow()).toMatchObject({
      ...{ status: "checked", rows, good: rows - 50, broken: 50, known: 0, done: rows },
    });
    const told = new Map<number, RowErrors>();
    for (let next: number | null = 0; next !== null;) {
      const page = await getImportPage(uploader, importId, `http://x/?na=${next}`);
      for (const { row, errors } of page.broken) told.set(row, errors);
      next = page.next;
    }
    expect([...told.keys()]).toEqual([...broken.keys()]);
    for (const [row, { column, code }] of broken) {
      expect(told.get(row), `row ${row}`).toEqual({ [column]: [code] });
    }
    expect(await countOf(false)).toBe(0);
  });

  it("killed in the middle shows nothing, and goes on until every row is in once", async () => {
    await takeStep(uploader, importId, { intent: "offer", version: (await stateNow()).version });
    await takeStep(second, importId, { intent: "approve", version: (await stateNow()).version });
    const killedAt = await workUntilKilled(2000);
    expect(killedAt).toBeLessThan(rows - 50);
    expect(await countOf(true)).toBe(0);
    expect(await countOf(false)).toBe(killedAt);
    expect(await indexedIds(db.read, "precedent")).toHaveLength(killedAt);

    await workOnImports();
    expect(await stateNow()).toMatchObject({ status: "imported", good: rows - 50, broken: 50 });
    const made = await db.read
      .select({ externalId: precedents.externalId, number: precedents.number })
      .from(precedents)
      .where(isNotNull(precedents.publishedAt))
      .orderBy(precedents.externalId);
    expect(made).toHaveLength(rows - 50);
    expect(new Set(made.map(({ externalId }) => externalId)).size).toBe(rows - 50);
    const numbers = made.map(({ number }) => Number(number.slice("P-2026-".length)));
    expect(numbers).toEqual(made.map((_, place) => place + 1));
    expect(await indexedIds(db.read, "precedent")).toHaveLength(rows - 50);
  }, 60_000);

  it("is let in at one moment, by the second person, and its rows are forgotten", async () => {
    const moments = await db.read
      .selectDistinct({
        at: precedents.publishedAt,
        by: precedents.publisherId,
        status: precedents.status,
      })
      .from(precedents);
    expect(moments).toEqual([{ at: expect.any(Number), by: second.person.id, status: "valid" }]);
    const events = await db.read
      .select({ kind: auditEvents.kind, details: auditEvents.details })
      .from(auditEvents)
      .where(like(auditEvents.kind, "precedent.import%"));
    expect(events.filter(({ kind }) => kind === "precedent.import-finished")).toHaveLength(1);
    const brought = events.filter(({ kind }) => kind === "precedent.imported");
    const total = brought.reduce((sum, { details }) => sum + Number(details.count), 0);
    expect(total).toBe(rows - 50);
    expect(await db.read.select().from(precedentImportRows)).toEqual([]);
    const [facts] = await db.read.select({ total: count() }).from(precedentFacts);
    expect(facts?.total).toBeGreaterThan(4 * rows);
  });
});

/** Has another process bring rows in, and kills it after so many; tells how many there are then. */
async function workUntilKilled(least: number): Promise<number> {
  const child = spawn(process.execPath, ["test/support/import-worker.ts"], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: "inherit",
  });
  const ended = once(child, "close");
  while ((await stateNow()).done < least && child.exitCode === null) await wait(10);
  child.kill("SIGKILL");
  await ended;
  return (await stateNow()).done;
}
