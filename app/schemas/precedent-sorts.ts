import { precedentStatuses } from "#app/domain/precedent-rules.ts";

/** Fewest differences first needs a case to compare with; the best match first needs words. */
export const precedentSorts = ["relevance", "differences", "date"] as const;

/** A valid precedent whose term is past is asked for apart: it no longer counts. */
export const precedentStandings = [...precedentStatuses, "expired"] as const;
