import { useTranslation } from "#app/i18n/use-translation.ts";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import { asText, useField } from "./form-context.ts";

export type Choice = { value: string; label: string; description?: string };

type SelectFieldProps = FieldProps & {
  options: readonly Choice[];
  /** Words of the empty choice on top; `false` leaves it out. */
  empty?: string | false;
  autoComplete?: string;
  width?: "medium" | "full";
};

export function SelectField(props: SelectFieldProps) {
  const { name, label, description, optional, hideLabel, options, empty, width = "full" } = props;
  const { t } = useTranslation();
  const { id, error, value, describedBy } = useField(name, description);
  return (
    <FieldFrame {...{ id, label, description, optional, hideLabel, error }}>
      <select
        name={name}
        className={`utrecht-select utrecht-select--html-select mw-input mw-input--${width}${error ? " utrecht-select--invalid" : ""}`}
        id={id}
        autoComplete={props.autoComplete}
        defaultValue={asText(value)}
        aria-required={optional ? undefined : true}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
      >
        {empty === false ? null : <option value="">{empty ?? t("choose")}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
