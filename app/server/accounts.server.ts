import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { db, environment, logins, people } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { readPreferences, writePreferences } from "#app/i18n/preferences.ts";
import type { AccountInput, PasswordInput, ProfileInput } from "#app/schemas/account.ts";
import type { Access } from "./access.server.ts";
import { isSecure } from "./cookies.server.ts";
import { notFound, redirectWithFlash, type Redirect } from "./http.server.ts";
import { endLogins } from "./logins.server.ts";
import { hashPassword, passwordMatches } from "./passwords.server.ts";
import { rolesByOrganisation } from "./role-assignments.server.ts";
import { settings } from "./settings.server.ts";
import { refuseStale } from "./stale-version.server.ts";
import { countAttempt, forgetAttempts } from "./throttle.server.ts";

/** A person's own data: name, roles, and where they are signed in. */
export async function getAccount(access: Access<"account.edit">) {
  const [person] = await db.read.select().from(people).where(eq(people.id, access.person.id));
  if (!person) return notFound();
  const { name, email, language, version, passwordHash } = person;
  return {
    profile: { name, email, language, version },
    hasPassword: passwordHash !== null,
    roles: await rolesByOrganisation(access.person.id),
    logins: await openLogins(access),
    now: environment.now(),
  };
}

async function openLogins(access: Access<"account.edit">) {
  const now = environment.now();
  const { loginIdleMs, loginMaxMs } = settings();
  const rows = await db.read
    .select({ id: logins.idHash, since: logins.createdAt, lastSeenAt: logins.lastSeenAt })
    .from(logins)
    .where(
      and(
        eq(logins.personId, access.person.id),
        isNull(logins.revokedAt),
        gt(logins.createdAt, now - loginMaxMs),
        gt(logins.lastSeenAt, now - loginIdleMs),
      ),
    )
    .orderBy(desc(logins.lastSeenAt))
    .limit(50);
  return rows.map((row) => ({ ...row, isThisOne: row.id === access.login.idHash }));
}

type Visit = { request: Request; address: string };

/** Makes the change of the form that was sent and goes back to the account. */
export async function changeAccount(
  access: Access<"account.edit">,
  input: AccountInput,
  { request, address }: Visit,
): Promise<Redirect> {
  switch (input.intent) {
    case "profile": {
      await updateProfile(access, input);
      const { theme } = readPreferences(request.headers.get("Cookie"), null);
      const response = redirectWithFlash("/account", "saved");
      const preferences = writePreferences({ language: input.language, theme }, isSecure());
      response.headers.append("Set-Cookie", preferences);
      return response;
    }
    case "password":
      await changePassword(access, input, address);
      return redirectWithFlash("/account", "password_changed");
    case "end-login":
      await endOwnLogin(access, input.login);
      return redirectWithFlash("/account", "login_ended");
    case "end-other-logins":
      await endOtherLogins(access);
      return redirectWithFlash("/account", "login_ended");
  }
}

export async function updateProfile(
  access: Access<"account.edit">,
  { name, language, version }: ProfileInput,
): Promise<void> {
  const { id } = access.person;
  await db.write(access.actor, async (tx) => {
    const changed = await tx
      .update(people)
      .set({ name, language, version: version + 1 })
      .where(and(eq(people.id, id), eq(people.version, version)))
      .returning({ id: people.id });
    if (changed.length === 0) {
      const [stored] = await tx.select().from(people).where(eq(people.id, id));
      refuseStale({
        theirs: { name: stored?.name ?? "", language: stored?.language ?? "" },
        yours: { name, language },
      });
    }
    await tx.record({
      kind: "person.profile-changed",
      subject: { type: "person", id },
      details: { fields: ["name", "language"] },
      content: { name, language },
    });
  });
}

/** Changes one's own password, which takes the current one, and ends all other logins. */
export async function changePassword(
  access: Access<"account.edit">,
  input: PasswordInput,
  address: string,
): Promise<void> {
  const { id } = access.person;
  const attempt = { account: `password of ${id}`, address };
  await countAttempt(attempt);
  const [person] = await db.read
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, id));
  if (!(await passwordMatches(input.password, person?.passwordHash ?? null))) {
    throw new DomainError("password_wrong", { field: "password" });
  }
  await forgetAttempts(attempt);
  const passwordHash = await hashPassword(input.newPassword);
  await db.write(access.actor, async (tx) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.id, id));
    await endLogins(tx, id, { except: access.login.idHash });
    await tx.record({ kind: "password.changed", subject: { type: "person", id } });
  });
}

/** Ends one open login of one's own; the login in use ends by signing out. */
export async function endOwnLogin(access: Access<"account.edit">, login: string): Promise<void> {
  const { id } = access.person;
  await db.write(access.actor, async (tx) => {
    const ended = await endLogins(tx, id, { only: login });
    if (ended === 0) throw new DomainError("already_done");
    await tx.record({ kind: "login.ended", subject: { type: "person", id } });
  });
}

export async function endOtherLogins(access: Access<"account.edit">): Promise<void> {
  const { id } = access.person;
  await db.write(access.actor, async (tx) => {
    const ended = await endLogins(tx, id, { except: access.login.idHash });
    await tx.record({
      kind: "login.others-ended",
      subject: { type: "person", id },
      details: { ended },
    });
  });
}
