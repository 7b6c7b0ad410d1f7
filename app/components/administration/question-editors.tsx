import type { ReactNode } from "react";
import { CheckboxField, Fieldset, HiddenField, TextField } from "#app/components/form/index.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CriterionForm, GateForm } from "#app/schemas/question-set-form.ts";
import { BothLanguages } from "./both-languages.tsx";
import { placeId } from "./editor-places.ts";
import { RowButtons } from "./row-buttons.tsx";
import { useWeightText } from "./weight-sum.tsx";

type RowProps = {
  /** Path of the list the row is in. */
  list: string;
  place: number;
  isLast: boolean;
  errors: Record<string, string[]>;
};

export function GateEditor({ gate, ...row }: RowProps & { gate: GateForm }) {
  const { t } = useTranslation("administration");
  const path = `${row.list}.${row.place}`;
  return (
    <Row {...row} item={gate} title={t("editor.gate", { key: gate.key })}>
      <QuestionFields path={path} />
    </Row>
  );
}

export function CriterionEditor({ criterion, ...row }: RowProps & { criterion: CriterionForm }) {
  const { t } = useTranslation("administration");
  const { t: texts } = useTranslation("question-sets");
  const weight = useWeightText()(criterion.weight);
  const path = `${row.list}.${row.place}`;
  return (
    <Row
      {...row}
      item={criterion}
      title={t("editor.criterion", { key: criterion.key })}
      facts={texts("editor.criterionWeight", { weight })}
    >
      <QuestionFields path={path} />
      <TextField
        name={`${path}.weight`}
        label={t("editor.weight")}
        inputMode="decimal"
        autoComplete="off"
        width="short"
      />
      <CheckboxField name={`${path}.mayNotApply`} label={t("editor.mayNotApply")} />
      <Fieldset legend={t("editor.anchors")}>
        {[1, 2, 3, 4, 5].map((point) => (
          <BothLanguages
            key={point}
            name={`${path}.anchors.${point - 1}`}
            label={t("editor.anchor", { point })}
            long
            optional
          />
        ))}
      </Fieldset>
    </Row>
  );
}

function QuestionFields({ path }: { path: string }) {
  const { t } = useTranslation("administration");
  return (
    <>
      <BothLanguages name={`${path}.question`} label={t("editor.question")} long />
      <BothLanguages name={`${path}.meaning`} label={t("editor.meaning")} long optional />
      <TextField name={`${path}.source`} label={t("editor.source")} autoComplete="off" optional />
    </>
  );
}

type RowFrameProps = RowProps & {
  item: GateForm;
  title: string;
  facts?: string;
  children: ReactNode;
};

/** One question that opens on asking; open by itself when it is new or holds an error. */
function Row({ item, title, facts, list, place, isLast, errors, children }: RowFrameProps) {
  const { t, language } = useTranslation("administration");
  const path = `${list}.${place}`;
  const words = item.question[language] || item.question.nl;
  const hasError = Object.keys(errors).some((name) => name.startsWith(`${path}.`));
  return (
    <details
      className="mw-disclosure"
      id={placeId(path)}
      data-row={item.key}
      open={hasError || words === ""}
    >
      <summary className="mw-disclosure__summary">
        <span>
          <strong>{title}:</strong> {words || t("editor.unnamed")}
        </span>
        {facts ? <span className="mw-soft"> ({facts})</span> : null}
      </summary>
      <div className="mw-disclosure__content">
        <HiddenField name={`${path}.key`} value={item.key} />
        {children}
        <RowButtons list={list} place={place} isLast={isLast} name={item.key} />
      </div>
    </details>
  );
}
