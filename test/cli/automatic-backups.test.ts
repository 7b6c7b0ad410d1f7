import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { dialect } from "#db";
import { mw, newFolder, type Place } from "./mw.ts";
import { withQuery } from "./whole-content.ts";

vi.setConfig({ testTimeout: 120_000 });

/** A database of the first released version, with copies from earlier migrations beside it. */
function oldPlace(): Place & { backups: string } {
  const folder = newFolder();
  const url = join(folder, "old.db");
  writeFileSync(url, gunzipSync(readFileSync("test/db/fixtures/sqlite-0.1.0.gz")));
  const backups = join(folder, "backups");
  mkdirSync(backups);
  for (let day = 10; day < 24; day += 1) {
    writeFileSync(join(backups, `before-migration-2020-01-${day}T00-00-00.000Z.db`), "old");
  }
  writeFileSync(join(backups, "before-migration-2020-01-24T00-00-00.000Z.db.part"), "broken off");
  writeFileSync(join(backups, "of-somebody.db"), "mine");
  return { url, backups, folder, documents: join(folder, "documents") };
}

describe.runIf(dialect === "sqlite")("the copy before a migration", () => {
  it("is whole, and stays together with the newest nine before it; what people put there stays", async () => {
    const place = oldPlace();
    const before = await withQuery(place.url, (query) => query("select id, title from case_files"));
    expect(await mw(place, "migrate")).toMatchObject({ code: 0 });
    const names = readdirSync(place.backups).sort();
    expect(names).toContain("of-somebody.db");
    const copies = names.filter((name) => name.startsWith("before-migration"));
    expect(copies).toHaveLength(10);
    expect(copies[0]).toContain("2020-01-15");
    const newest = join(place.backups, copies.at(-1) ?? "");
    const copied = await withQuery(newest, (query) => query("select id, title from case_files"));
    expect(copied).toEqual(before);
    expect(await mw({ ...place, url: newest }, "migrate", "--status")).toMatchObject({ code: 3 });
  });

  it("is made before anything else: where it cannot be, nothing is migrated", async () => {
    const place = oldPlace();
    vi.stubEnv("BACKUPS_KEPT", "none");
    const said = await mw(place, "migrate");
    vi.unstubAllEnvs();
    expect(said).toMatchObject({ code: 1 });
    expect(said.err).toContain("BACKUPS_KEPT");
    expect(await mw(place, "migrate", "--status")).toMatchObject({ code: 3 });
  });
});
