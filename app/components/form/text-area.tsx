import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import { asText, useField } from "./form-context.ts";

type TextAreaProps = FieldProps & {
  rows?: number;
  /** Most characters the schema takes; counted on screen when it comes near. */
  max?: number;
  autoComplete?: string;
};

/** Text of some lines that grows with what is typed. */
export function TextArea(props: TextAreaProps) {
  const { name, label, description, optional, hideLabel, rows = 4, max, autoComplete } = props;
  const { id, error, value, describedBy } = useField(name, description);
  const text = asText(value);
  const [length, setLength] = useState(text.length);
  return (
    <FieldFrame {...{ id, label, description, optional, hideLabel, error }}>
      <textarea
        name={name}
        className={`utrecht-textarea utrecht-textarea--html-textarea mw-input mw-input--full mw-textarea${error ? " utrecht-textarea--invalid" : ""}`}
        id={id}
        rows={rows}
        autoComplete={autoComplete}
        defaultValue={text}
        onInput={max ? (event) => setLength(event.currentTarget.value.length) : undefined}
        aria-required={optional ? undefined : true}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
      />
      {max ? <CharacterCount length={length} max={max} /> : null}
    </FieldFrame>
  );
}

function CharacterCount({ length, max }: { length: number; max: number }) {
  const { t } = useTranslation();
  const left = max - length;
  const near = left < max * 0.1;
  return (
    <p className={left < 0 ? "mw-count mw-count--over" : "mw-count"} aria-live="polite">
      {near && left >= 0 ? t("charactersLeft", { count: left }) : null}
      {left < 0 ? t("charactersOver", { count: -left }) : null}
    </p>
  );
}
