/** The compare screen: a case, when there is one, beside these precedents. */
export function comparingAddress(caseId: string | null, precedentIds: readonly string[]): string {
  const asked = new URLSearchParams(caseId === null ? [] : [["casus", caseId]]);
  for (const id of precedentIds) asked.append("met", id);
  return `/precedenten/vergelijken?${asked.toString()}`;
}
