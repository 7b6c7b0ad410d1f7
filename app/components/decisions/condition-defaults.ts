import { isoDay } from "#app/i18n/format.ts";
import type { DecisionWork } from "#app/schemas/decision-view.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { rowsIn } from "#app/schemas/form-rows.ts";

/** A row nobody filled in yet has an owner and a date to start with, so that it can always be saved. */
export function conditionsToStart(work: DecisionWork): DecisionWork["values"]["conditions"] {
  const { conditions } = work.values;
  if (conditions.length > 0) return conditions;
  return [{ text: "", ownerId: work.defaultOwnerId, dueDate: work.defaultDueDate }];
}

/** The same for a row that was just added to a form given back. */
export function withConditionDefaults<R extends FormResult>(result: R, work: DecisionWork): R {
  const defaults = { ownerId: work.defaultOwnerId, dueDate: isoDay(work.defaultDueDate) };
  const rows = Array.from({ length: rowsIn(result, "conditions") }, (_, row) => row);
  const missing = rows.flatMap((row) =>
    Object.entries(defaults)
      .map(([field, value]) => [`conditions.${row}.${field}`, value] as const)
      .filter(([name]) => result.values[name] === undefined),
  );
  return { ...result, values: { ...result.values, ...Object.fromEntries(missing) } };
}
