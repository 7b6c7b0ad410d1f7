import type { RuleTryOut } from "#app/domain/policy-rule.ts";

/** The numbers of a try-out that somebody adopts a rule by: when one of them changed, the page was of yesterday. */
export function numbersSeen({ settled, agrees, differs, replaces }: RuleTryOut): string {
  return [settled, agrees, differs, replaces].join(".");
}
