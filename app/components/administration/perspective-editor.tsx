import { Columns } from "#app/components/columns.tsx";
import { HiddenField, TextField } from "#app/components/form/index.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PerspectiveForm } from "#app/schemas/question-set-form.ts";
import { most } from "#app/schemas/question-set-limits.ts";
import { ArrangeButton } from "./arrange-button.tsx";
import { BothLanguages } from "./both-languages.tsx";
import { CriterionEditor, GateEditor } from "./question-editors.tsx";
import { EditorSection } from "./editor-section.tsx";
import { RowButtons } from "./row-buttons.tsx";
import { useWeightText, WeightSum } from "./weight-sum.tsx";

type PerspectiveEditorProps = {
  perspective: PerspectiveForm;
  place: number;
  isLast: boolean;
  isTouched: boolean;
  errors: Record<string, string[]>;
};

/** One perspective: closed until somebody wants to work on it. */
export function PerspectiveEditor(props: PerspectiveEditorProps) {
  const { perspective, place, isLast, isTouched, errors } = props;
  const { t, language } = useTranslation("administration");
  const { t: texts } = useTranslation("question-sets");
  const weightText = useWeightText();
  const path = `perspectives.${place}`;
  const words = perspective.name[language] || perspective.name.nl;
  const number = place + 1;
  const name = words || t("editor.perspective", { number });
  const hasError = Object.keys(errors).some((field) => field.startsWith(`${path}.`));
  return (
    <EditorSection
      path={path}
      title={
        words
          ? t("editor.perspectiveNamed", { number, name: words })
          : t("editor.perspective", { number })
      }
      facts={texts("editor.perspectiveFacts", {
        weight: weightText(perspective.weight),
        gates: perspective.gates.length,
        count: perspective.criteria.length,
      })}
      open={isTouched || hasError || words === ""}
    >
      <PerspectiveFields perspective={perspective} path={path} />
      <Gates {...{ perspective, path, name, errors }} />
      <Criteria {...{ perspective, path, name, errors }} />
      <RowButtons list="perspectives" place={place} isLast={isLast} name={name} named />
    </EditorSection>
  );
}

function PerspectiveFields({ perspective, path }: { perspective: PerspectiveForm; path: string }) {
  const { t } = useTranslation("administration");
  return (
    <>
      <HiddenField name={`${path}.key`} value={perspective.key} />
      <BothLanguages name={`${path}.name`} label={t("editor.perspectiveName")} />
      <BothLanguages
        name={`${path}.leadingQuestion`}
        label={t("editor.leadingQuestion")}
        optional
      />
      <Columns layout="2">
        <TextField
          name={`${path}.weight`}
          label={t("editor.weight")}
          description={t("editor.perspectiveWeightHint")}
          inputMode="decimal"
          autoComplete="off"
          width="short"
        />
        <TextField
          name={`${path}.passMark`}
          label={t("editor.passMark")}
          description={t("editor.passMarkHint")}
          inputMode="decimal"
          autoComplete="off"
          width="short"
        />
      </Columns>
    </>
  );
}

type RowsProps = {
  perspective: PerspectiveForm;
  path: string;
  name: string;
  errors: Record<string, string[]>;
};

function Gates({ perspective: { gates }, path, name, errors }: RowsProps) {
  const { t } = useTranslation("administration");
  return (
    <section className="mw-stack">
      <h3 className="nl-heading nl-heading--level-4">{t("questionSet.gates")}</h3>
      <p className="mw-soft">{t("questionSet.gatesText")}</p>
      {gates.map((gate, place) => (
        <GateEditor
          key={gate.key}
          gate={gate}
          list={`${path}.gates`}
          place={place}
          isLast={place === gates.length - 1}
          errors={errors}
        />
      ))}
      {gates.length < most.gates ? (
        <div>
          <ArrangeButton command={`add:${path}.gates`} goTo={`${path}.gates.${gates.length}`}>
            {t("editor.addGate", { name })}
          </ArrangeButton>
        </div>
      ) : null}
    </section>
  );
}

function Criteria({ perspective: { criteria }, path, name, errors }: RowsProps) {
  const { t } = useTranslation("administration");
  const list = `${path}.criteria`;
  return (
    <section className="mw-stack">
      <h3 className="nl-heading nl-heading--level-4">{t("questionSet.criteria")}</h3>
      <p className="mw-soft">{t("editor.criterionWeightHint")}</p>
      <WeightSum list={list} rows={criteria} />
      {criteria.map((criterion, place) => (
        <CriterionEditor
          key={criterion.key}
          criterion={criterion}
          list={list}
          place={place}
          isLast={place === criteria.length - 1}
          errors={errors}
        />
      ))}
      <div className="utrecht-button-group">
        {criteria.length < most.criteria ? (
          <ArrangeButton command={`add:${list}`} goTo={`${list}.${criteria.length}`}>
            {t("editor.addCriterion", { name })}
          </ArrangeButton>
        ) : null}
        <ArrangeButton
          command={`equal:${list}`}
          goTo={path}
          label={`${t("editor.equalCriteria")}: ${name}`}
        >
          {t("editor.equalCriteria")}
        </ArrangeButton>
      </div>
    </section>
  );
}
