import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEvents, db, environment, people, roleAssignments, setEnvironment } from "#db";
import type { Role } from "#app/domain/rights.ts";
import { openLogin, findLogin } from "#app/server/logins.server.ts";
import {
  createOrganisation,
  getOrganisation,
  listOrganisations,
  updateOrganisation,
} from "#app/server/organisations.server.ts";
import { newOrganisationSchema } from "#app/schemas/organisation.ts";
import { isUsableLink, resetPassword } from "#app/server/password-resets.server.ts";
import {
  createPasswordLink,
  createPerson,
  deactivatePerson,
  getPerson,
  updateIdentity,
} from "#app/server/people-management.server.ts";
import { removeFromOrganisation, updateRoles } from "#app/server/people-roles.server.ts";
import { listPeople, searchPeople } from "#app/server/people.server.ts";
import { signIn } from "#app/server/sign-in.server.ts";
import { freshDatabase } from "../support/database.ts";
import { newWorld, type Someone } from "./case-world.ts";

let world: Awaited<ReturnType<typeof newWorld>>;
let administrator: Someone;

beforeEach(async () => {
  setEnvironment({});
  await freshDatabase();
  world = await newWorld();
  administrator = await world.person("administrator");
});

const newcomer = {
  name: "Nieuw Iemand",
  email: "nieuw@example.nl",
  language: "nl" as const,
  roles: ["assessor", "submitter"] as Role[],
  perspective: "legal",
};

function rolesOf(personId: string) {
  return db.read.select().from(roleAssignments).where(eq(roleAssignments.personId, personId));
}

describe("adding a person", () => {
  it("gives the roles, with the perspective for the assessor only", async () => {
    const { personId } = await createPerson(administrator, newcomer);
    const { roles } = await getPerson(administrator, personId);
    expect(roles).toEqual([
      { role: "submitter", perspective: null },
      { role: "assessor", perspective: "legal" },
    ]);
  });

  it("happens once when the form is sent twice", async () => {
    const first = await createPerson(administrator, newcomer, "form-1");
    const second = await createPerson(administrator, newcomer, "form-1");
    expect(second.personId).toBe(first.personId);
  });

  it("refuses an address that has roles here, and a perspective that no question set has", async () => {
    await createPerson(administrator, newcomer);
    await expect(createPerson(administrator, newcomer)).rejects.toMatchObject({
      code: "email_taken",
    });
    await expect(
      createPerson(administrator, { ...newcomer, email: "b@example.nl", perspective: "magisch" }),
    ).rejects.toMatchObject({ code: "unknown_option", details: { field: "perspective" } });
  });

  it("adds roles to someone known elsewhere, who keeps the name", async () => {
    const outsider = await world.outsider("submitter");
    const email = `${outsider.person.id}@example.nl`;
    const { personId, isNew } = await createPerson(administrator, { ...newcomer, email });
    expect({ personId, isNew }).toEqual({ personId: outsider.person.id, isNew: false });
    const { person, roles, isShared } = await getPerson(administrator, personId);
    expect(person.name).toBe(`Persoon ${personId}`);
    expect(roles).toHaveLength(2);
    expect(isShared).toBe(true);
  });
});

describe("someone who works elsewhere too", () => {
  it("gets no other name, password link or switched-off account from here, only other roles", async () => {
    const outsider = await world.outsider("submitter");
    const email = `${outsider.person.id}@example.nl`;
    const { personId } = await createPerson(administrator, { ...newcomer, email });
    const shared = { code: "person_shared" };
    const identity = { intent: "identity" as const, name: "X", email, language: "nl" as const };
    await expect(createPasswordLink(administrator, personId)).rejects.toMatchObject(shared);
    await expect(deactivatePerson(administrator, personId, 1)).rejects.toMatchObject(shared);
    await expect(
      updateIdentity(administrator, personId, { ...identity, version: 1 }),
    ).rejects.toMatchObject(shared);
    await updateRoles(administrator, personId, { roles: ["auditor"], perspective: "", version: 1 });
    await removeFromOrganisation(administrator, personId, 2);
    expect((await rolesOf(personId)).map(({ role }) => role)).toEqual(["submitter"]);
  });

  it("is not there for an administrator of another organisation", async () => {
    const outsider = await world.outsider("submitter");
    const missing = { init: { status: 404 } };
    await expect(getPerson(administrator, outsider.person.id)).rejects.toMatchObject(missing);
    await expect(
      updateRoles(administrator, outsider.person.id, {
        roles: ["administrator"],
        perspective: "",
        version: 1,
      }),
    ).rejects.toMatchObject(missing);
    await expect(createPasswordLink(administrator, outsider.person.id)).rejects.toMatchObject(
      missing,
    );
  });
});

