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
