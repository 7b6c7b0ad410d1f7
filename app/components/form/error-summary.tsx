import { useEffect, useRef } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { IconAlertTriangle } from "../icons.ts";
import { fieldIdOf } from "./form-context.ts";
import type { Codes } from "./form-checker.ts";
import type { Labels } from "./labels.ts";
import { useErrorText } from "./use-error-text.ts";

type ErrorSummaryProps = {
  formId: string;
  errors: Codes;
  labels: Labels;
  /** Both change with a refused submit, in the browser or on the server: the heading then takes the focus. */
  attempt: number;
  result: unknown;
};

/** What must be mended, on top of the form, with a link to each field. */
export function ErrorSummary({ formId, errors, labels, attempt, result }: ErrorSummaryProps) {
  const { t } = useTranslation("errors");
  const errorText = useErrorText();
  const heading = useRef<HTMLHeadingElement>(null);
  const answered = useRef<unknown[]>([0, undefined]);
  useEffect(() => {
    const isNew = answered.current[0] !== attempt || answered.current[1] !== result;
    if (!isNew || !heading.current) return;
    answered.current = [attempt, result];
    heading.current.focus();
  });
  const found = Object.entries(errors).map(([name, [code = "invalid"]]) => ({ name, code }));
  if (found.length === 0) return null;
  return (
    <div className="utrecht-alert utrecht-alert--error mw-alert mw-error-summary">
      <IconAlertTriangle className="mw-alert__icon" aria-hidden size={24} />
      <div className="mw-alert__content">
        <h2
          className="nl-heading nl-heading--level-4 mw-alert__title"
          id={`${formId}-errors`}
          ref={heading}
          tabIndex={-1}
        >
          {t("summaryTitle", { count: found.length })}
        </h2>
        <ul className="mw-error-summary__list">
          {found.map(({ name, code }) => (
            <li key={name}>
              {name === "" ? (
                errorText(code)
              ) : (
                <a className="nl-link" href={`#${fieldIdOf(formId, name)}`}>
                  {labels[name] ? `${labels[name]}: ` : ""}
                  {errorText(code)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
