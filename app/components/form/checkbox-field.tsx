import { Description, ErrorMessage, type FieldProps } from "./field-frame.tsx";
import { asText, useField } from "./form-context.ts";

type CheckboxFieldProps = Omit<FieldProps, "hideLabel" | "optional"> & {
  /** What is posted when ticked. */
  value?: string;
  /** The box must be ticked. */
  required?: boolean;
};

/** One box to tick; not posted at all when empty. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { name, label, description, value = "yes", required } = props;
  const field = useField(name, description);
  const { id, error, describedBy } = field;
  return (
    <div className={error ? "mw-field mw-field--invalid" : "mw-field"}>
      <ErrorMessage id={id}>{error}</ErrorMessage>
      <div className="mw-choice">
        <input
          name={name}
          className="utrecht-checkbox utrecht-checkbox--html-input mw-choice__input"
          id={id}
          type="checkbox"
          value={value}
          defaultChecked={field.value === true || asText(field.value) === value}
          aria-required={required ? true : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
        />
        <label className="mw-choice__label" htmlFor={id}>
          {label}
        </label>
        <div className="mw-choice__description">
          <Description id={id}>{description}</Description>
        </div>
      </div>
    </div>
  );
}
