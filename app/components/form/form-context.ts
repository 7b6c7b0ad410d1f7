import { createContext, useContext } from "react";
import { useErrorText } from "./use-error-text.ts";

export type FormContextValue = {
  id: string;
  intent: string | undefined;
  busy: boolean;
  errorOf: (name: string) => string | undefined;
  valueOf: (name: string) => unknown;
};

export const FormContext = createContext<FormContextValue | null>(null);

export function useFormContext(): FormContextValue {
  const context = useContext(FormContext);
  if (!context) throw new Error("A field stands outside a Form");
  return context;
}

/** What every kind of field needs: ids, the error in words and the value to start from. */
export function useField(name: string, description?: unknown) {
  const { id, errorOf, valueOf } = useFormContext();
  const code = errorOf(name);
  const errorText = useErrorText();
  const fieldId = fieldIdOf(id, name);
  const describedBy = [description ? `${fieldId}-description` : "", code ? `${fieldId}-error` : ""];
  return {
    id: fieldId,
    error: code ? errorText(code) : undefined,
    value: valueOf(name),
    describedBy: describedBy.filter(Boolean).join(" ") || undefined,
  };
}

export function fieldIdOf(formId: string, name: string): string {
  return `${formId}-${name.replaceAll(".", "-")}`;
}

/** A value from a loader as the text an input starts with. */
export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return asText(value[0]);
  return typeof value === "number" ? String(value) : "";
}

/** A value from a loader as the list of boxes that are ticked. */
export function asList(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(asText);
  const text = asText(value);
  return text === "" ? [] : [text];
}
