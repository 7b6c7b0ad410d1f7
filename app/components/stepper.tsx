import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { IconCheck } from "./icons.ts";

type StepperProps = {
  label: string;
  steps: readonly {
    key: string;
    label: string;
    state: "done" | "current" | "todo";
    /** A step that can be gone to. */
    to?: string;
  }[];
};

/** The steps of a long form, in order, with where you are. */
export function Stepper({ label, steps }: StepperProps) {
  const { t } = useTranslation();
  return (
    <nav className="mw-stepper" aria-label={label}>
      <ol className="mw-stepper__list">
        {steps.map(({ key, label: words, state, to }, index) => (
          <li key={key} className={`mw-stepper__step mw-stepper__step--${state}`}>
            <span className="mw-stepper__mark" aria-hidden>
              {state === "done" ? <IconCheck size={18} /> : index + 1}
            </span>
            {to && state !== "current" ? (
              <Link className="mw-stepper__link" to={to}>
                {words}
              </Link>
            ) : (
              <span
                className="mw-stepper__link"
                aria-current={state === "current" ? "step" : undefined}
              >
                {words}
              </span>
            )}
            <span className="mw-visually-hidden">({t(`stepState.${state}`)})</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
