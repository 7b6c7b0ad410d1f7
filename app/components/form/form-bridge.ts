import { useMemo, useRef, type RefObject } from "react";
import { get, set, useForm, type FieldErrors, type Resolver } from "react-hook-form";
import type * as z from "zod";
import type { FormResult } from "#app/schemas/form-result.ts";
import { formValues } from "#app/schemas/form-values.ts";

/** A schema, or better a way to fetch it: zod then stays out of the page until somebody fills in the form. */
export type FormSchema = z.ZodType | (() => Promise<z.ZodType>);

/** Name under which errors of the form as a whole are kept. */
export const wholeForm = "_form";

type Codes = Record<string, string[]>;

/**
 * Joins react-hook-form and zod over the form as it will be posted: the schema sees the same fields in the browser
 * as in the action. Errors of the server are shown until the field is valid.
 */
export function useFormBridge(
  form: RefObject<HTMLFormElement>,
  schema: FormSchema | undefined,
  result: FormResult | undefined,
) {
  const submitter = useRef<HTMLElement | null>(null);
  const check = useRef<((form: FormData) => Codes) | null>(null);
  const serverErrors = useMemo(() => toFieldErrors(result?.errors ?? {}), [result]);

  /** Until the schema is there nothing is refused: the server checks all the same. */
  function codes(): Codes {
    if (!check.current || !form.current) return {};
    return check.current(new FormData(form.current, submitter.current));
  }

  const resolver: Resolver = () => ({ values: {}, errors: toFieldErrors(codes()) });
  const { register, handleSubmit, formState } = useForm({
    errors: serverErrors,
    resolver,
    shouldFocusError: false,
  });
  const { errors } = formState;
  return {
    register,
    errors: flatErrors(errors),
    errorOf: (name: string) => messageOf(get(errors, name)),
    showErrors: handleSubmit(() => undefined),
    prepare: async () => {
      if (schema && !check.current) check.current = await checkerOf(schema);
    },
    isValid: (pressed: HTMLElement | null) => {
      submitter.current = pressed;
      return Object.keys(codes()).length === 0;
    },
  };
}

async function checkerOf(schema: FormSchema): Promise<(form: FormData) => Codes> {
  const [loaded, { fieldErrors }] = await Promise.all([
    typeof schema === "function" ? schema() : schema,
    import("#app/schemas/zod-errors.ts"),
  ]);
  return (form) => {
    const parsed = loaded.safeParse(formValues(form));
    return parsed.success ? {} : fieldErrors(parsed.error);
  };
}

function toFieldErrors(codes: Codes): FieldErrors {
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
