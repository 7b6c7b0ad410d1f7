import { useTranslation } from "#app/i18n/use-translation.ts";
import { stepAddress } from "#app/schemas/case-steps.ts";
import type { NothingComparable as Why } from "#app/schemas/comparing-page.ts";
import { TextLink } from "../text-link.tsx";

type NothingComparableProps = {
  why: Why;
  /** The case, where its form is not in sight: with links to what is missing. */
  editable?: string | undefined;
};

/** A normal result: why there is nothing, and what to do next. */
export function NothingComparable({ why, editable }: NothingComparableProps) {
  const { t } = useTranslation("comparing");
  const step = why === "no_scope" ? "law" : why === "no_facts" ? "facts" : null;
  return (
    <div className="mw-stack">
      <p>
        <strong>{t(`nothing.${why}.title`)}</strong>
      </p>
      <p>{t(`nothing.${why}.text`)}</p>
      {editable !== undefined && step ? (
        <p>
          <TextLink to={stepAddress(editable, step)}>
            {t(step === "law" ? "nothing.toScope" : "nothing.toFacts")}
          </TextLink>
        </p>
      ) : null}
    </div>
  );
}
