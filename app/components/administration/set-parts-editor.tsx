import { HiddenField } from "#app/components/form/index.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CaseQuestionForm, QuestionSetForm } from "#app/schemas/question-set-form.ts";
import { most } from "#app/schemas/question-set-limits.ts";
import { ArrangeButton } from "./arrange-button.tsx";
import { BothLanguages } from "./both-languages.tsx";
import { EditorSection } from "./editor-section.tsx";
import { RowButtons } from "./row-buttons.tsx";

type PartProps = { form: QuestionSetForm; errors: Record<string, string[]>; touched: string };

/** What belongs to the set as a whole, beside the perspectives. */
export function SetPartsEditor(props: PartProps) {
  return (
    <>
      <ScaleEditor {...props} />
      <LevelsEditor {...props} />
      <CaseQuestionsEditor {...props} />
    </>
  );
}

/** Open where something was just arranged, or must be mended. */
function isOpen({ errors, touched }: Omit<PartProps, "form">, list: string): boolean {
  return touched.includes(`:${list}`) || Object.keys(errors).some((name) => name.startsWith(list));
}

function ScaleEditor({ form, ...state }: PartProps) {
  const { t, language } = useTranslation("question-sets");
  const words = form.scale.map((word) => word[language] || word.nl);
  return (
    <EditorSection
      path="scale"
      title={t("editor.scale")}
      facts={words.filter(Boolean).join(", ")}
      open={isOpen(state, "scale")}
    >
      <p className="mw-soft">{t("editor.scaleText")}</p>
      {form.scale.map((_, place) => (
        <BothLanguages
          key={place}
          name={`scale.${place}`}
          label={t("editor.scalePoint", { point: place + 1 })}
        />
      ))}
    </EditorSection>
  );
}

function LevelsEditor({ form, ...state }: PartProps) {
  const { t } = useTranslation("question-sets");
  const { levels } = form;
  return (
    <EditorSection
      path="levels"
      title={t("editor.levels")}
      facts={t("editor.levelCount", { count: levels.length })}
      open={isOpen(state, "levels")}
    >
      <p className="mw-soft">{t("editor.levelsText")}</p>
      {levels.map((level, place) => (
        <div key={`${place} ${level.nl}`} className="mw-editor-row">
          <BothLanguages name={`levels.${place}`} label={t("editor.level", { level: place })} />
          <RowButtons
            list="levels"
            place={place}
            isLast={place === levels.length - 1}
            name={level.nl || t("editor.level", { level: place })}
          />
        </div>
      ))}
      {levels.length < most.levels ? (
        <div>
          <ArrangeButton command="add:levels" goTo="levels">
            {t("editor.addLevel")}
          </ArrangeButton>
        </div>
      ) : null}
    </EditorSection>
  );
}

function CaseQuestionsEditor({ form, ...state }: PartProps) {
  const { t } = useTranslation("question-sets");
  const { caseQuestions } = form;
  return (
    <EditorSection
      path="caseQuestions"
      title={t("editor.caseQuestions")}
      facts={t("editor.caseQuestionCount", { count: caseQuestions.length })}
      open={isOpen(state, "caseQuestions")}
    >
      <p className="mw-soft">{t("editor.caseQuestionsText")}</p>
      {caseQuestions.map((question, place) => (
        <CaseQuestionEditor
          key={question.key}
          question={question}
          place={place}
          isLast={place === caseQuestions.length - 1}
        />
      ))}
      {caseQuestions.length < most.caseQuestions ? (
        <div>
          <ArrangeButton command="add:caseQuestions" goTo={`caseQuestions.${caseQuestions.length}`}>
            {t("editor.addCaseQuestion")}
          </ArrangeButton>
        </div>
      ) : null}
    </EditorSection>
  );
}

type CaseQuestionProps = { question: CaseQuestionForm; place: number; isLast: boolean };

function CaseQuestionEditor({ question, place, isLast }: CaseQuestionProps) {
  const { t } = useTranslation("question-sets");
  const path = `caseQuestions.${place}`;
  const name = t("editor.caseQuestion", { number: place + 1 });
  return (
    <div className="mw-editor-row" id={`place-caseQuestions-${place}`}>
      <h3 className="nl-heading nl-heading--level-4">{name}</h3>
      <HiddenField name={`${path}.key`} value={question.key} />
      <BothLanguages name={`${path}.question`} label={t("editor.question")} long />
      <BothLanguages name={`${path}.meaning`} label={t("editor.meaning")} long optional />
      <RowButtons list="caseQuestions" place={place} isLast={isLast} name={name} />
    </div>
  );
}
