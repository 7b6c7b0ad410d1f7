/** What can be wrong with a row; each has its words under `precedent-imports:problem`. */
export const rowProblems = [
  "required",
  "too_long",
  "too_many",
  "invalid",
  "date",
  "law_reference",
  "unknown_option",
  "unknown_column",
  "unknown_perspective",
  "unknown_scope",
  "unknown_level",
  "unknown_fact",
  "ambiguous_fact",
  "other_side",
  "no_facts",
  "not_among_facts",
  "no_measure",
  "wrong_amount",
  "date_in_future",
  "ends_before_decision",
  "personal_data",
  "double_in_file",
  "other_content",
  "ended",
  "not_a_row",
  "more_cells_than_columns",
] as const;
export type RowProblem = (typeof rowProblems)[number];

/** A code with what it is about: `unknown_fact:weduwe`. */
export function problemIn(code: string): { problem: RowProblem; about: string } {
  const place = code.indexOf(":");
  const bare = place < 0 ? code : code.slice(0, place);
  const problem = rowProblems.find((known) => known === bare) ?? "invalid";
  return { problem, about: place < 0 ? "" : code.slice(place + 1) };
}