describe("the last administrator", () => {
  it("cannot lose the role, the organisation or the account", async () => {
    const second = await world.person("administrator");
    const id = administrator.person.id;
    await updateRoles(second, id, { roles: ["auditor"], perspective: "", version: 1 });
    const third = await world.person("administrator");
    await deactivatePerson(third, second.person.id, 1);
    const last = { code: "last_administrator" };
    await expect(
      updateRoles(second, third.person.id, { roles: ["auditor"], perspective: "", version: 1 }),
    ).rejects.toMatchObject(last);
    await expect(removeFromOrganisation(second, third.person.id, 1)).rejects.toMatchObject(last);
    await expect(deactivatePerson(second, third.person.id, 1)).rejects.toMatchObject(last);
  });

  it("is safe when two administrators take away each other's role at the same moment", async () => {
    const other = await world.person("administrator");
    const roles: Role[] = ["auditor"];
    const both = await Promise.allSettled([
      updateRoles(administrator, other.person.id, { roles, perspective: "", version: 1 }),
      updateRoles(other, administrator.person.id, { roles, perspective: "", version: 1 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("nobody takes away the own role or account", async () => {
    await world.person("administrator");
    const { id } = administrator.person;
    await expect(
      updateRoles(administrator, id, { roles: ["auditor"], perspective: "", version: 1 }),
    ).rejects.toMatchObject({ code: "own_administrator" });
    await expect(removeFromOrganisation(administrator, id, 1)).rejects.toMatchObject({
      code: "own_administrator",
    });
    await expect(deactivatePerson(administrator, id, 1)).rejects.toMatchObject({
      code: "own_account",
    });
  });
});

describe("switching off and links", () => {
  it("ends logins and links at once", async () => {
    const { personId } = await createPerson(administrator, newcomer);
    const link = await createPasswordLink(administrator, personId);
    const cookie = (await openLogin(personId)).split(";")[0] ?? "";
    await deactivatePerson(administrator, personId, 1);
    const request = new Request("http://x/", { headers: { Cookie: cookie } });
    expect(await findLogin(request)).toBeNull();
    expect(await isUsableLink(secretOf(link))).toBe(false);
  });

  it("a link sets a password once, and a newer link ends the older", async () => {
    const { personId } = await createPerson(administrator, newcomer);
    const older = secretOf(await createPasswordLink(administrator, personId));
    const secret = secretOf(await createPasswordLink(administrator, personId));
    await openLogin(personId);
    const refused = { code: "link_not_usable" };
    await expect(resetPassword(older, "een zin om te onthouden")).rejects.toMatchObject(refused);
    await resetPassword(secret, "een zin om te onthouden");
    await expect(resetPassword(secret, "nog een andere zin")).rejects.toMatchObject(refused);
    await expect(resetPassword("bestaat niet", "een zin")).rejects.toMatchObject(refused);
    const { email } = newcomer;
    await expect(
      signIn({ email, password: "een zin om te onthouden", address: "" }),
    ).resolves.toContain("login=");
    const events = JSON.stringify(await db.read.select().from(auditEvents));
    expect(events).not.toContain(secret);
    expect(events).not.toContain(email);
  });

  it("a link works for a day", async () => {
    const { personId } = await createPerson(administrator, newcomer);
    const secret = secretOf(await createPasswordLink(administrator, personId));
    const later = environment.now() + 24 * 3_600_000 + 1;
    setEnvironment({ now: () => later });
    expect(await isUsableLink(secret)).toBe(false);
  });

  function secretOf({ address }: { address: string }): string {
    return address.split("/").at(-1) ?? "";
  }
});

describe("editing", () => {
  it("shows both texts when someone else was first", async () => {
    const { personId } = await createPerson(administrator, newcomer);
    const input = { intent: "identity" as const, language: "nl" as const, version: 1 };
    const { email } = newcomer;
    await updateIdentity(administrator, personId, { ...input, email, name: "Eerste" });
    await expect(
      updateIdentity(administrator, personId, { ...input, email, name: "Tweede" }),
    ).rejects.toMatchObject({
      code: "stale_version",
      details: { conflict: [{ field: "name", theirs: "Eerste", yours: "Tweede" }] },
    });
  });

  it("refuses an address of someone else", async () => {
    const { personId } = await createPerson(administrator, newcomer);
    const email = `${administrator.person.id}@example.nl`;
    await expect(
      updateIdentity(administrator, personId, {
        intent: "identity",
        name: "X",
        email,
        language: "nl",
        version: 1,
      }),
    ).rejects.toMatchObject({ code: "email_taken" });
  });
});

describe("the list", () => {
  it("goes on where the page before ended, each person once, without others' people", async () => {
    await world.outsider("submitter");
    for (let count = 0; count < 30; count += 1) await world.person("submitter", "auditor");
    const first = await listPeople(administrator, null);
    const second = await listPeople(administrator, first.next);
    const ids = [...first.people, ...second.people].map(({ id }) => id);
    expect(first.people).toHaveLength(25);
    expect(second.next).toBeNull();
    expect(new Set(ids).size).toBe(31);
  });

  it("finds a name without its accents", async () => {
    await createPerson(administrator, { ...newcomer, name: "Hülya Demir" });
    const { people: found } = await searchPeople(administrator, "demir hulya");
    expect(found.map(({ name }) => name)).toEqual(["Hülya Demir"]);
  });
});

describe("organisations", () => {
  it("has its maker as administrator, and is seen by nobody else", async () => {
    const id = await createOrganisation(administrator, { name: "Nieuw", tooiUri: null });
    expect((await listOrganisations(administrator)).map(({ name }) => name)).toContain("Nieuw");
    const other = await world.person("administrator");
    await expect(getOrganisation(other, id)).rejects.toMatchObject({ init: { status: 404 } });
    await expect(
      updateOrganisation(other, id, { name: "X", tooiUri: null, version: 1 }),
    ).rejects.toMatchObject({ init: { status: 404 } });
  });

  it("lets its maker answer for a person who works in both", async () => {
    const id = await createOrganisation(administrator, { name: "Nieuw", tooiUri: null });
    const { personId } = await createPerson(administrator, newcomer);
    const there = { ...administrator, organisation: { id, name: "Nieuw" } };
    await createPerson(there, newcomer);
    await expect(createPasswordLink(administrator, personId)).resolves.toBeDefined();
    const [row] = await db.read.select().from(people).where(eq(people.id, personId));
    expect(row?.active).toBe(true);
  });

  it.each([
    ["https://identifier.overheid.nl/tooi/id/gemeente/gm0363", true],
    ["http://identifier.overheid.nl/tooi/id/ministerie/mnre1034/", true],
    ["", true],
    ["https://example.nl/tooi/id/gemeente/gm0363", false],
    ["gm0363", false],
    ["https://identifier.overheid.nl/tooi/id/gemeente/gm0363?x=1", false],
  ])("takes %s as a TOOI address: %s", (tooiUri, isValid) => {
    expect(newOrganisationSchema.safeParse({ name: "X", tooiUri }).success).toBe(isValid);
  });
});
