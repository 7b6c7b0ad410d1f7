import { useTranslation } from "#app/i18n/use-translation.ts";
import { Description, ErrorMessage, type FieldProps } from "./field-frame.tsx";
import { asList, asText, useField } from "./form-context.ts";
import type { Choice } from "./select-field.tsx";

type GroupProps = FieldProps & {
  options: readonly Choice[];
  /** Side by side while there is room. */
  inline?: boolean;
};

/** One choice out of some, all in sight. */
export function RadioGroup(props: GroupProps) {
  const field = useField(props.name, props.description);
  return <ChoiceGroup {...props} field={field} kind="radio" chosen={[asText(field.value)]} />;
}

/** Any number of choices; posted as the same name once per ticked box (`listOf` in the schema). */
export function CheckboxGroup(props: GroupProps) {
  const field = useField(props.name, props.description);
  return <ChoiceGroup {...props} field={field} kind="checkbox" chosen={asList(field.value)} />;
}

type ChoiceGroupProps = GroupProps & {
  field: ReturnType<typeof useField>;
  kind: "radio" | "checkbox";
  chosen: string[];
};

function ChoiceGroup(props: ChoiceGroupProps) {
  const { label, description, optional, hideLabel, options, inline, field, kind, chosen } = props;
  const { t } = useTranslation();
  const { id, error, describedBy } = field;
  return (
    <fieldset
      className={`utrecht-form-fieldset utrecht-form-fieldset--html-fieldset mw-field mw-choices${error ? " mw-field--invalid" : ""}`}
      aria-describedby={describedBy}
      role={kind === "radio" ? "radiogroup" : undefined}
      aria-required={kind === "radio" && !optional ? true : undefined}
      aria-invalid={kind === "radio" && error ? true : undefined}
    >
      <legend className={`mw-field__label${hideLabel ? " mw-visually-hidden" : ""}`}>
        {label}
        {optional ? <span className="mw-field__optional"> ({t("optional")})</span> : null}
      </legend>
      <Description id={id}>{description}</Description>
      <ErrorMessage id={id}>{error}</ErrorMessage>
      <div className={inline ? "mw-choices__list mw-choices__list--inline" : "mw-choices__list"}>
        {options.map((option, index) => (
          <ChoiceInput
            key={option.value}
            id={index === 0 ? id : `${id}-${index}`}
            kind={kind}
            option={option}
            checked={chosen.includes(option.value)}
            name={props.name}
          />
        ))}
      </div>
    </fieldset>
  );
}

type ChoiceInputProps = {
  id: string;
  kind: "radio" | "checkbox";
  option: Choice;
  checked: boolean;
  name: string;
};

const classNames = {
  radio: "utrecht-radio-button utrecht-radio-button--html-input",
  checkbox: "utrecht-checkbox utrecht-checkbox--html-input",
};

function ChoiceInput({ id, kind, option, checked, name }: ChoiceInputProps) {
  const about = option.description ? `${id}-about` : undefined;
  return (
    <div className="mw-choice">
      <input
        name={name}
        className={`${classNames[kind]} mw-choice__input`}
        id={id}
        type={kind}
        value={option.value}
        defaultChecked={checked}
        aria-describedby={about}
      />
      <label className="mw-choice__label" htmlFor={id}>
        {option.label}
      </label>
      {about ? (
        <span className="mw-choice__description" id={about}>
          {option.description}
        </span>
      ) : null}
    </div>
  );
}
