import { and, eq, isNull } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEvents, db, environment, logins, people, setEnvironment } from "#db";
import { requireRight } from "#app/server/access.server.ts";
import {
  changePassword,
  endOwnLogin,
  getAccount,
  updateProfile,
} from "#app/server/accounts.server.ts";
import { openLogin, signOut, switchOrganisation } from "#app/server/logins.server.ts";
import { hashPassword } from "#app/server/passwords.server.ts";
import { settings } from "#app/server/settings.server.ts";
import { signIn, signInAsExample } from "#app/server/sign-in.server.ts";
import { arrange, freshDatabase } from "../support/database.ts";
import { newWorld, type Someone } from "./case-world.ts";

const password = "drie blauwe fietsen op de dijk";
const address = "192.0.2.7";
let world: Awaited<ReturnType<typeof newWorld>>;
let someone: Someone;
let email: string;

beforeEach(async () => {
  await freshDatabase();
  world = await newWorld();
  someone = await world.person("coordinator");
  email = `${someone.person.id}@example.nl`;
  const passwordHash = await hashPassword(password);
  await arrange(async (tx) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.id, someone.person.id));
  });
});

afterEach(() => {
  setEnvironment({});
  settings().demo = false;
});

function asked(setCookie: string): Request {
  const cookie = setCookie.split(";")[0] ?? "";
  return new Request("http://127.0.0.1/account", { headers: { Cookie: cookie } });
}

async function openLoginCount(): Promise<number> {
  const rows = await db.read
    .select({ id: logins.idHash })
    .from(logins)
    .where(and(eq(logins.personId, someone.person.id), isNull(logins.revokedAt)));
  return rows.length;
}

describe("signing in", () => {
  it("opens a login that knows the person, whatever the case of the address", async () => {
    const cookie = await signIn({ email: ` ${email.toUpperCase()} `, password, address });
    const access = await requireRight(asked(cookie), "case.read");
    expect(access.person.id).toBe(someone.person.id);
    expect(cookie).toContain("HttpOnly; SameSite=Lax");
  });

  it("keeps only a hash of the login and gives a new one each time, ending the one in use", async () => {
    const first = await signIn({ email, password, address });
    const second = await signIn({ email, password, address, request: asked(first) });
    expect(second.split(";")[0]).not.toBe(first.split(";")[0]);
    await expect(requireRight(asked(first), "case.read")).rejects.toMatchObject({ status: 303 });
    const [row] = await db.read.select().from(logins).limit(1);
    expect(first).not.toContain(row?.idHash);
    expect(await openLoginCount()).toBe(1);
  });

  it("gives the same answer for a wrong password, an unknown person, and one switched off", async () => {
    const wrong = { code: "sign_in_failed", details: {} };
    await expect(signIn({ email, password: "iets anders", address })).rejects.toMatchObject(wrong);
    await expect(signIn({ email: "niemand@example.nl", password, address })).rejects.toMatchObject(
      wrong,
    );
    await arrange(async (tx) => {
      await tx.update(people).set({ active: false }).where(eq(people.id, someone.person.id));
    });
    await expect(signIn({ email, password, address })).rejects.toMatchObject(wrong);
  });

  it("refuses an account after ten wrong passwords, the right one too, for a quarter of an hour", async () => {
    const attempts = Array.from({ length: 12 }, () =>
      signIn({ email, password: "gok", address }).catch((error: { code: string }) => error.code),
    );
    const codes = await Promise.all(attempts);
    expect(codes.filter((code) => code === "sign_in_failed")).toHaveLength(10);
    expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(2);
    await expect(signIn({ email, password, address: "192.0.2.99" })).rejects.toMatchObject({
      code: "too_many_attempts",
    });
    const later = environment.now() + 16 * 60_000;
    setEnvironment({ now: () => later });
    await expect(signIn({ email, password, address })).resolves.toContain("login=");
  });

  it("counts an IPv6 network as one address, and does not count what was right", async () => {
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await signIn({ email, password, address: `2001:db8:1:2::${attempt}` });
    }
    const codes: string[] = [];
    for (let attempt = 0; attempt < 51; attempt += 1) {
      const address = `2001:db8:1:2:${attempt}::1`;
      await signIn({ email: `onbekend${attempt}@example.nl`, password: "gok", address }).catch(
        (error: { code: string }) => codes.push(error.code),
      );
    }
    expect(codes.at(-1)).toBe("too_many_attempts");
    expect(codes.filter((code) => code === "too_many_attempts")).toHaveLength(1);
  }, 60_000);

  it("ends a login that was idle or open too long", async () => {
    const cookie = await signIn({ email, password, address });
    const start = environment.now();
    setEnvironment({ now: () => start + settings().loginIdleMs + 1 });
    await expect(requireRight(asked(cookie), "case.read")).rejects.toMatchObject({ status: 303 });
  });

  it("lets example people in only in demo mode", async () => {
    await expect(signInAsExample(someone.person.id)).rejects.toMatchObject({
      init: { status: 404 },
    });
    settings().demo = true;
    await expect(signInAsExample(someone.person.id)).resolves.toContain("login=");
  });
});

