import type { Right } from "#app/domain/rights.ts";

/** The main parts of the product, with the right that opens each. */
export const mainPages = [
  { key: "home", to: "/", right: "home.read" },
  { key: "cases", to: "/casussen", right: "case.read" },
  { key: "sessions", to: "/zittingen", right: "session.read" },
  { key: "precedents", to: "/precedenten", right: "precedent.read" },
  { key: "signals", to: "/signalen", right: "signal.read", also: /^\/(regels|reflecties)(\/|$)/ },
  { key: "figures", to: "/verantwoording", right: "figures.read" },
  { key: "audit", to: "/audit", right: "audit.read" },
  { key: "administration", to: "/beheer", right: "administration.open" },
] as const satisfies readonly { key: string; to: string; right: Right; also?: RegExp }[];

/** Whether an address belongs to this part: under its own, or one of those it also has. */
export function isIn({ to, ...page }: (typeof mainPages)[number], pathname: string): boolean {
  if (pathname === to || (to !== "/" && pathname.startsWith(`${to}/`))) return true;
  return "also" in page && page.also.test(pathname);
}
