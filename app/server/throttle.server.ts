import { createHash } from "node:crypto";
import { eq, lt } from "drizzle-orm";
import { db, environment, throttles } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";

const windowMs = 15 * 60_000;
const perAccount = 10;
const perAddress = 50;

export type Attempt = { email: string; address: string };

/** Refuses when an account or an address has failed too often in the last quarter of an hour. */
export async function assertMayTry(attempt: Attempt): Promise<void> {
  for (const { key, limit } of keysOf(attempt)) {
    const [row] = await db.read.select().from(throttles).where(eq(throttles.keyHash, key));
    if (row && row.windowEndsAt > environment.now() && row.failures >= limit) {
      throw new DomainError("too_many_attempts");
    }
  }
}

export async function recordFailure(attempt: Attempt): Promise<void> {
  const now = environment.now();
  await db.maintain(async (tx) => {
    await tx.delete(throttles).where(lt(throttles.windowEndsAt, now));
    for (const { key } of keysOf(attempt)) {
      const [row] = await tx.select().from(throttles).where(eq(throttles.keyHash, key));
      const failures = (row?.failures ?? 0) + 1;
      const windowEndsAt = row?.windowEndsAt ?? now + windowMs;
      await tx
        .insert(throttles)
        .values({ keyHash: key, failures, windowEndsAt })
        .onConflictDoUpdate({ target: throttles.keyHash, set: { failures } });
    }
  });
}

export async function forgetFailures(attempt: Attempt): Promise<void> {
  const account = keysOf(attempt)[0]?.key ?? "";
  await db.maintain(async (tx) => {
    await tx.delete(throttles).where(eq(throttles.keyHash, account));
  });
}

function keysOf({ email, address }: Attempt) {
  return [
    { key: hash(`account:${email}`), limit: perAccount },
    { key: hash(`address:${address}`), limit: perAddress },
  ];
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
