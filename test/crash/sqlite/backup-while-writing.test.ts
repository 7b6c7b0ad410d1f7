import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { dialect } from "#db";
import { copyKeys } from "#db/keys.ts";
import { longest, startBusy } from "../../cli/busy.ts";
import { endOf, mw, mwStarted, newFolder, type Place } from "../../cli/mw.ts";
import { withQuery } from "../../cli/whole-content.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const blockedAtMostMs = 50;
/** A machine that does other things stops anybody now and then; a backup that blocks does so every time. */
const tries = 4;

let place: Place;

describe.runIf(dialect === "sqlite")("a backup while 500 changes a second are made", () => {
  beforeAll(async () => {
    const folder = newFolder();
    place = { url: join(folder, "live.db"), documents: join(folder, "documents"), folder };
    expect(await mw(place, "seed", "--cases", "2000")).toMatchObject({ code: 0 });
  });

  it("blocks nobody, holds everything of before it and no half change, and restores to that", async () => {
    const blocked: number[] = [];
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const backup = join(place.folder, `backup-${attempt}`);
      const measured = await backUpWhileBusy(backup);
      await restoresWhole(backup, measured.acknowledgedBefore);
      blocked.push(measured.blockedMs);
      if (measured.blockedMs <= blockedAtMostMs) break;
    }
    expect(Math.min(...blocked), `blocked ${blocked.join(", ")} ms`).toBeLessThanOrEqual(
      blockedAtMostMs,
    );
  });
});

/** How much longer the longest change or read took than when no backup was made. */
async function backUpWhileBusy(backup: string) {
  const stop = await startBusy(place);
  await wait(2500);
  const from = Date.now();
  const said = await mw(place, "backup", backup, "--without-documents");
  // What is left for others to do comes after the end.
  await wait(1000);
  const until = Date.now();
  await wait(1500);
  const busy = await stop();
  expect(said, said.err).toMatchObject({ code: 0 });
  const normal = Math.max(longest(busy, 0, from), longest(busy, until, Infinity));
  return {
    blockedMs: Math.max(0, longest(busy, from, until) - normal),
    acknowledgedBefore: busy.acknowledged.filter((at) => at < from).length,
  };
}

async function restoresWhole(backup: string, acknowledgedBefore: number): Promise<void> {
  const folder = newFolder();
  const back = { url: join(folder, "back.db"), documents: join(folder, "documents"), folder };
  copyKeys(place.url, back.url);
  expect(await mw(back, "restore", backup)).toMatchObject({ code: 0 });
  expect(await mw(back, "check")).toMatchObject({ code: 0 });
  await withQuery(back.url, async (query) => {
    const numbers = await query(
      "select created_at from organisations where name like 'busy %' order by rowid desc",
    );
    const newest = Number(numbers[0]?.[0]);
    expect(newest + 1).toBeGreaterThanOrEqual(acknowledgedBefore);
    // Of this run, nothing is missing in between, and each change has its event.
    const run = numbers.slice(0, newest + 1).map(([number]) => number);
    expect(run).toEqual(Array.from({ length: newest + 1 }, (_, place_) => newest - place_));
    const [[lonely] = []] = await query(
      "select count(*) from organisations o where name like 'busy %' and not exists (select 1 from audit_events e where e.subject_id = o.id)",
    );
    expect(lonely).toBe(0);
  });
}

describe.runIf(dialect === "sqlite")("a backup that is broken off", () => {
  it("by kill -9, at any moment, leaves nothing that looks like a backup", async () => {
    const whole: string[] = [];
    for (const afterMs of [300, 600, 900, 1300, 1800, 2500]) {
      const backup = join(place.folder, `killed-${afterMs}`);
      const child = mwStarted(place, "backup", backup);
      await wait(afterMs);
      child.kill("SIGKILL");
      await endOf(child);
      if (existsSync(backup)) whole.push(backup);
      else if (existsSync(`${backup}.part`)) {
        const said = await mw(place, "restore", `${backup}.part`, "--yes");
        expect(said.err).toContain("not a whole backup");
        expect(existsSync(join(`${backup}.part`, "backup.json"))).toBe(false);
      }
    }
    // One that was finished before it could be killed is whole.
    for (const backup of whole) await restoresWhole(backup, 0);
  });

  it("does not keep the database from being used", async () => {
    expect(await mw(place, "check")).toMatchObject({ code: 0 });
    expect(readdirSync(place.folder).filter((name) => name.endsWith("-wal"))).toEqual([]);
  });
});
