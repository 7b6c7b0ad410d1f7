import { and, eq, gt, isNull } from "drizzle-orm";
import { db, environment, oneTimeTokens, people, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { endLogins } from "./logins.server.ts";
import { hashPassword } from "./passwords.server.ts";
import { hashSecret } from "./set-up.server.ts";
import { settings } from "./settings.server.ts";

const linkLifeMs = 24 * 3_600_000;

export type PasswordLink = { address: string; expiresAt: number };

/**
 * A one-time link with which a person sets a password, as part of the change that asks for it.
 * Earlier links of the person no longer work. The secret leaves the server once: here.
 */
export async function makePasswordLink(tx: Transaction, personId: string): Promise<PasswordLink> {
  const secret = environment.randomToken();
  const expiresAt = environment.now() + linkLifeMs;
  await endPasswordLinks(tx, personId);
  await tx.insert(oneTimeTokens).values({
    secretHash: hashSecret(secret),
    purpose: "password_reset",
    personId,
    expiresAt,
  });
  await tx.record({
    kind: "password.link-made",
    subject: { type: "person", id: personId },
    details: { expiresAt },
  });
  return { address: `${settings().origin}/wachtwoord/${secret}`, expiresAt };
}

export async function endPasswordLinks(tx: Transaction, personId: string): Promise<void> {
  await tx
    .delete(oneTimeTokens)
    .where(and(eq(oneTimeTokens.personId, personId), isNull(oneTimeTokens.usedAt)));
}

/** Whether a link still works; unknown, used and expired ones look the same. */
export async function isUsableLink(secret: string): Promise<boolean> {
  const [link] = await db.read
    .select({ personId: people.id })
    .from(oneTimeTokens)
    .innerJoin(people, eq(people.id, oneTimeTokens.personId))
    .where(and(usableLink(secret), eq(people.active, true)));
  return link !== undefined;
}

/** Sets the password of the person the link was made for, and ends all their logins. */
export async function resetPassword(secret: string, password: string): Promise<void> {
  // Looked at before hashing: only who has a link makes the server work.
  if (!(await isUsableLink(secret))) throw new DomainError("link_not_usable");
  const passwordHash = await hashPassword(password);
  const personId = await personOfLink(secret);
  await db.write({ personId, roles: [], organisationId: null }, async (tx) => {
    const used = await tx
      .update(oneTimeTokens)
      .set({ usedAt: environment.now() })
      .where(usableLink(secret))
      .returning({ hash: oneTimeTokens.secretHash });
    if (used.length === 0) throw new DomainError("link_not_usable");
    await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
    await endLogins(tx, personId);
    await tx.record({ kind: "password.reset", subject: { type: "person", id: personId } });
  });
}

async function personOfLink(secret: string): Promise<string> {
  const [link] = await db.read
    .select({ personId: oneTimeTokens.personId })
    .from(oneTimeTokens)
    .where(usableLink(secret));
  if (!link?.personId) throw new DomainError("link_not_usable");
  return link.personId;
}

function usableLink(secret: string) {
  return and(
    eq(oneTimeTokens.secretHash, hashSecret(secret)),
    eq(oneTimeTokens.purpose, "password_reset"),
    isNull(oneTimeTokens.usedAt),
    gt(oneTimeTokens.expiresAt, environment.now()),
  );
}
