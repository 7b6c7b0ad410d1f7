import type { Language } from "#app/domain/local-text.ts";
import {
  citizenChoices,
  citizenQuestions,
  mostWords,
  type CitizenQuestion,
  type QuestionnaireMoment,
} from "#app/domain/questionnaire.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { FormResult } from "#app/schemas/form-result.ts";

type CitizenFormProps = {
  language: Language;
  moment: QuestionnaireMoment;
  result: FormResult | null;
};

/** Five questions on one page, as plain HTML. */
export function CitizenForm({ language, moment, result }: CitizenFormProps) {
  const t = getTexts(language, "questionnaires");
  const mistake = result && mistakeIn(result);
  const words = result?.values.words;
  return (
    <>
      <p>{t(`public.lead.${moment}`)}</p>
      <p>{t("public.about")}</p>
      {mistake ? (
        <div className="error" role="alert">
          <h2>{t("public.errorTitle")}</h2>
          <p>
            {mistake === "later" ? (
              t("public.error.later")
            ) : (
              <a href={mistake === "empty" ? "#heard-yes" : "#own-words"}>
                {t(`public.error.${mistake}`)}
              </a>
            )}
          </p>
        </div>
      ) : null}
      <form method="post" acceptCharset="utf-8">
        <p>{t("public.skipHint")}</p>
        {citizenQuestions.map((question) => (
          <Question
            key={question}
            {...{ language, question }}
            words={
              question === "helped" && moment === "after_review"
                ? t("public.helpedLater")
                : t(`public.question.${question}`)
            }
            chosen={result?.values[question]}
          />
        ))}
        <div className="part">
          <label className="question" htmlFor="own-words">
            {t("public.words")}
          </label>
          <p className="hint" id="own-words-hint">
            {t("public.wordsHint")}
          </p>
          {mistake === "bsn" || mistake === "long" ? (
            <p className="mistake" id="own-words-mistake">
              {t(`public.error.${mistake}`)}
            </p>
          ) : null}
          <textarea
            id="own-words"
            name="words"
            rows={5}
            maxLength={mostWords}
            autoComplete="off"
            aria-describedby={
              mistake === "bsn" || mistake === "long"
                ? "own-words-hint own-words-mistake"
                : "own-words-hint"
            }
            aria-invalid={mistake === "bsn" || mistake === "long" ? true : undefined}
            defaultValue={typeof words === "string" ? words : ""}
          />
        </div>
        <p>{t("public.once")}</p>
        <button type="submit">{t("public.send")}</button>
      </form>
    </>
  );
}

type QuestionProps = {
  language: Language;
  question: CitizenQuestion;
  words: string;
  chosen: string | string[] | undefined;
};

function Question({ language, question, words, chosen }: QuestionProps) {
  const t = getTexts(language, "questionnaires");
  return (
    <fieldset className="part">
      <legend>{words}</legend>
      {([...citizenChoices, "skip"] as const).map((choice) => (
        <div className="choice" key={choice}>
          <input
            type="radio"
            name={question}
            id={`${question}-${choice}`}
            value={choice}
            defaultChecked={chosen === choice}
          />
          <label htmlFor={`${question}-${choice}`}>{t(`public.choice.${choice}`)}</label>
        </div>
      ))}
    </fieldset>
  );
}

type Mistake = "bsn" | "long" | "empty" | "later";

/** The first thing to mend; what nobody can mend now is for later. */
function mistakeIn({ errors }: FormResult): Mistake | null {
  const codes = Object.values(errors).flat();
  if (codes.length === 0) return null;
  if (codes.includes("bsn")) return "bsn";
  if (codes.some((code) => code.startsWith("too_long"))) return "long";
  return codes.includes("questionnaire_empty") ? "empty" : "later";
}
