import { afterAll, beforeAll, expect, test } from "vitest";
import { db, logCheckpoints, stopDatabase, systemActor } from "#db";
import { publishCheckpoint } from "../../app/server/checkpoints.server.ts";
import {
  isTimestampOf,
  newestTimestamp,
  stampNewest,
} from "../../app/server/log-timestamps.server.ts";
import { verifyLog } from "../../app/server/log-verification.server.ts";
import { freshDatabase } from "../support/database.ts";
import { startTsa } from "../support/tsa.ts";

let tsa: Awaited<ReturnType<typeof startTsa>>;
beforeAll(async () => {
  await freshDatabase();
  tsa = await startTsa();
}, 30_000);
afterAll(async () => {
  tsa.stop();
  await stopDatabase();
});

test("a checkpoint is stamped by a service outside, and the stamp is of that checkpoint only", async () => {
  await db.write(systemActor, (tx) =>
    tx.record({ kind: "scope.created", subject: { type: "scope", id: "s" } }),
  );
  const { note } = await publishCheckpoint("test");
  await stampNewest(tsa.url);
  const [row] = await db.read.select().from(logCheckpoints);
  const stamp = row?.timestamp ?? Buffer.alloc(0);
  expect(isTimestampOf(stamp, note)).toBe(true);
  expect(isTimestampOf(stamp, `${note} `)).toBe(false);
  expect((await newestTimestamp())?.size).toBe(1);
  expect((await verifyLog()).findings).toEqual([]);
  const other = Buffer.from(stamp);
  other[other.length - 5] = (other[other.length - 5] ?? 0) ^ 1;
  await db.maintain((tx) => tx.update(logCheckpoints).set({ timestamp: other }));
  expect((await verifyLog()).findings.map(({ code }) => code)).toContain("checkpoint_row_changed");
});

test("an answer that is no stamp of the checkpoint is not kept", async () => {
  await db.write(systemActor, (tx) =>
    tx.record({ kind: "scope.created", subject: { type: "scope", id: "t" } }),
  );
  await publishCheckpoint("test");
  await expect(stampNewest(`${tsa.url.replace(/\d+\/$/, "1/")}`)).rejects.toThrow();
  expect((await newestTimestamp())?.size).not.toBe(2);
});
