import { createHash } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import {
  db,
  environment,
  oneTimeTokens,
  organisations,
  people,
  roleAssignments,
  systemActor,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { hashPassword } from "./passwords.server.ts";
import { shipCatalogue } from "./shipped-data.server.ts";

const codeLifeMs = 24 * 3_600_000;
let setUp = false;

/** Whether the installation has a first person; once it has, it stays so. */
export async function isSetUp(): Promise<boolean> {
  if (setUp) return true;
  const [person] = await db.read.select({ id: people.id }).from(people).limit(1);
  setUp = person !== undefined;
  return setUp;
}

/** A new one-time code for the set-up page; earlier ones no longer work. */
export async function issueSetUpCode(): Promise<string> {
  const code = environment.randomToken().slice(0, 16);
  await db.maintain(async (tx) => {
    await tx.delete(oneTimeTokens).where(eq(oneTimeTokens.purpose, "set_up"));
    await tx.insert(oneTimeTokens).values({
      secretHash: hashSecret(code),
      purpose: "set_up",
      expiresAt: environment.now() + codeLifeMs,
    });
  });
  return code;
}

export type SetUpInput = {
  code: string;
  organisation: string;
  name: string;
  email: string;
  password: string;
};

/** Makes the first organisation with its administrator, and the data that ships with the product. */
export async function setUpInstallation(input: SetUpInput): Promise<{ personId: string }> {
  if (await isSetUp()) throw new DomainError("not_found");
  const passwordHash = await hashPassword(input.password);
  const personId = environment.newId();
  const organisationId = environment.newId();
  const now = environment.now();
  await db.write(systemActor, async (tx) => {
    const used = await tx
      .update(oneTimeTokens)
      .set({ usedAt: now })
      .where(
        and(
          eq(oneTimeTokens.secretHash, hashSecret(input.code.trim())),
          eq(oneTimeTokens.purpose, "set_up"),
          isNull(oneTimeTokens.usedAt),
          gt(oneTimeTokens.expiresAt, now),
        ),
      )
      .returning({ hash: oneTimeTokens.secretHash });
    if (used.length === 0) throw new DomainError("set_up_code", { field: "code" });
    await tx
      .insert(organisations)
      .values({ id: organisationId, name: input.organisation, createdAt: now });
    await tx.insert(people).values({
      id: personId,
      name: input.name,
      email: input.email.trim().toLowerCase(),
      passwordHash,
      createdAt: now,
    });
    await tx
      .insert(roleAssignments)
      .values({ id: environment.newId(), personId, organisationId, role: "administrator" });
    await shipCatalogue(tx);
    await tx.record({
      kind: "installation.set-up",
      subject: { type: "organisation", id: organisationId },
      organisationId,
      content: { organisation: input.organisation, person: personId },
    });
  });
  return { personId };
}

export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
