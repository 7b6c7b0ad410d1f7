import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import { asText, useField } from "./form-context.ts";

export type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "password" | "search" | "tel" | "url";
  autoComplete?: string;
  inputMode?: "text" | "decimal" | "numeric" | "email" | "search";
  /** How wide the input is: it hints at how much is asked. */
  width?: "short" | "medium" | "full";
  spellCheck?: boolean;
  /** Shown before the input, such as a currency. */
  prefix?: string;
  /** Turns the value of the loader into what people type. */
  toText?: (value: unknown) => string;
};

export function TextField(props: TextFieldProps) {
  const { name, label, description, optional, hideLabel, ...rest } = props;
  const { type = "text", width = "full", prefix, toText = asText, ...inputProps } = rest;
  const { id, error, value, describedBy } = useField(name, description);
  const input = (
    <input
      {...inputProps}
      name={name}
      className={`utrecht-textbox utrecht-textbox--html-input mw-input mw-input--${width}${error ? " utrecht-textbox--invalid" : ""}`}
      id={id}
      type={type}
      defaultValue={type === "password" ? undefined : toText(value)}
      aria-required={optional ? undefined : true}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy}
    />
  );
  return (
    <FieldFrame {...{ id, label, description, optional, hideLabel, error }}>
      {prefix ? (
        <span className="mw-input-group">
          <span className="mw-input-group__prefix" aria-hidden>
            {prefix}
          </span>
          {input}
        </span>
      ) : (
        input
      )}
    </FieldFrame>
  );
}
