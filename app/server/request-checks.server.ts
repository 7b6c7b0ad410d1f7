/** What the express server checks before a request reaches a route. */

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);
const knownMethods = new Set([...safeMethods, "POST"]);

export const bodyLimit = 21 * 1024 * 1024;

/** Nothing but a secret: with `..` in it, written as it is or encoded, an address leads to another page. */
const linkOfCitizen = /^\/vragen\/[\w-]+\/?(?:\?|$)/;

type Headers = Record<string, string | string[] | undefined>;

/**
 * Whether a request that may change something comes from our own pages. Browsers say so in
 * Sec-Fetch-Site; older ones send Origin only.
 */
export function isCrossSite(method: string, headers: Headers, origin: string): boolean {
  if (safeMethods.has(method)) return false;
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin";
  return headers.origin !== origin;
}

/**
 * The page of a citizen asks browsers to name no page they come from, and older ones then say that its form comes from
 * nowhere. Nothing can be forged there: who knows the secret in the address may answer, with or without a cookie.
 */
function isByLink(url: string, headers: Headers): boolean {
  const { origin, "sec-fetch-site": site } = headers;
  const isFromNowhere = site === undefined && (origin === undefined || origin === "null");
  return isFromNowhere && linkOfCitizen.test(url);
}

/** The status that refuses this request, or null when it may go on. */
export function refusedStatus(
  request: { method: string; headers: Headers; url: string },
  origin: string,
): 403 | 404 | 405 | 411 | 413 | null {
  const { method, headers, url } = request;
  // No text of ours holds this character, and PostgreSQL takes none that does.
  if (url.includes("%00")) return 404;
  if (!knownMethods.has(method)) return 405;
  if (isCrossSite(method, headers, origin) && !isByLink(url, headers)) return 403;
  if (headers["transfer-encoding"] !== undefined) return 411;
  const length = Number(headers["content-length"] ?? 0);
  return length > bodyLimit ? 413 : null;
}
