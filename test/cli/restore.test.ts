import {
  copyFileSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import Sqlite from "better-sqlite3";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { destroyCaseKey, dialect, keysFolderOf } from "#db";
import { openKeys } from "#db/keys.ts";
import { newDatabase } from "../support/database.ts";
import { examplePlace, mw, mwJson, newFolder, type Place } from "./mw.ts";
import { wholeContent, withQuery, type WholeContent } from "./whole-content.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let place: Place;
let backup: string;
let before: WholeContent;
const databaseFile = dialect === "sqlite" ? "database.db" : "database.dump";

beforeAll(async () => {
  place = await examplePlace();
  backup = join(place.folder, "backup");
  before = await wholeContent(place.url);
  expect(await mw(place, "backup", backup)).toMatchObject({ code: 0 });
});

/** A place without a database, which has the keys: those are no part of a backup. */
async function emptyPlace(): Promise<Place> {
  const folder = newFolder();
  const url = await newDatabase();
  if (dialect === "sqlite") cpSync(keysFolderOf(place.url), keysFolderOf(url), { recursive: true });
  return { url, documents: join(folder, "documents"), folder };
}

/** Without the event that says that it was restored. */
async function contentBeforeRestoring(url: string): Promise<WholeContent> {
  const content = await wholeContent(url);
  const isOther = (row: string) => !row.includes("installation.restored");
  return { ...content, audit_events: (content.audit_events ?? []).filter(isOther) };
}

function copyOfBackup(): string {
  const copy = join(newFolder(), "copy");
  cpSync(backup, copy, { recursive: true });
  return copy;
}

describe("a backup", () => {
  it("gives back, restored elsewhere, every row and every document, and says so in the log", async () => {
    const other = await emptyPlace();
    expect(await mw(other, "restore", backup)).toMatchObject({ code: 0 });
    expect(await contentBeforeRestoring(other.url)).toEqual(before);
    const [newest] = await withQuery(other.url, (query) =>
      query("select kind from audit_events order by sequence desc limit 1"),
    );
    expect(newest).toEqual(["installation.restored"]);
    for (const name of readdirSync(place.documents)) {
      const [was, is] = [place, other].map(({ documents }) => readFileSync(join(documents, name)));
      expect(is).toEqual(was);
    }
    expect(await mw(other, "check", "--hashes")).toMatchObject({ code: 0 });
  });

  // With PostgreSQL all databases of these suites share the folder of the keys.
  it.runIf(dialect === "sqlite")("brings back no case that was destroyed since", async () => {
    const other = await emptyPlace();
    const [[caseId] = []] = await withQuery(place.url, (query) =>
      query("select case_id from weighings order by case_id limit 1"),
    );
    openKeys(keysFolderOf(other.url));
    destroyCaseKey(String(caseId));
    const restored = await mwJson(other, "restore", backup);
    expect(restored).toMatchObject({ ok: true, destroyedAgain: 1 });
    const left = await withQuery(other.url, (query) =>
      query(`select id from case_files where id = '${String(caseId)}'`),
    );
    expect(left).toEqual([]);
  });

  it("undoes what was done since, and keeps that under another name", async () => {
    const live = await examplePlace();
    const made = join(live.folder, "made");
    expect(await mw(live, "backup", made)).toMatchObject({ code: 0 });
    const was = await wholeContent(live.url);
    await withQuery(live.url, (query) => query("update case_files set title = 'spoilt'"));
    const spoilt = await wholeContent(live.url);
    const documents = readdirSync(live.documents);
    rmSync(join(live.documents, documents[0] ?? ""));
    writeFileSync(join(live.documents, documents[1] ?? ""), "damaged");

    const refused = await mw(live, "restore", made);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain("--yes");
    expect(await wholeContent(live.url)).toEqual(spoilt);

    const { aside } = await mwJson(live, "restore", made, "--yes");
    expect(await contentBeforeRestoring(live.url)).toEqual(was);
    expect(await mw(live, "check", "--hashes")).toMatchObject({ code: 0 });
    // What was damaged is kept beside what was put back, for whoever wants to know.
    expect(readdirSync(live.documents).filter((name) => name.includes(".damaged-"))).toHaveLength(
      1,
    );
    if (dialect === "sqlite") expect(await wholeContent(String(aside))).toEqual(spoilt);
    else {
      const [, schema] = /schema (public\w+)/.exec(String(aside)) ?? [];
      const titles = await withQuery(live.url, (query) =>
        query(`select distinct title from "${String(schema)}".case_files`),
      );
      expect(titles).toEqual([["spoilt"]]);
    }
  });

  it("does not take the place of another", async () => {
    const said = await mw(place, "backup", backup);
    expect(said).toMatchObject({ code: 1 });
    expect(said.err).toContain("choose another name");
  });

  it("is made when a document is gone, and says so", async () => {
    const live = await examplePlace();
    const [gone = ""] = readdirSync(live.documents);
    rmSync(join(live.documents, gone));
    const said = await mw(live, "backup", join(live.folder, "made"));
    expect(said).toMatchObject({ code: 3 });
    expect(said.out).toContain(gone);
    const other = await emptyPlace();
    expect(await mw(other, "restore", join(live.folder, "made"))).toMatchObject({ code: 3 });
  });

  it("can be made without documents, which then stay where they are", async () => {
    const made = join(newFolder(), "made");
    expect(await mw(place, "backup", made, "--without-documents")).toMatchObject({ code: 0 });
    expect(readdirSync(made).sort()).toEqual(["backup.json", databaseFile]);
    const other = { ...(await emptyPlace()), documents: place.documents };
    expect(await mw(other, "restore", made)).toMatchObject({ code: 0 });
  });
});

describe("restoring refuses, and changes nothing:", () => {
  let other: Place;
  let live: WholeContent;
  beforeAll(async () => {
    other = await examplePlace();
    live = await wholeContent(other.url);
  });
  const refused = async (path: string, reason: RegExp) => {
    const said = await mw(other, "restore", path, "--yes");
    expect(said).toMatchObject({ code: 1, out: "" });
    expect(said.err).toMatch(reason);
    expect(await wholeContent(other.url)).toEqual(live);
  };

  it("something that is not there, is not whole or is not a backup", async () => {
    await refused(join(newFolder(), "nothing"), /There is no backup/);
    await refused(newFolder(), /no backup\.json/);
    const unfinished = `${copyOfBackup()}.part`;
    cpSync(backup, unfinished, { recursive: true });
    await refused(unfinished, /not a whole backup/);
  });

  it.each([0.3, 0.6, 0.9])("a backup of which a page at %s was damaged", async (where) => {
    const copy = copyOfBackup();
    const file = join(copy, databaseFile);
    const size = statSync(file).size;
    writeSync(openSync(file, "r+"), Buffer.alloc(4096, 0x5a), 0, 4096, Math.floor(size * where));
    await refused(copy, /not whole|malformed|failed|not a database/);
  });

  it("a backup that lacks the end", async () => {
    const copy = copyOfBackup();
    const file = join(copy, databaseFile);
    writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2)));
    await refused(copy, /not whole|malformed|failed/);
  });

  it("a backup that holds other rows than it says", async () => {
    const copy = copyOfBackup();
    const file = join(copy, "backup.json");
    const manifest = readFileSync(file, "utf8").replace(/"case_files": \d+/, '"case_files": 7777');
    writeFileSync(file, manifest);
    await refused(copy, /case_files has \d+ rows instead of 7777/);
  });

  it("when another process has the database open", async () => {
    await withQuery(other.url, async (query) => {
      // As the application has it open.
      if (dialect === "sqlite") await query("pragma journal_mode = wal");
      await query("select 1 from people");
      await refused(backup, /in use/);
    });
  });

  it.runIf(dialect === "sqlite")("a backup that a newer version made", async () => {
    const copy = join(newFolder(), "newer.db");
    copyFileSync(join(backup, databaseFile), copy);
    const client = new Sqlite(copy);
    client.exec("insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)");
    client.close();
    await refused(copy, /newer version/);
  });

  it.runIf(dialect === "postgres")("a backup that a newer version made", async () => {
    const newer = await examplePlace();
    await withQuery(newer.url, (query) =>
      query(
        "insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9999999999999)",
      ),
    );
    const made = join(newer.folder, "made");
    expect(await mw(newer, "backup", made)).toMatchObject({ code: 0 });
    await refused(made, /newer version/);
  });
});

