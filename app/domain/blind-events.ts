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

/** What a kind begins with, or contains, to be about scoring. */
const beginnings = scoringKinds.filter((kind) => !kind.startsWith("%")).map(withoutSigns);
const parts = scoringKinds.filter((kind) => kind.startsWith("%")).map(withoutSigns);

function withoutSigns(pattern: string): string {
  return pattern.replaceAll("%", "");
}

/** Whether an event of this kind tells how someone scored. */
export function isAboutScoring(kind: string): boolean {
  return (
    beginnings.some((beginning) => kind.startsWith(beginning)) ||
    parts.some((part) => kind.includes(part))
  );
}
