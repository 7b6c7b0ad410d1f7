import type { PrecedentFilters } from "./precedent-search.ts";

/** The same filters as an address of the list; empty when nothing is filtered. */
export function filterAddress(filters: PrecedentFilters): string {
  const params = new URLSearchParams();
  for (const name of [
    "scope",
    "law",
    "event",
    "organisation",
    "status",
    "rule",
    "case",
    "sort",
  ] as const) {
    const value = filters[name];
    if (value) params.set(name, value);
  }
  if (filters.level !== null) params.set("level", String(filters.level));
  for (const name of ["from", "until"] as const) {
    const moment = filters[name];
    if (moment !== null) params.set(name, new Date(moment).toISOString().slice(0, 10));
  }
  for (const id of filters.fact) params.append("fact", id);
  return params.toString();
}
