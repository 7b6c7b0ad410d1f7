/** The perspectives a circumstance can belong to. */
export const factPerspectives = ["legal", "financial", "societal"] as const;
