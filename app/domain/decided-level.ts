/**
 * The outcome level of a decision that may choose differently per claim: the highest level among the claims, but the
 * top level only when every claim has it. Remitting one debt and pausing another is partial relief. Null without
 * choices.
 *
 * @param levels outcome level of the chosen option per claim, 0 is strict application
 * @param top the highest level of the question set
 */
export function decidedLevel(levels: number[], top: number): number | null {
  const [first] = levels;
  if (first === undefined) return null;
  if (levels.every((level) => level === first)) return first;
  return Math.min(Math.max(...levels), top - 1);
}
