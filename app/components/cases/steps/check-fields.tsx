import { caseSteps } from "#app/domain/case-file.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { stepAddress } from "#app/schemas/case-steps.ts";
import { Alert } from "../../alert.tsx";
import { Fieldset, TextArea } from "../../form/index.ts";
import { TextLink } from "../../text-link.tsx";

type CheckFieldsProps = {
  questions: readonly { key: string; question: string; meaning: string }[];
};

export function CheckFields({ questions }: CheckFieldsProps) {
  const { t } = useTranslation("cases");
  return (
    <Fieldset legend={t("check.questions")}>
      {questions.map(({ key, question, meaning }) => (
        <TextArea
          key={key}
          name={`answers.${key}`}
          label={question}
          description={meaning}
          max={4000}
          optional
        />
      ))}
    </Fieldset>
  );
}

type MissingStepsProps = { caseId: string; savedSteps: readonly string[] };

/** The steps that nobody saved yet, with the way to them. */
export function MissingSteps({ caseId, savedSteps }: MissingStepsProps) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const missing = caseSteps.filter((step) => step !== "check" && !savedSteps.includes(step));
  if (missing.length === 0) return <Alert kind="ok">{t("check.complete")}</Alert>;
  return (
    <Alert kind="info" title={t("check.missing")}>
      <ul>
        {missing.map((step) => (
          <li key={step}>
            <TextLink to={stepAddress(caseId, step)}>
              {t("check.step", { step: terms(`caseStep.${step}`) })}
            </TextLink>
          </li>
        ))}
      </ul>
      <p className="nl-paragraph">{t("check.missingHint")}</p>
    </Alert>
  );
}
