import type { ReactNode } from "react";

type FieldsetProps = {
  legend: string;
  description?: ReactNode;
  children: ReactNode;
};

/** Fields that belong together, under a heading of their own. */
export function Fieldset({ legend, description, children }: FieldsetProps) {
  return (
    <fieldset className="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset mw-fieldset">
      <legend className="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend mw-fieldset__legend">
        {legend}
      </legend>
      {description ? <div className="mw-fieldset__description">{description}</div> : null}
      {children}
    </fieldset>
  );
}
