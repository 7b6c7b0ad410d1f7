import { useMemo, useRef, type RefObject } from "react";
import { get, set, useForm, type FieldErrors, type Resolver } from "react-hook-form";
import type * as z from "zod";
import type { FormResult } from "#app/schemas/form-result.ts";
import { formValues } from "#app/schemas/form-values.ts";
import { fieldErrors } from "#app/schemas/zod-errors.ts";

/** Name under which errors of the form as a whole are kept. */
export const wholeForm = "_form";

/**
 * Joins react-hook-form and zod over the form as it will be posted: the schema sees the same fields in the browser
 * as in the action. Errors of the server are shown until the field is valid.
 */
export function useFormBridge(
  form: RefObject<HTMLFormElement>,
  schema: z.ZodType | undefined,
  result: FormResult | undefined,
) {
  const submitter = useRef<HTMLElement | null>(null);
  const serverErrors = useMemo(() => toFieldErrors(result?.errors ?? {}), [result]);

  function check(): Record<string, string[]> {
    if (!schema || !form.current) return {};
    const parsed = schema.safeParse(formValues(new FormData(form.current, submitter.current)));
    return parsed.success ? {} : fieldErrors(parsed.error);
  }

  const resolver: Resolver = () => {
    const errors = toFieldErrors(check());
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: {}, errors: {} };
  };
  const { register, handleSubmit, formState } = useForm({
    errors: serverErrors,
    resolver,
    shouldFocusError: false,
  });
  const errors = formState.errors;

  function isValid(pressed: HTMLElement | null): boolean {
    submitter.current = pressed;
    return Object.keys(check()).length === 0;
  }
  return {
    register,
    isValid,
    showErrors: (then: () => void) => handleSubmit(then, then)(),
    errorOf: (name: string) => messageOf(get(errors, name)),
    errors: flatErrors(errors),
  };
}

function toFieldErrors(codes: Record<string, string[]>): FieldErrors {
  const errors: FieldErrors = {};
  for (const [name, [message]] of Object.entries(codes)) {
    set(errors, name === "" ? wholeForm : name, { type: "custom", message });
  }
  return errors;
}

function messageOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("message" in error)) return undefined;
  return typeof error.message === "string" ? error.message : undefined;
}

function flatErrors(errors: object, prefix = ""): { name: string; code: string }[] {
  return Object.entries(errors).flatMap(([key, error]: [string, unknown]) => {
    const code = messageOf(error);
    if (code !== undefined) return [{ name: prefix + key, code }];
    return typeof error === "object" && error !== null && key !== "ref"
      ? flatErrors(error, `${prefix}${key}.`)
      : [];
  });
}
