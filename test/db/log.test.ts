import { hash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import {
  auditEvents,
  caseKeys,
  db,
  destroyCaseKey,
  destroyedCases,
  dialect,
  environment,
  installationKeys,
  leafHashOf,
  logTiles,
  openContent,
  openDatabase,
  organisations,
  processingRecords,
  sealedTables,
  sealOf,
  setEnvironment,
  sha256,
  sqlite,
  stopDatabase,
  systemActor,
} from "#db";
import { rootOf } from "../../app/domain/merkle-tree.ts";
import { keysFolder, openKeys } from "../../db/keys.ts";
import { freshDatabase, newDatabase } from "../support/database.ts";
import { rawRows } from "../support/raw.ts";

const subject = { type: "organisation", id: "1" };

async function add(name: string, more: { caseId?: string; content?: unknown } = {}) {
  return db.write(systemActor, async (tx) => {
    const id = environment.newId();
    await tx.insert(organisations).values({ id, name, createdAt: 1 });
    await tx.record({ kind: "organisation.created", subject, ...more });
    return id;
  });
}

async function events() {
  return db.read.select().from(auditEvents).orderBy(asc(auditEvents.sequence));
}

async function newest() {
  const event = (await events()).at(-1);
  if (!event) throw new Error("The log is empty");
  return event;
}

describe("an event in the log", () => {
  beforeEach(freshDatabase);
  afterEach(() => setEnvironment({}));

  it("has a leaf that follows from its row, and a record of processing when it is about a case", async () => {
    await add("A");
    await add("B", { caseId: "a-case", content: { text: "x" } });
    for (const event of await events()) expect(event.leafHash).toEqual(leafHashOf(event));
    const records = await db.read.select().from(processingRecords);
    const subjects = records.map(({ subject: about }) => about ?? "0".repeat(32));
    for (const about of subjects) expect(about).toMatch(/^[0-9a-f]{32}$/);
    expect((await newest()).processingId).toBe(records.at(-1)?.id ?? null);
  });

  it("keeps what changed so that only the key of its case opens it", async () => {
    const secret = "A story that nobody may find";
    await add("A", { caseId: "case-1", content: { secret, more: secret.repeat(50) } });
    const event = await newest();
    expect(openContent(event)?.content).toMatchObject({ secret });
    expect(JSON.stringify(event)).not.toContain(secret);
    expect(openContent({ ...event, caseId: "case-2" })).toBeNull();
    destroyCaseKey("case-1");
    expect(openContent(event)).toBeNull();
    expect(destroyedCases()).toContain("case-1");
    expect(caseKeys("case-1")).toBeNull();
    // Nothing about the case is sealed with a new key of its own.
    await add("B", { caseId: "case-1", content: { after: 1 } });
    expect(openContent(await newest())?.content).toEqual({ after: 1 });
  });

  it("is refused where the key of its case was lost, until the key is back", async () => {
    await add("A", { caseId: "case-3", content: { text: "x" } });
    const before = await events();
    const file = join(keysFolder(), "cases", hash("sha256", "case-3").slice(0, 2), "case-3.key");
    const kept = readFileSync(file);
    rmSync(file);
    openKeys(keysFolder());
    const change = () => add("B", { caseId: "case-3", content: { text: "y" } });
    await expect(change()).rejects.toThrow("case_key_missing");
    // What touches rows alone is sealed with the same key.
    await expect(add("C", { caseId: "case-3" })).rejects.toThrow("case_key_missing");
    expect(await events()).toEqual(before);
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, kept);
    await change();
    expect(openContent(await newest())?.content).toEqual({ text: "y" });
  });

  it("takes text with half a character, which has no UTF-8", async () => {
    await add("A \ud83d", { content: { half: "b\udc00" } });
    expect(openContent(await newest())?.content).toEqual({ half: "b\ufffd" });
  });

  it("is never dated before the event before it", async () => {
    setEnvironment({ now: () => 2_000 });
    await add("A");
    setEnvironment({ now: () => 1_000 });
    await add("B");
    expect((await events()).map(({ at }) => at)).toEqual([2_000, 2_000]);
  });
});

describe("the rows a change touches", () => {
  beforeEach(freshDatabase);

  it("are sealed as they are afterwards, and as gone when they are", async () => {
    const id = await add("A");
    const [row] = await db.read.select().from(organisations).where(eq(organisations.id, id));
    const { seal } = installationKeys();
    const key = JSON.stringify([id]);
    expect((await newest()).rows).toEqual([
      { key: null, rows: [["organisations", key, sealOf("organisations", row ?? {}, seal)]] },
    ]);
    await db.write(systemActor, async (tx) => {
      await tx.update(organisations).set({ name: "B" }).where(eq(organisations.id, id));
      await tx.delete(organisations).where(eq(organisations.id, id));
      await tx.record({ kind: "organisation.changed", subject });
    });
    expect((await newest()).rows).toEqual([{ key: null, rows: [["organisations", key, null]] }]);
  });

  it("are sealed with the key of the case that the change is about", async () => {
    await add("A", { caseId: "case-9" });
    expect((await newest()).rows?.[0]?.key).toBe("case-9");
  });

  it("are not changed without an event", async () => {
    const change = db.maintain((tx) =>
      tx.insert(organisations).values({ id: "x", name: "X", createdAt: 1 }),
    );
    await expect(change).rejects.toThrow("organisations without an audit event");
    expect(await db.read.select().from(organisations)).toEqual([]);
  });

  test.runIf(dialect === "postgres")("are noted by a trigger on every such table", async () => {
    const found = await rawRows(
      "select tgrelid::regclass::text, encode(tgargs, 'escape') from pg_trigger where tgname = 'note_touched' order by 1",
    );
    const wanted = sealedTables.map(({ name, key }) => [
      name,
      key.map(({ column }) => `${column}\\000`).join(""),
    ]);
    expect(found).toEqual(wanted);
  });
});

test("a full tile holds the hashes of its 256 events and the hash over them", async () => {
  await freshDatabase();
  for (let made = 0; made < 3; made += 1) {
    await db.write(systemActor, async (tx) => {
      for (let n = 0; n < 100; n += 1) await tx.record({ kind: "organisation.changed", subject });
    });
  }
  const leaves = (await events()).flatMap(({ leafHash }) => leafHash ?? []).slice(0, 256);
  const [tile, ...others] = await db.read.select().from(logTiles);
  expect(others).toEqual([]);
  expect(tile).toMatchObject({ level: 0, place: 0, hashes: Buffer.concat(leaves) });
  expect(tile?.root).toEqual(Buffer.from(rootOf(leaves, sha256)));
});

test.runIf(dialect === "sqlite")("a database is not opened with the keys of another", async () => {
  const url = await newDatabase();
  await openDatabase(url);
  await add("A");
  const { file } = sqlite();
  await stopDatabase();
  const elsewhere = `${file}-keys`;
  await expect(openDatabase(url, { keysDir: elsewhere })).rejects.toThrow("keys of this database");
  await openDatabase(url);
  await stopDatabase();
});
