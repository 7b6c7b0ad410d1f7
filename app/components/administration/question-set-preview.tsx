import { Card } from "#app/components/card.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import { textIn, type Language, type LocalText } from "#app/domain/local-text.ts";
import type {
  CriterionTemplate,
  GateTemplate,
  PerspectiveTemplate,
  QuestionSetContent,
} from "#app/domain/question-set.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type PreviewProps = { content: QuestionSetContent; language: Language };

/** A question set as an assessor reads it, in the language asked for. */
export function QuestionSetPreview({ content, language }: PreviewProps) {
  return (
    <>
      {content.perspectives.map((perspective) => (
        <PerspectivePreview
          key={perspective.key}
          perspective={perspective}
          scale={content.scale}
          language={language}
        />
      ))}
      <CaseQuestions content={content} language={language} />
    </>
  );
}

type PerspectiveProps = {
  perspective: PerspectiveTemplate;
  scale: LocalText[];
  language: Language;
};

function PerspectivePreview({ perspective, scale, language }: PerspectiveProps) {
  const { t } = useTranslation("administration");
  const format = useFormat();
  const { name, leadingQuestion, weight, passMark, gates, criteria } = perspective;
  return (
    <Card
      title={<span lang={language}>{textIn(name, language)}</span>}
      aside={
        <span className="mw-soft">
          {t("questionSet.weight", { percent: format.percent(weight) })},{" "}
          {t("questionSet.passMark", { mark: format.decimal(passMark) })}
        </span>
      }
    >
      <p className="mw-leading-question" lang={language}>
        {textIn(leadingQuestion, language)}
      </p>
      {gates.length > 0 ? (
        <section>
          <h3 className="nl-heading nl-heading--level-4">{t("questionSet.gates")}</h3>
          <p className="mw-soft">{t("questionSet.gatesText")}</p>
          <ol className="mw-questions">
            {gates.map((gate) => (
              <li key={gate.key}>
                <Question item={gate} language={language} />
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <section>
        <h3 className="nl-heading nl-heading--level-4">{t("questionSet.criteria")}</h3>
        <ol className="mw-questions">
          {criteria.map((criterion) => (
            <li key={criterion.key}>
              <CriterionPreview criterion={criterion} scale={scale} language={language} />
            </li>
          ))}
        </ol>
      </section>
    </Card>
  );
}

type QuestionProps = { item: GateTemplate; language: Language };

function Question({ item, language }: QuestionProps) {
  const { t } = useTranslation("administration");
  return (
    <>
      <p lang={language}>
        <strong>
          {item.key}. {textIn(item.question, language)}
        </strong>
      </p>
      <p lang={language}>{textIn(item.meaning, language)}</p>
      {item.source ? (
        <p className="mw-soft">
          {t("questionSet.source")}: <span lang="nl">{item.source}</span>
        </p>
      ) : null}
    </>
  );
}

type CriterionProps = { criterion: CriterionTemplate; scale: LocalText[]; language: Language };

function CriterionPreview({ criterion, scale, language }: CriterionProps) {
  const { t } = useTranslation("administration");
  const format = useFormat();
  return (
    <>
      <Question item={criterion} language={language} />
      <p className="mw-soft">
        {t("questionSet.weight", { percent: format.percent(criterion.weight) })}
        {criterion.mayNotApply ? `. ${t("questionSet.mayNotApply")}` : null}
      </p>
      <Disclosure summary={t("questionSet.anchors")}>
        <ol className="mw-anchors" lang={language}>
          {criterion.anchors.map((anchor, place) => (
            <li key={place}>
              <strong>{textIn(scale[place] ?? anchor, language)}.</strong>{" "}
              {textIn(anchor, language)}
            </li>
          ))}
        </ol>
      </Disclosure>
    </>
  );
}

function CaseQuestions({ content, language }: PreviewProps) {
  const { t } = useTranslation("administration");
  return (
    <>
      <Card title={t("questionSet.caseQuestions")}>
        <p className="mw-soft">{t("questionSet.caseQuestionsText")}</p>
        <ul className="mw-questions" lang={language}>
          {content.caseQuestions.map(({ key, question, meaning }) => (
            <li key={key}>
              <p>
                <strong>{textIn(question, language)}</strong>
              </p>
              <p>{textIn(meaning, language)}</p>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("questionSet.levels")}>
        <ol className="mw-anchors" start={0} lang={language}>
          {content.levels.map((level) => (
            <li key={level.nl}>{textIn(level, language)}</li>
          ))}
        </ol>
      </Card>
    </>
  );
}
