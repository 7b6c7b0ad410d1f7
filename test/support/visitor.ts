import { openLogin } from "../../app/server/logins.server.ts";

export type Visitor = {
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  post: (path: string, fields: Record<string, string> | FormData) => Promise<Response>;
  cookie: string;
};

/** Someone who is signed in (or nobody), asking for pages as a browser without JavaScript would. */
export async function visitor(origin: string, personId: string | null): Promise<Visitor> {
  const opened = personId === null ? "" : await openLogin(personId);
  return withCookie(origin, opened.split(";")[0] ?? "");
}

/** The browser that has this cookie of a login, at this address. */
export function withCookie(origin: string, cookie: string): Visitor {
  const headers: Record<string, string> = cookie ? { Cookie: cookie } : {};
  return {
    cookie,
    get: (path, more = {}) =>
      fetch(origin + path, { redirect: "manual", headers: { ...headers, ...more } }),
    post: (path, fields) =>
      fetch(origin + path, {
        method: "POST",
        redirect: "manual",
        headers: { ...headers, Origin: origin },
        body: fields instanceof FormData ? fields : new URLSearchParams(fields),
      }),
  };
}
