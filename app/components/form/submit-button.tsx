import type { ReactNode } from "react";
import { useFormContext } from "./form-context.ts";

/** Buttons at the end of a form: the main one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="utrecht-button-group mw-form__actions">{children}</div>;
}

type SubmitButtonProps = {
  /** Posted as `intent`; the intent of the form when left out. */
  intent?: string;
  /** Another name and value to post instead of an intent. */
  name?: string;
  value?: string;
  purpose?: "primary" | "secondary" | "subtle";
  /** Marks an act that takes something away. */
  negative?: boolean;
  /** Posts without checking first, such as "remove this line". */
  skipsValidation?: boolean;
  "aria-describedby"?: string;
  children: ReactNode;
};

/** Sends the form; never disabled, and says when it is busy. */
export function SubmitButton(props: SubmitButtonProps) {
  const { purpose = "primary", negative, skipsValidation, intent, children, ...rest } = props;
  const { name, value, ...aria } = rest;
  const form = useFormContext();
  const posted = name ? { name, value } : { name: "intent", value: intent ?? form.intent };
  return (
    <button
      {...aria}
      {...(posted.value === undefined ? {} : posted)}
      className={`nl-button nl-button--${purpose}${negative ? " nl-button--negative" : ""}${form.busy ? " nl-button--busy" : ""}`}
      type="submit"
      formNoValidate={skipsValidation}
      aria-busy={form.busy || undefined}
    >
      {children}
    </button>
  );
}
