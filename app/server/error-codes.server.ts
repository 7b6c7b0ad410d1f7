/** HTTP status of a rule that says no. What is not listed is input that can be mended: 422. */
const statusByCode: Record<string, number> = {
  not_found: 404,
  forbidden: 403,
  stale_version: 409,
  phase_not_allowed: 409,
  status_move_not_allowed: 409,
  already_done: 409,
  rating_closed: 409,
  is_ready: 409,
  not_ready: 409,
  weights_fixed: 409,
  panel_fixed: 409,
  has_ratings: 409,
  reads_along: 409,
  not_revealed: 409,
  item_started: 409,
  not_leading: 403,
  not_a_member: 403,
  is_submitter: 403,
  conflict_of_interest: 403,
  wrong_perspective: 403,
  too_many_attempts: 429,
  link_not_usable: 404,
  person_shared: 403,
  own_account: 409,
  own_administrator: 409,
  last_administrator: 409,
  person_inactive: 409,
  question_set_fixed: 409,
  question_set_used: 409,
  fact_fixed: 409,
};

export function statusOfError(code: string): number {
  return statusByCode[code] ?? 422;
}