describe.runIf(dialect === "sqlite")("a single database file", () => {
  it("of an older version is restored and brought up to date", async () => {
    const file = join(newFolder(), "0.1.0.db");
    writeFileSync(file, gunzipSync(readFileSync("test/db/fixtures/sqlite-0.1.0.gz")));
    const cases = await withQuery(file, (query) => query("select id, title from case_files"));
    const other = await emptyPlace();
    // The documents of the fixture are not there, which is said.
    expect((await mw(other, "restore", file)).code).toBeOneOf([0, 3]);
    expect(await mw(other, "migrate", "--status")).toMatchObject({ code: 0 });
    const restored = await withQuery(other.url, (query) =>
      query("select id, title from case_files"),
    );
    expect(restored).toEqual(cases);
  });

  it("takes the place of a database that is too damaged to open", async () => {
    const other = await emptyPlace();
    writeFileSync(other.url, "this was a database once");
    writeFileSync(`${other.url}-wal`, "and this its log");
    expect(await mw(other, "restore", backup, "--yes")).toMatchObject({ code: 0 });
    expect(await contentBeforeRestoring(other.url)).toEqual(before);
    const kept = readdirSync(dirname(other.url)).filter((name) => name.includes("before-restore"));
    expect(kept.length).toBeGreaterThanOrEqual(1);
    expect(existsSync(`${other.url}.restoring`)).toBe(false);
  });
});
