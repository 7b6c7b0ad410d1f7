import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { IconAlertTriangle } from "../icons.ts";

export type FieldProps = {
  /** Name in the form; dotted and numbered for lists: `lines.0.cents`. */
  name: string;
  label: string;
  description?: ReactNode;
  /** Fields must be filled in unless this says otherwise; the label then says "(niet verplicht)". */
  optional?: boolean;
  /** Hides the label from sight where the place makes it clear, such as in a table. */
  hideLabel?: boolean;
};

type FieldFrameProps = Omit<FieldProps, "name"> & {
  id: string;
  error: string | undefined;
  children: ReactNode;
};

/** Label, description and error around one input. */
export function FieldFrame({ id, label, optional, error, hideLabel, ...rest }: FieldFrameProps) {
  const { t } = useTranslation();
  const hidden = hideLabel ? " mw-visually-hidden" : "";
  return (
    <div
      className={`utrecht-form-field mw-field${error ? " utrecht-form-field--invalid mw-field--invalid" : ""}`}
    >
      <label className={`utrecht-form-label mw-field__label${hidden}`} htmlFor={id}>
        {label}
        {optional ? <span className="mw-field__optional"> ({t("optional")})</span> : null}
      </label>
      <Description id={id}>{rest.description}</Description>
      <ErrorMessage id={id}>{error}</ErrorMessage>
      {rest.children}
    </div>
  );
}

export function Description({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div className="utrecht-form-field-description mw-field__description" id={`${id}-description`}>
      {children}
    </div>
  );
}

export function ErrorMessage({ id, children }: { id: string; children: string | undefined }) {
  const { t } = useTranslation("errors");
  if (!children) return null;
  return (
    <p className="utrecht-form-field-error-message mw-field__error" id={`${id}-error`}>
      <IconAlertTriangle aria-hidden size={20} />
      <span>
        <span className="mw-visually-hidden">{t("prefix")} </span>
        {children}
      </span>
    </p>
  );
}
