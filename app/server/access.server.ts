import { redirect } from "@remix-run/node";
import type { Actor } from "#db";
import { hasRight, type Right, type Role } from "#app/domain/rights.ts";
import { forbidden } from "./http.server.ts";
import { actorOf, currentLogins, findLogin, type Login } from "./logins.server.ts";
import { isSetUp } from "./set-up.server.ts";

declare const held: unique symbol;

/**
 * Proof that a right was checked: a use case that takes `Access<"case.edit">` cannot be called
 * with less. Which records lie behind the right is for the use case to check.
 */
export type Access<R extends Right = Right> = {
  person: Login["person"];
  organisation: Login["organisation"];
  roles: readonly Role[];
  actor: Actor;
  login: Login;
  readonly [held]: R;
};

declare const allowedTo: unique symbol;

/** A record together with the proof of what may be done with it. */
export type Authorized<T, Act extends string> = T & { readonly [allowedTo]: Act };

/** Marks a record as checked. Call it only where the check itself is made. */
export function authorized<T, Act extends string>(record: T): Authorized<T, Act> {
  return record as Authorized<T, Act>;
}

/** For pages that anyone may see: says so, and does nothing. */
export function publicRoute(): void {}

/** The person behind the request, if that person holds the right in the current organisation. */
export async function requireRight<R extends Right>(
  request: Request,
  right: R,
): Promise<Access<R>> {
  const login = await loginOf(request);
  if (!login) throw redirect(await signInAddress(request), 303);
  if (!hasRight(login.roles, right)) forbidden();
  return accessOf<R>(login);
}

/** Of these people, those whose login goes on and who still hold the right, as it stands now. */
export async function stillAllowed<R extends Right>(
  asked: Access<R>[],
  right: R,
): Promise<Access<R>[]> {
  const logins = await currentLogins(asked.map(({ login }) => login));
  return logins.filter(({ roles }) => hasRight(roles, right)).map((login) => accessOf<R>(login));
}

function accessOf<R extends Right>(login: Login): Access<R> {
  const { person, organisation, roles } = login;
  const access: Omit<Access<R>, typeof held> = {
    person,
    organisation,
    roles,
    actor: actorOf(login),
    login,
  };
  return access as Access<R>;
}

/** Looked up once per request, however many loaders ask. */
const loginByRequest = new WeakMap<Request, Promise<Login | null>>();

export function loginOf(request: Request): Promise<Login | null> {
  const known = loginByRequest.get(request);
  if (known) return known;
  const found = findLogin(request);
  loginByRequest.set(request, found);
  return found;
}

async function signInAddress(request: Request): Promise<string> {
  if (!(await isSetUp())) return "/instellen";
  if (request.method !== "GET") return "/inloggen";
  const { pathname, search } = new URL(request.url);
  if (pathname === "/") return "/inloggen";
  return `/inloggen?naar=${encodeURIComponent(pathname.replace(/\.data$/, "") + search)}`;
}
