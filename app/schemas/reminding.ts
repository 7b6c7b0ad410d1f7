/** What the facilitator knows of reminding: never who it was. */
export type Reminding = {
  /** People who still have to score. */
  missing: number;
  /** Those of them who were not reminded shortly before. */
  remindable: number;
  /** When the page was made. */
  now: number;
  /** The last reminder; `by` null: the product itself. */
  last: { at: number; by: string | null; people: number } | null;
};
