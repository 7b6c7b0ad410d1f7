/** What looking through the log can find. Every code has its words in the texts. */
export const findingCodes = [
  // An event: as it is now it is not what its leaf, its neighbours or its content say.
  "event_changed",
  "event_missing",
  "event_stray",
  "event_earlier",
  "leaf_hash_changed",
  "content_changed",
  "content_key_missing",
  // The tree.
  "tile_changed",
  "tile_missing",
  "tile_stray",
  // Heads and keys.
  "checkpoint_row_changed",
  "checkpoint_unsigned",
  "checkpoint_root",
  "checkpoint_longer",
  "key_changed",
  "outside_broken",
  "outside_longer",
  "outside_differs",
  "head_missing",
  // Rows of other tables.
  "row_changed",
  "row_missing",
  "row_added",
  "row_back",
  "row_key_missing",
] as const;
export type FindingCode = (typeof findingCodes)[number];

export type LogFinding = {
  code: FindingCode;
  /** Number of the event, and of the last one where there are several. */
  event?: number;
  until?: number;
  column?: string;
  table?: string;
  key?: string;
  /** A file, or a head by its size. */
  which?: string;
};

export type Findings = {
  add: (finding: LogFinding) => void;
  list: LogFinding[];
  /** How many there are of each code, also of those that are not in the list. */
  counts: Partial<Record<FindingCode, number>>;
};

/** So many are named; the rest is counted. */
const mostNamed = 5_000;

export function collectFindings(): Findings {
  const list: LogFinding[] = [];
  const counts: Findings["counts"] = {};
  const add = (finding: LogFinding) => {
    counts[finding.code] = (counts[finding.code] ?? 0) + 1;
    if (list.length < mostNamed) list.push(finding);
  };
  return { add, list, counts };
}

export type FoundBy = Pick<Findings, "list" | "counts">;

export function addAll(to: Findings, { list, counts }: FoundBy): void {
  const named: Findings["counts"] = {};
  for (const finding of list) {
    named[finding.code] = (named[finding.code] ?? 0) + 1;
    to.add(finding);
  }
  for (const [code, count] of Object.entries(counts) as [FindingCode, number][]) {
    to.counts[code] = (to.counts[code] ?? 0) + count - (named[code] ?? 0);
  }
}
