import { data, redirect } from "@remix-run/node";
import type { Flash, FlashKind } from "#app/schemas/shell.ts";
import { cookie, readCookie } from "./cookies.server.ts";

/** Not there, or not yours: outsiders cannot tell which. */
export function notFound(): never {
  throw data({ code: "not_found" }, 404);
}

export function forbidden(code = "forbidden"): never {
  throw data({ code }, 403);
}

export function badRequest(code = "bad_request"): never {
  throw data({ code }, 400);
}

export function conflict(code = "conflict"): never {
  throw data({ code }, 409);
}

/** A redirect as `useActionData` knows it: nothing arrives in the page. */
export type Redirect = ReturnType<typeof redirectWithFlash>;

/** After a change: to the page that shows it, with one message there. */
export function redirectWithFlash(location: string, code: string, kind: FlashKind = "ok") {
  return redirect(location, {
    status: 303,
    headers: { "Set-Cookie": cookie("flash", `${kind}.${code}`, 60) },
  });
}

export function readFlash(request: Request): Flash | null {
  const match = /^(ok|warning|error)\.([a-z0-9._-]{1,60})$/.exec(
    readCookie(request, "flash") ?? "",
  );
  if (!match) return null;
  const [, kind, code] = match;
  return kind && code ? { kind: kind as FlashKind, code } : null;
}

/** A path of this site to go back to, or `/` when the text is anything else. */
export function localPath(text: string | null | undefined): string {
  if (!text || !/^\/(?![/\\])[^\\\s]*$/.test(text) || /%2f%2f|%5c/i.test(text)) return "/";
  return text;
}
