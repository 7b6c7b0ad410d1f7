/** HTTP status of a rule that says no. What is not listed is input that can be mended: 422. */
const statusByCode: Record<string, number> = {
  not_found: 404,
  forbidden: 403,
  stale_version: 409,
  phase_not_allowed: 409,
  status_move_not_allowed: 409,
  already_done: 409,
  too_many_attempts: 429,
};

export function statusOfError(code: string): number {
  return statusByCode[code] ?? 422;
}
