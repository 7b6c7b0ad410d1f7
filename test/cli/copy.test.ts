import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { dialect, stopDatabase, withoutPassword } from "#db";
import { newDatabase } from "../support/database.ts";
import { examplePlace, mw, mwJson, newFolder, type Place } from "./mw.ts";
import { wholeContent, withQuery } from "./whole-content.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let place: Place;
/** Values that are easily changed on the way. */
const hard = "\\N \\. \t tab\nline\r\\n ' \" \u0001 é 🦺 \\";
beforeAll(async () => {
  place = await examplePlace();
  await withQuery(place.url, async (query) => {
    const text = `'${hard.replaceAll("'", "''")}'`;
    await query(
      `insert into organisations (id, name, created_at) values ('hard', ${text}, 9007199254740991)`,
    );
    await query(
      `insert into handled_forms (key, handled_at, result) values ('json', -1, '{ "b":1,  "a" : [ 1.0 ] }')`,
    );
    await query(
      `insert into handled_forms (key, handled_at, result) values ('text', 0, '"a text"')`,
    );
    await query(`insert into handled_forms (key, handled_at, result) values ('null', 0, 'null')`);
    await query(`insert into handled_forms (key, handled_at, result) values ('none', 0, null)`);
  });
});
afterAll(stopDatabase);

/** Of the same engine as the tests, and of SQLite: on PostgreSQL that crosses over. */
const sqliteFile = () => join(newFolder(), "copy.db");

describe("mw copy", () => {
  it("gives the same rows, byte for byte, there and back", async () => {
    const before = await wholeContent(place.url);
    const file = sqliteFile();
    const there = await mwJson(place, "copy", place.url, file);
    expect(there).toMatchObject({ ok: true });
    expect(await wholeContent(file)).toEqual(before);
    const back = await newDatabase();
    const said = await mwJson(place, "copy", file, back);
    expect(said.tables).toEqual(there.tables);
    expect(await wholeContent(back)).toEqual(before);
    for (const url of [file, back]) {
      expect(await mw({ ...place, url }, "check", "--hashes"), url).toMatchObject({ code: 0 });
    }
  });

  it("lets the audit log go on after its highest number", async () => {
    const copy = await newDatabase();
    await mw(place, "copy", place.url, copy);
    const newest = () =>
      withQuery(copy, (query) => query("select max(sequence) from audit_events"));
    const [[before] = []] = await newest();
    const [[email] = []] = await withQuery(copy, (query) =>
      query("select email from people where active order by email"),
    );
    expect(await mw({ ...place, url: copy }, "user", "link", String(email))).toMatchObject({
      code: 0,
    });
    expect(await newest()).toEqual([[Number(before) + 1]]);
  });

  it("refuses a destination that is not empty, and changes nothing there", async () => {
    const other = await examplePlace();
    const before = await wholeContent(other.url);
    const said = await mw(place, "copy", place.url, other.url);
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toContain("not empty");
    expect(await wholeContent(other.url)).toEqual(before);
  });

  it("leaves the destination empty when rows do not fit", async () => {
    const broken = await examplePlace();
    await withoutReferences(broken.url, "delete from scopes");
    const copy = await newDatabase();
    const said = await mw(broken, "copy", broken.url, copy);
    expect(said, said.out).toMatchObject({ code: 1 });
    if (dialect === "sqlite") expect(existsSync(copy)).toBe(false);
    else expect(Object.values(await wholeContent(copy)).flat()).toEqual([]);
    // Once it fits, it can be copied there.
    expect(await mw(place, "copy", place.url, copy)).toMatchObject({ code: 0 });
  });

  it("leaves nothing beside the destination, and says nothing of passwords", async () => {
    const file = sqliteFile();
    const { out } = await mw(place, "copy", place.url, file);
    const beside = readdirSync(join(file, "..")).filter((name) => name !== "keys");
    expect(beside).toEqual(["copy.db"]);
    expect(out).toContain(withoutPassword(file));
  });
});

async function withoutReferences(url: string, statement: string): Promise<void> {
  await withQuery(url, async (query) => {
    if (dialect === "sqlite") await query("pragma foreign_keys = off");
    else {
      const keys = await query(
        "select conrelid::regclass::text, conname from pg_constraint where contype = 'f'",
      );
      for (const [table, name] of keys) {
        await query(`alter table ${String(table)} drop constraint "${String(name)}"`);
      }
    }
    await query(statement);
  });
}
