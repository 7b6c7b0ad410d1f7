import { precedentFilters, type PrecedentFilters } from "./precedent-search.ts";

const none: PrecedentFilters = precedentFilters.parse({});

/** The filters in an address; what cannot be read there is no filter. */
export function filtersIn(url: string): PrecedentFilters {
  const { searchParams } = new URL(url);
  const filters: Record<string, unknown> = { ...none };
  for (const [name, schema] of Object.entries(precedentFilters.shape)) {
    const given = name === "fact" ? searchParams.getAll(name) : searchParams.get(name);
    if (given === null) continue;
    const read = schema.safeParse(given);
    if (read.success) filters[name] = read.data;
  }
  return filters as PrecedentFilters;
}

/** The same filters as an address of the list; empty when nothing is filtered. */
export function filterAddress(filters: PrecedentFilters): string {
  const params = new URLSearchParams();
  for (const name of ["scope", "law", "event", "organisation", "status", "case", "sort"] as const) {
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
