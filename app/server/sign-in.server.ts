import { and, asc, eq } from "drizzle-orm";
import { redirect } from "@remix-run/node";
import { db, organisations, people, roleAssignments } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { roles, type Role } from "#app/domain/rights.ts";
import { writePreferences } from "#app/i18n/preferences.ts";
import type { SignInInput } from "#app/schemas/sign-in.ts";
import { loginOf } from "./access.server.ts";
import { isSecure, readCookie } from "./cookies.server.ts";
import { localPath, notFound, redirectWithFlash, type Redirect } from "./http.server.ts";
import { findLogin, openLogin, type Opening } from "./logins.server.ts";
import { passwordMatches } from "./passwords.server.ts";
import { isSetUp } from "./set-up.server.ts";
import { settings } from "./settings.server.ts";
import { countAttempt, forgetAttempts } from "./throttle.server.ts";

export type ExamplePerson = {
  id: string;
  name: string;
  roles: Role[];
  perspective: string | null;
};
export type ExampleGroup = { id: string; organisation: string; people: ExamplePerson[] };

/** What the sign-in page needs; people who are signed in, or have nothing to sign in to, go on. */
export async function getSignInPage(request: Request) {
  if (!(await isSetUp())) throw redirect("/instellen", 303);
  const target = localPath(new URL(request.url).searchParams.get("naar"));
  if (await loginOf(request)) throw redirect(target, 303);
  return { target, examples: settings().demo ? await examplePeople() : [] };
}

export type SignIn = {
  email: string;
  password: string;
  address: string;
  request?: Request;
};

type Visit = { request: Request; address: string };

/** Signs in by the form of the sign-in page. */
export function signInBy(input: SignInInput, visit: Visit): Promise<string> {
  return input.intent === "demo"
    ? signInAsExample(input.personId, {
        request: visit.request,
        organisationId: input.organisationId,
      })
    : signIn({ ...input, ...visit });
}

/**
 * Signs in with e-mail and password and gives the Set-Cookie value. The same answer, after the same
 * work, whether the account exists or not.
 */
export async function signIn({ email, password, address, request }: SignIn): Promise<string> {
  const account = email.trim().toLowerCase();
  await countAttempt({ account, address });
  const [person] = await db.read
    .select({ id: people.id, passwordHash: people.passwordHash, active: people.active })
    .from(people)
    .where(eq(people.email, account));
  const matches = await passwordMatches(password, person?.passwordHash ?? null);
  if (!person || !matches || !person.active) throw new DomainError("sign_in_failed");
  const login = await openLogin(person.id, request ? { request } : {});
  await forgetAttempts({ account, address });
  return login;
}

/** Signs in as one of the example people: in demo mode only, elsewhere there is no such thing. */
export async function signInAsExample(personId: string, opening: Opening = {}): Promise<string> {
  if (!settings().demo) notFound();
  const [person] = await db.read
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.active, true)));
  return person ? openLogin(person.id, opening) : notFound();
}

type SignedIn = { target: string; login: string; keepLanguage?: boolean };

/**
 * To the page someone wanted, with the login. On a device where no language was chosen, the
 * language of the account comes along.
 */
export async function signedIn(
  request: Request,
  { target, login, keepLanguage }: SignedIn,
): Promise<Redirect> {
  const response = redirectWithFlash(localPath(target), "signed_in");
  response.headers.append("Set-Cookie", login);
  if (keepLanguage || readCookie(request, "preferences") !== null) return response;
  const [cookie = ""] = login.split(";");
  const found = await findLogin(new Request(request.url, { headers: { Cookie: cookie } }));
  if (found) {
    const { language } = found.person;
    const preferences = writePreferences({ language, theme: "auto" }, isSecure());
    response.headers.append("Set-Cookie", preferences);
  }
  return response;
}

async function examplePeople(): Promise<ExampleGroup[]> {
  const rows = await db.read
    .select({
      organisationId: organisations.id,
      organisation: organisations.name,
      id: people.id,
      name: people.name,
      role: roleAssignments.role,
      perspective: roleAssignments.perspective,
    })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .innerJoin(organisations, eq(organisations.id, roleAssignments.organisationId))
    .where(eq(people.active, true))
    .orderBy(asc(organisations.name), asc(organisations.id), asc(people.name), asc(people.id));
  const groups: ExampleGroup[] = [];
  for (const { organisationId, organisation, id, name, role, perspective } of rows) {
    let group = groups.at(-1);
    if (group?.id !== organisationId) {
      group = { id: organisationId, organisation, people: [] };
      groups.push(group);
    }
    const known = group.people.at(-1);
    if (known?.id === id) known.roles.push(role);
    else group.people.push({ id, name, roles: [role], perspective });
  }
  for (const { people: members } of groups) members.sort((a, b) => placeOf(a) - placeOf(b));
  return groups;
}

/** By role, in the order of the work; within a role by name, as they came. */
function placeOf({ roles: held }: ExamplePerson): number {
  return Math.min(...held.map((role) => roles.indexOf(role)));
}
