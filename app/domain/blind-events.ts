/**
 * Kinds of events that tell how scoring goes: who rated, when, how often, who is ready. A percent sign stands for any
 * text, as in SQL's LIKE.
 */
export const scoringKinds: readonly string[] = [
  "rating%",
  "gate%",
  "argument%",
  "cell%",
  "ready%",
  "scoring%",
  "%.ready%",
  "%.rated%",
  "%.begun%",
  "%-ready%",
  "%unready%",
  "%.rating%",
  "%.gate%",
  "%.progress%",
];

/** Whether an event of this kind tells how someone scored. */
export function isAboutScoring(kind: string): boolean {
  return scoringKinds.some((pattern) => matches(kind, pattern));
}

function matches(kind: string, pattern: string): boolean {
  const part = pattern.replaceAll("%", "");
  return pattern.startsWith("%") ? kind.includes(part) : kind.startsWith(part);
}
