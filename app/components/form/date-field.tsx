import { isoDay } from "#app/i18n/format.ts";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import { asText, useField } from "./form-context.ts";

type DateFieldProps = FieldProps & {
  autoComplete?: string;
  /** `2026-03-31` */
  min?: string;
  max?: string;
  /** A moment of the day as well, in Dutch time. */
  withTime?: boolean;
};

/** A day (a number in the values is UTC milliseconds), or a day and time as `2026-03-31T14:00`. */
export function DateField(props: DateFieldProps) {
  const { name, label, description, optional, hideLabel, withTime, ...inputProps } = props;
  const { id, error, value, describedBy } = useField(name, description);
  return (
    <FieldFrame {...{ id, label, description, optional, hideLabel, error }}>
      <input
        {...inputProps}
        name={name}
        className={`utrecht-textbox utrecht-textbox--html-input mw-input mw-input--medium${error ? " utrecht-textbox--invalid" : ""}`}
        id={id}
        type={withTime ? "datetime-local" : "date"}
        defaultValue={typeof value === "number" ? isoDay(value) : asText(value)}
        aria-required={optional ? undefined : true}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
      />
    </FieldFrame>
  );
}
