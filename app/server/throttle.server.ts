import { createHash } from "node:crypto";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import { db, environment, throttles, type Queries } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";

const windowMs = 15 * 60_000;
const perAccount = 10;
const perAddress = 50;

/** Someone tries a secret: for which account, and from where. */
export type Attempt = { account: string; address: string };

/**
 * Counts an attempt before it is made, and refuses it when the account or the address had too many
 * in a quarter of an hour. Counting first keeps a thousand attempts at once from all getting in.
 */
export async function countAttempt(attempt: Attempt): Promise<void> {
  const now = environment.now();
  const refused = await db.maintain(async (tx) => {
    await tx.delete(throttles).where(lte(throttles.windowEndsAt, now));
    const keys = keysOf(attempt);
    for (const { key, limit } of keys) {
      if ((await countOf(tx, key)) >= limit) return true;
    }
    for (const { key } of keys) await addOne(tx, key);
    return false;
  });
  if (refused) throw new DomainError("too_many_attempts");
}

/** The attempt was right: it no longer counts, and the account starts again. */
export async function forgetAttempts(attempt: Attempt): Promise<void> {
  const [account, address] = keysOf(attempt);
  await db.maintain(async (tx) => {
    await tx.delete(throttles).where(eq(throttles.keyHash, account.key));
    await tx
      .update(throttles)
      .set({ failures: sql`${throttles.failures} - 1` })
      .where(and(eq(throttles.keyHash, address.key), gt(throttles.failures, 0)));
  });
}

async function countOf(tx: Queries, key: string): Promise<number> {
  const [row] = await tx
    .select({ failures: throttles.failures })
    .from(throttles)
    .where(eq(throttles.keyHash, key));
  return row?.failures ?? 0;
}

async function addOne(tx: Queries, key: string): Promise<void> {
  const windowEndsAt = environment.now() + windowMs;
  await tx
    .insert(throttles)
    .values({ keyHash: key, failures: 1, windowEndsAt })
    .onConflictDoUpdate({
      target: throttles.keyHash,
      set: { failures: sql`${throttles.failures} + 1` },
    });
}

function keysOf({ account, address }: Attempt) {
  return [
    { key: hash(`account:${account}`), limit: perAccount },
    { key: hash(`address:${network(address)}`), limit: perAddress },
  ] as const;
}

/** Who has one IPv6 address has at least the 2^64 beside it: count the network. */
function network(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address;
  const [front = ""] = address.split("::");
  return [...front.split(":"), "0", "0", "0", "0"].slice(0, 4).join(":");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
