import type { RefObject } from "react";
import { createFormControl, get, set, type FieldErrors, type Resolver } from "react-hook-form";
import type * as z from "zod";
import { formValues } from "#app/schemas/form-values.ts";
import { fieldErrors } from "#app/schemas/zod-errors.ts";

/** Error codes by field name; those of the form as a whole under an empty name. */
export type Codes = Record<string, string[]>;
export type FormChecker = ReturnType<typeof makeFormChecker>;

const wholeForm = "_form";

/**
 * Joins react-hook-form and zod over the form as it will be posted: the schema sees the same fields in the browser as
 * in the action. Fetched with the schema, when somebody starts to fill in the form.
 */
export function makeFormChecker(schema: z.ZodType, form: RefObject<HTMLFormElement>) {
  let submitter: HTMLElement | null = null;

  function codes(): Codes {
    if (!form.current) return {};
    const parsed = schema.safeParse(formValues(new FormData(form.current, submitter)));
    return parsed.success ? {} : fieldErrors(parsed.error);
  }

  const resolver: Resolver = () => ({ values: {}, errors: toFieldErrors(codes()) });
  const { control, trigger } = createFormControl({ resolver });
  return {
    isValid(pressed: HTMLElement | null): boolean {
      submitter = pressed;
      return Object.keys(codes()).length === 0;
    },
    async allErrors(): Promise<Codes> {
      await trigger();
      return flatErrors(control._formState.errors);
    },
    async errorsAt(name: string): Promise<Codes> {
      await trigger(name);
      const found: unknown = get(control._formState.errors, name);
      return typeof found === "object" && found !== null ? flatErrors({ [name]: found }) : {};
    },
  };
}

function toFieldErrors(codes: Codes): FieldErrors {
  const errors: FieldErrors = {};
  for (const [name, [message]] of Object.entries(codes)) {
    set(errors, name === "" ? wholeForm : name, { type: "custom", message });
  }
  return errors;
}

function flatErrors(errors: object, prefix = ""): Codes {
  const codes: Codes = {};
  for (const [key, error] of Object.entries(errors) as [string, unknown][]) {
    if (typeof error !== "object" || error === null || key === "ref") continue;
    const name = prefix + key;
    if ("message" in error && typeof error.message === "string") {
      codes[name === wholeForm ? "" : name] = [error.message];
    } else Object.assign(codes, flatErrors(error, `${name}.`));
  }
  return codes;
}
