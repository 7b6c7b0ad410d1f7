import { beforeEach, describe, expect, it } from "vitest";
import { db, environment, facts, organisations, people, questionSets, setEnvironment } from "#db";
import { isCommonPassword } from "#app/schemas/common-passwords.ts";
import { setUpSchema } from "#app/schemas/set-up.ts";
import { isSetUp, issueSetUpCode, setUpInstallation } from "#app/server/set-up.server.ts";
import { signIn } from "#app/server/sign-in.server.ts";
import { freshDatabase } from "../support/database.ts";

const input = {
  organisation: "Gemeente Proef",
  name: "Bea Beheer",
  email: "bea@proef.example",
  newPassword: "een zin die ik onthoud",
};

beforeEach(async () => {
  setEnvironment({});
  await freshDatabase();
});

describe("setting up", () => {
  it("makes one organisation, its administrator and the shipped catalogue", async () => {
    const code = await issueSetUpCode();
    expect(await isSetUp()).toBe(false);
    await setUpInstallation({ ...input, code });
    expect(await isSetUp()).toBe(true);
    expect(await db.read.select().from(organisations)).toHaveLength(1);
    expect(await db.read.select().from(questionSets)).toHaveLength(2);
    expect((await db.read.select().from(facts)).length).toBeGreaterThan(40);
    await expect(
      signIn({ email: input.email, password: input.newPassword, address: "" }),
    ).resolves.toContain("login=");
  });

  it("takes the right code only, once, and not when a newer one was printed", async () => {
    const old = await issueSetUpCode();
    const later = environment.now() + 3 * 60_000;
    setEnvironment({ now: () => later });
    const code = await issueSetUpCode();
    const refused = { code: "code_wrong", details: { field: "code" } };
    await expect(setUpInstallation({ ...input, code: "gok" })).rejects.toMatchObject(refused);
    await expect(setUpInstallation({ ...input, code: old })).rejects.toMatchObject(refused);
    await setUpInstallation({ ...input, code });
    await expect(setUpInstallation({ ...input, code })).rejects.toMatchObject({
      init: { status: 404 },
    });
    expect(await db.read.select().from(people)).toHaveLength(1);
  });

  it("lets one of two at the same moment in", async () => {
    const code = await issueSetUpCode();
    const both = await Promise.allSettled([
      setUpInstallation({ ...input, code }),
      setUpInstallation({ ...input, code, email: "ander@proef.example" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.read.select().from(people)).toHaveLength(1);
  });

  it("takes the code of each of two processes that start together", async () => {
    const first = await issueSetUpCode();
    await issueSetUpCode();
    await setUpInstallation({ ...input, code: first });
    expect(await isSetUp()).toBe(true);
  });

  it("lets one in of two with a code of their own at the same moment", async () => {
    const codes = [await issueSetUpCode(), await issueSetUpCode()];
    const both = await Promise.allSettled(
      codes.map((code, place) =>
        setUpInstallation({ ...input, code, email: `bea${place}@proef.example` }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.read.select().from(people)).toHaveLength(1);
  });

  it("refuses a code of a day old", async () => {
    const code = await issueSetUpCode();
    const later = environment.now() + 25 * 3_600_000;
    setEnvironment({ now: () => later });
    await expect(setUpInstallation({ ...input, code })).rejects.toMatchObject({
      code: "code_wrong",
    });
  });

  it("stops guessing after ten wrong codes from one place", async () => {
    await issueSetUpCode();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await setUpInstallation({ ...input, code: `gok${attempt}` }, "192.0.2.1").catch(() => null);
    }
    await expect(setUpInstallation({ ...input, code: "gok" }, "192.0.2.1")).rejects.toMatchObject({
      code: "too_many_attempts",
    });
  });
});

describe("a password", () => {
  it.each([
    "Welkom2026!!",
    "wachtwoord123",
    "W@chtw00rd2026",
    "aaaaaaaaaaaaaa",
    "abcabcabcabc",
    "123456789012",
    "Maatwerkplaats1",
    "qwertyuiop12",
    "zomer2026zomer",
  ])("like %s is refused because everybody guesses it", (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each(["drie blauwe fietsen", "kaasboer-in-de-mist", "Xk92-hLp!ws_72", "welkom in het bos"])(
    "like %s is fine",
    (password) => {
      expect(isCommonPassword(password)).toBe(false);
    },
  );

  it("has at least twelve characters and is typed the same twice", () => {
    const form = { ...input, code: "x", passwordRepeat: "iets anders dan dat" };
    const short = setUpSchema.safeParse({ ...form, newPassword: "kort" });
    expect(short.error?.issues.map(({ message }) => message)).toContain("password_short:12");
    const different = setUpSchema.safeParse(form);
    expect(different.error?.issues).toMatchObject([
      { message: "password_repeat", path: ["passwordRepeat"] },
    ]);
  });
});
