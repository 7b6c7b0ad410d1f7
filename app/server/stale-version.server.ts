import { DomainError } from "#app/domain/domain-error.ts";

type Texts = Record<string, string>;

/**
 * For a form whose record was changed by someone else in the meantime: refuses, with both texts of
 * every field that differs.
 */
export function refuseStale({ theirs, yours }: { theirs: Texts; yours: Texts }): never {
  const conflict = Object.entries(yours)
    .map(([field, text]) => ({ field, theirs: theirs[field] ?? "", yours: text }))
    .filter((both) => both.theirs !== both.yours);
  throw new DomainError("stale_version", { conflict });
}
