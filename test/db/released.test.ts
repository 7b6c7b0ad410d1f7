import { afterAll, expect, test } from "vitest";
import { dialect, openDatabase, stopDatabase } from "#db";
import { verifyLog } from "../../app/server/log-verification.server.ts";
import { eventCount } from "../support/fingerprint.ts";
import { rawRows } from "../support/raw.ts";
import { moved, putBack, releases, rowCounts } from "./released.ts";

afterAll(stopDatabase);

test("there are releases to bring up to date", () => {
  expect(releases()).not.toEqual([]);
});

test.each(releases())(
  "the database of $name is brought up to date and loses no row",
  async (release) => {
    const url = await putBack(release);
    await openDatabase(url);
    expect(await rowCounts()).toMatchObject(release.rows);
    const [audit] = await rawRows("select min(sequence), max(sequence) from audit_events");
    expect(audit?.map(Number)).toEqual([1, await eventCount()]);
    expect((await verifyLog()).findings).toEqual([]);
    await stopDatabase();
    // Once is enough: opened again, nothing is left to do.
    await openDatabase(url);
    expect(await rowCounts()).toMatchObject(release.rows);
  },
  60_000,
);

test.runIf(dialect === "postgres").each(releases("sqlite"))(
  "the database of $name is brought up to date and moves to PostgreSQL",
  async (release) => {
    await openDatabase(await moved(release));
    expect(await rowCounts()).toMatchObject(release.rows);
    expect((await verifyLog()).findings).toEqual([]);
  },
  60_000,
);
