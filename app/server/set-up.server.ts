import { createHash } from "node:crypto";
import { and, eq, gt, isNull, lt } from "drizzle-orm";
import {
  db,
  environment,
  oneTimeTokens,
  organisations,
  people,
  roleAssignments,
  systemActor,
  type Queries,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { loadExampleData } from "./example-data.server.ts";
import { notFound } from "./http.server.ts";
import { hashPassword } from "./passwords.server.ts";
import { shipCatalogue } from "./shipped-data.server.ts";
import { countAttempt } from "./throttle.server.ts";

const codeLifeMs = 24 * 3_600_000;
const startedTogetherMs = 2 * 60_000;
/** The database that is known to have a first person; once it has, it stays so. */
let setUpIn: Queries | undefined;

/** Whether the installation has a first person. */
export async function isSetUp(): Promise<boolean> {
  if (setUpIn === db.read) return true;
  const [person] = await db.read.select({ id: people.id }).from(people).limit(1);
  if (person) setUpIn = db.read;
  return person !== undefined;
}

/** The set-up page is there once, before anything else. */
export async function assertNotSetUp(): Promise<void> {
  if (await isSetUp()) notFound();
}

/**
 * A new one-time code for the set-up page. Earlier ones no longer work, but for those of processes
 * that started together with this one.
 */
export async function issueSetUpCode(): Promise<string> {
  const code = environment.randomToken().slice(0, 16);
  const expiresAt = environment.now() + codeLifeMs;
  await db.maintain(async (tx) => {
    const earlier = lt(oneTimeTokens.expiresAt, expiresAt - startedTogetherMs);
    await tx.delete(oneTimeTokens).where(and(eq(oneTimeTokens.purpose, "set_up"), earlier));
    await tx
      .insert(oneTimeTokens)
      .values({ secretHash: hashSecret(code), purpose: "set_up", expiresAt });
  });
  return code;
}

export type SetUpInput = {
  code: string;
  organisation: string;
  name: string;
  email: string;
  newPassword: string;
  exampleData?: boolean;
};

/** Makes the first organisation with its administrator, and the data that ships with the product. */
export async function setUpInstallation(
  input: SetUpInput,
  address = "",
): Promise<{ personId: string }> {
  await assertNotSetUp();
  await countAttempt({ account: `set-up from ${address}`, address });
  const code = hashSecret(input.code.trim());
  // Looked at before the password is hashed: only who has the code makes the server work.
  const [valid] = await db.read
    .select({ hash: oneTimeTokens.secretHash })
    .from(oneTimeTokens)
    .where(usableCode(code));
  if (!valid) throw new DomainError("code_wrong", { field: "code" });
  const passwordHash = await hashPassword(input.newPassword);
  const personId = await writeFirst(input, { code, passwordHash });
  if (input.exampleData) await loadExampleData();
  return { personId };
}

type Secrets = { code: string; passwordHash: string };

function writeFirst(input: SetUpInput, { code, passwordHash }: Secrets): Promise<string> {
  const [personId, organisationId] = [environment.newId(), environment.newId()];
  const createdAt = environment.now();
  return db.write(systemActor, async (tx) => {
    // Another code may have been used meanwhile.
    const [anyone] = await tx.select({ id: people.id }).from(people).limit(1);
    if (anyone) notFound();
    const used = await tx
      .update(oneTimeTokens)
      .set({ usedAt: createdAt })
      .where(usableCode(code))
      .returning({ hash: oneTimeTokens.secretHash });
    if (used.length === 0) throw new DomainError("code_wrong", { field: "code" });
    const organisation = { id: organisationId, name: input.organisation, createdAt };
    await tx.insert(organisations).values(organisation);
    const { name, email } = input;
    await tx.insert(people).values({ id: personId, name, email, passwordHash, createdAt });
    await tx
      .insert(roleAssignments)
      .values({ id: environment.newId(), personId, organisationId, role: "administrator" });
    await shipCatalogue(tx);
    await tx.record({
      kind: "installation.set-up",
      subject: { type: "organisation", id: organisationId },
      organisationId,
      content: { organisation, person: { id: personId, name, email } },
    });
    return personId;
  });
}

function usableCode(hash: string) {
  return and(
    eq(oneTimeTokens.secretHash, hash),
    eq(oneTimeTokens.purpose, "set_up"),
    isNull(oneTimeTokens.usedAt),
    gt(oneTimeTokens.expiresAt, environment.now()),
  );
}

export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
