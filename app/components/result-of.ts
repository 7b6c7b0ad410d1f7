import type { FormResult } from "#app/schemas/form-result.ts";

/** What the action gave back, for the one form of several on a page that was sent. */
export function resultOf(given: unknown, intent: string): FormResult | undefined {
  if (typeof given !== "object" || given === null || !("values" in given)) return undefined;
  const result = given as FormResult;
  return result.values.intent === intent ? result : undefined;
}
