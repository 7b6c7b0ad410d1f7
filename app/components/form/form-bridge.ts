import { useRef, useState, type RefObject } from "react";
import type * as z from "zod";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { Codes, FormChecker } from "./form-checker.ts";

/** A schema, or better a way to fetch it: zod then stays out of the page until somebody fills in the form. */
export type FormSchema = z.ZodType | (() => Promise<z.ZodType>);

/**
 * The errors of a form: those of the server first, those of the schema in the browser once somebody is filling it in.
 * Until the schema has arrived nothing is refused here: the server checks all the same.
 */
export function useFormBridge(
  form: RefObject<HTMLFormElement>,
  schema: FormSchema | undefined,
  result: FormResult | undefined,
) {
  const [errors, setErrors] = useState<Codes>(result?.errors ?? {});
  const [shown, setShown] = useState(result);
  const checker = useRef<FormChecker | null>(null);
  if (result !== shown) {
    setShown(result);
    setErrors(result?.errors ?? {});
  }

  async function prepare(): Promise<void> {
    if (!schema || checker.current) return;
    const [loaded, { makeFormChecker }] = await Promise.all([
      typeof schema === "function" ? schema() : schema,
      import("./form-checker.ts"),
    ]);
    checker.current ??= makeFormChecker(loaded, form);
  }

  return {
    prepare,
    errors,
    isValid: (pressed: HTMLElement | null) => checker.current?.isValid(pressed) ?? true,
    showErrors: async () => {
      if (checker.current) setErrors(await checker.current.allErrors());
    },
    /** Checks one field again while it is being mended. */
    recheck: async (name: string) => {
      if (!checker.current || Object.keys(errors).length === 0) return;
      const own = await checker.current.errorsAt(name);
      setErrors((all) => ({ ...withoutField(all, name), ...own }));
    },
  };
}

/** The first error at a field, or inside it when it is a list. */
export function errorAt(errors: Codes, name: string): string | undefined {
  const place = Object.keys(errors).find((at) => isAt(at, name));
  return place === undefined ? undefined : errors[place]?.[0];
}

function withoutField(errors: Codes, name: string): Codes {
  return Object.fromEntries(Object.entries(errors).filter(([at]) => !isAt(at, name)));
}

function isAt(place: string, name: string): boolean {
  return place === name || place.startsWith(`${name}.`);
}