describe("a login", () => {
  it("ends by signing out", async () => {
    const cookie = await openLogin(someone.person.id);
    expect(await signOut(asked(cookie))).toContain("Max-Age=0");
    await expect(requireRight(asked(cookie), "case.read")).rejects.toMatchObject({ status: 303 });
  });

  it("is not found by a cookie that is no good encoding", async () => {
    const request = asked("login=%E0%A4%A");
    await expect(requireRight(request, "case.read")).rejects.toMatchObject({ status: 303 });
  });

  it("cannot go over to an organisation without a role there", async () => {
    const outsider = await world.outsider("coordinator");
    const access = await requireRight(asked(await openLogin(someone.person.id)), "case.read");
    await expect(switchOrganisation(access.login, outsider.organisation.id)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the own account", () => {
  it("changes the password with the current one, and ends the other logins", async () => {
    const here = await openLogin(someone.person.id);
    const elsewhere = await openLogin(someone.person.id);
    const access = await requireRight(asked(here), "account.edit");
    const input = { intent: "password" as const, passwordRepeat: "", newPassword: `${password}!` };
    await expect(
      changePassword(access, { ...input, password: "niet dit" }, address),
    ).rejects.toMatchObject({ code: "password_wrong", details: { field: "password" } });
    await changePassword(access, { ...input, password }, address);
    await expect(requireRight(asked(elsewhere), "case.read")).rejects.toMatchObject({
      status: 303,
    });
    await expect(requireRight(asked(here), "case.read")).resolves.toBeDefined();
    await expect(signIn({ email, password: `${password}!`, address })).resolves.toBeDefined();
  });

  it("lists the open logins, marks this one, and ends only one's own", async () => {
    const here = await requireRight(asked(await openLogin(someone.person.id)), "account.edit");
    await openLogin(someone.person.id);
    const { logins: listed } = await getAccount(here);
    expect(listed.map(({ isThisOne }) => isThisOne).sort()).toEqual([false, true]);
    const stranger = await world.person("submitter");
    const theirs = await requireRight(asked(await openLogin(stranger.person.id)), "account.edit");
    const mine = listed.find(({ isThisOne }) => isThisOne)?.id ?? "";
    await expect(endOwnLogin(theirs, mine)).rejects.toMatchObject({ code: "already_done" });
    await endOwnLogin(here, listed.find(({ isThisOne }) => !isThisOne)?.id ?? "");
    expect(await openLoginCount()).toBe(1);
  });

  it("shows both texts when the name was changed elsewhere", async () => {
    const access = await requireRight(asked(await openLogin(someone.person.id)), "account.edit");
    const input = { intent: "profile" as const, language: "nl" as const, version: 1 };
    await updateProfile(access, { ...input, name: "Eerste" });
    await expect(updateProfile(access, { ...input, name: "Tweede" })).rejects.toMatchObject({
      code: "stale_version",
      details: { conflict: [{ field: "name", theirs: "Eerste", yours: "Tweede" }] },
    });
  });
});

it("the log of changes holds no e-mail address and no secret", async () => {
  const cookie = await signIn({ email, password, address });
  const access = await requireRight(asked(cookie), "account.edit");
  await changePassword(
    access,
    { intent: "password", password, newPassword: `${password}!`, passwordRepeat: "" },
    address,
  );
  const events = JSON.stringify(await db.read.select().from(auditEvents));
  expect(events).toContain("login.opened");
  expect(events).not.toContain(email);
  expect(events).not.toContain(password);
  expect(events).not.toContain(cookie.split(";")[0]?.split("=")[1]);
});
