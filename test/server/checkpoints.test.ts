import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { asc } from "drizzle-orm";
import {
  auditEvents,
  db,
  keysFolder,
  logCheckpoints,
  logKeys,
  sha256,
  stopDatabase,
  systemActor,
} from "#db";
import { openCheckpoint } from "../../app/domain/checkpoint.ts";
import { isConsistent, isIncluded } from "../../app/domain/merkle-proof.ts";
import { rootOf } from "../../app/domain/merkle-tree.ts";
import {
  checkpointCovering,
  consistencyOf,
  handOverTo,
  latestCheckpoint,
  proofOf,
  publishCheckpoint,
} from "../../app/server/checkpoints.server.ts";
import { verifyEd25519 } from "../../app/server/ed25519.server.ts";
import { assertLogHolds, headProblem } from "../../app/server/log-head.server.ts";
import { rotateKey, trustedKeys } from "../../app/server/log-keys.server.ts";
import { declareLoss } from "../../app/server/log-loss.server.ts";
import { rootAt } from "../../app/server/log-tree.server.ts";
import { freshDatabase } from "../support/database.ts";
import { cutLog } from "../support/raw.ts";

beforeEach(async () => void (await freshDatabase()));
afterAll(stopDatabase);

async function record(events: number): Promise<void> {
  for (let left = events; left > 0; left -= 100) {
    await db.write(systemActor, async (tx) => {
      for (let number = 0; number < Math.min(left, 100); number += 1) {
        const subject = { type: "scope", id: `s${number}` };
        await tx.record({ kind: "scope.created", subject, details: { number } });
      }
    });
  }
}

async function leaves(): Promise<Buffer[]> {
  const rows = db.read.select({ hash: auditEvents.leafHash }).from(auditEvents);
  return (await rows.orderBy(asc(auditEvents.sequence))).map(({ hash }) => hash ?? Buffer.alloc(0));
}

const headOf = (origin: string) => join(keysFolder(), "heads", encodeURIComponent(origin));

describe("a checkpoint", () => {
  test("is signed over the root of all events, and kept in and outside the database", async () => {
    await record(300);
    const made = await publishCheckpoint("test");
    expect(made.size).toBe(300);
    expect(made.root).toEqual(new Uint8Array(rootOf(await leaves(), sha256)));
    const { origin } = made;
    const keys = trustedKeys(origin);
    expect(openCheckpoint(made.note, { origin, keys, verify: verifyEd25519 }).ok).toBe(true);
    expect(readFileSync(headOf(origin), "utf8")).toBe(made.note);
    const secret = join(keysFolder(), "signing", `${keys[0]?.keyId}.pem`);
    expect(statSync(secret).mode & 0o777).toBe(0o600);
  });

  test("is not made again when nothing was added", async () => {
    await record(3);
    const [first, second] = [await publishCheckpoint("test"), await publishCheckpoint("test")];
    expect(second).toEqual(first);
    expect(await db.read.select().from(logCheckpoints)).toHaveLength(1);
  });

  test("covers an event from the first one on that is large enough", async () => {
    await record(3);
    const first = await publishCheckpoint("test");
    await record(5);
    expect(await checkpointCovering(2)).toEqual(first);
    expect(await checkpointCovering(7)).toMatchObject({ size: 8 });
    expect(await latestCheckpoint()).toMatchObject({ size: 8 });
  });

  test("is not made of a log that is not the one of the head before", async () => {
    await record(20);
    await publishCheckpoint("test");
    await cutLog(10);
    await expect(publishCheckpoint("test")).rejects.toThrow("log_does_not_hold");
    await expect(assertLogHolds()).rejects.toThrow(/events 11 to 20 are missing/);
    await record(15);
    expect(await headProblem()).toMatchObject({ code: "head_differs", head: 20 });
  });

  test("is made again after the loss was declared, of which the log tells", async () => {
    await record(20);
    const lost = await publishCheckpoint("test");
    expect(await declareLoss("nothing")).toBeNull();
    await cutLog(10);
    const declared = await declareLoss("an old backup");
    expect(declared).toMatchObject({ problem: { code: "head_longer" }, checkpoint: { size: 11 } });
    const [event] = (await db.read.select().from(auditEvents)).slice(-1);
    expect(event).toMatchObject({ kind: "log.loss_declared" });
    expect(event?.details).toMatchObject({
      lostHead: lost.note,
      size: 10,
      reason: "an old backup",
    });
    await assertLogHolds();
  });
});

test.each([1, 2, 255, 256, 257, 700])(
  "every event of %i has a proof that holds, and every smaller log is its beginning",
  async (size) => {
    await record(size);
    const hashes = await leaves();
    const root = await rootAt(size);
    for (const sequence of [1, 2, 128, 255, 256, 257, 512, size].filter((n) => n <= size)) {
      const proof = await proofOf(sequence, size);
      const leafHash = hashes[sequence - 1] ?? Buffer.alloc(0);
      expect(isIncluded({ leafHash, index: sequence - 1, size, proof, root }, sha256)).toBe(true);
      const oldRoot = rootOf(hashes.slice(0, sequence), sha256);
      const claim = { oldSize: sequence, oldRoot, newSize: size, newRoot: root };
      expect(isConsistent({ ...claim, proof: await consistencyOf(sequence, size) }, sha256)).toBe(
        true,
      );
    }
  },
);

describe("a key of the log", () => {
  test("hands over to the next by a head that both sign, after which its private part is gone", async () => {
    await record(3);
    const before = await publishCheckpoint("test");
    const keys = await rotateKey();
    const made = await publishCheckpoint("test");
    expect(made.extensions).toEqual([`next-key ${keys.after}`]);
    for (const key of trustedKeys(before.origin)) {
      const known = { origin: before.origin, keys: [key], verify: verifyEd25519 };
      expect(openCheckpoint(made.note, known).ok).toBe(true);
    }
    expect(await handOverTo(keys.after)).toBe(made.note);
    expect(await handOverTo(keys.before)).toBeNull();
    const old = keys.before.split("+")[1] ?? "";
    expect(existsSync(join(keysFolder(), "signing", `${old}.pem`))).toBe(false);
    await record(1);
    expect((await publishCheckpoint("test")).extensions).toEqual([]);
  });

  test("is needed: without it no head is signed", async () => {
    await record(1);
    await publishCheckpoint("test");
    await db.maintain((tx) => tx.delete(logKeys));
    await record(1);
    await expect(publishCheckpoint("test")).rejects.toThrow(/taken out of the database/);
  });
});
