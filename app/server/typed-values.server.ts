import type { FormResult } from "#app/schemas/form-result.ts";

export type TypedValues = FormResult["values"];

// By a name that is the same everywhere: the built application has its own copy of this module.
const key = Symbol.for("maatwerkplaats.typed-values");

/** Remembers with the request what was typed, for a page that has to stand in for the form. */
export function noteTypedValues(request: Request, values: TypedValues): void {
  Reflect.set(request, key, values);
}

export function typedValuesOf(request: Request): TypedValues | undefined {
  return Reflect.get(request, key) as TypedValues | undefined;
}
