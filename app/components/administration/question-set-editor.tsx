import { useRef } from "react";
import { Alert } from "#app/components/alert.tsx";
import { Card } from "#app/components/card.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  SubmitButton,
  TextField,
} from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import type { QuestionSetProblem } from "#app/domain/question-set-problems.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { nestedValues } from "#app/schemas/form-values.ts";
import { arrangedInside } from "#app/schemas/question-set-arranging.ts";
import { formFrom, type QuestionSetForm } from "#app/schemas/question-set-form.ts";
import { most } from "#app/schemas/question-set-limits.ts";
import { ArrangeButton } from "./arrange-button.tsx";
import { BothLanguages } from "./both-languages.tsx";
import { placeId, usePlaceLabels } from "./editor-places.ts";
import { PerspectiveEditor } from "./perspective-editor.tsx";
import { QuestionSetProblems } from "./question-set-problems.tsx";
import { SetPartsEditor } from "./set-parts-editor.tsx";
import { useOpenRows } from "./use-open-rows.ts";
import { WeightSum } from "./weight-sum.tsx";

const fetchQuestionSetFormSchema = () =>
  import("#app/schemas/question-set.ts").then((module) => module.questionSetFormSchema);

type EditorProps = {
  draft: { id: string; form: QuestionSetForm; problems: QuestionSetProblem[] };
  result: FormResult | undefined;
};

/** The whole of a draft in one form; buttons that arrange rows give it back as it was typed. */
export function QuestionSetEditor({ draft, result }: EditorProps) {
  const { t } = useTranslation("administration");
  const form = result ? formFrom(nestedValues(result.values)) : draft.form;
  const isArranged = result !== undefined && Object.keys(result.errors).length === 0;
  const revision = useRevision(isArranged ? result : undefined);
  const labels = usePlaceLabels(form);
  useOpenRows(revision);
  const touched = isArranged ? String(result.values.arrange) : "";
  return (
    <>
      {isArranged ? (
        <Alert kind="warning" role="status">
          <p>{t("editor.notSavedYet")}</p>
        </Alert>
      ) : (
        <QuestionSetProblems problems={draft.problems} labels={labels} />
      )}
      <Form
        key={revision}
        className="mw-form--wide"
        schema={fetchQuestionSetFormSchema}
        values={draft.form}
        result={result}
        labels={labels}
      >
        {/* First in the form, so that Enter in a field saves and never removes a row. */}
        <Save setId={draft.id} />
        <HiddenField name="version" value={draft.form.version} />
        <General />
        <Perspectives form={form} errors={result?.errors ?? {}} touched={touched} />
        <SetPartsEditor form={form} errors={result?.errors ?? {}} touched={touched} />
        <Save setId={draft.id} />
      </Form>
    </>
  );
}

function General() {
  const { t } = useTranslation("administration");
  return (
    <Card title={t("editor.general")}>
      <div className="mw-stack" id={placeId("general")}>
        <BothLanguages name="name" label={t("editor.name")} />
        <BothLanguages name="description" label={t("editor.description")} long optional />
        <TextField
          name="margin"
          label={t("editor.margin")}
          description={t("editor.marginHint")}
          inputMode="decimal"
          autoComplete="off"
          width="short"
        />
      </div>
    </Card>
  );
}

type PerspectivesProps = {
  form: QuestionSetForm;
  errors: Record<string, string[]>;
  /** The button that arranged the form, if one did. */
  touched: string;
};

function Perspectives({ form: { perspectives }, errors, touched }: PerspectivesProps) {
  const { t } = useTranslation("administration");
  const count = perspectives.length;
  return (
    <>
      <div className="mw-stack" id={placeId("perspectives")}>
        {perspectives.map((perspective, place) => (
          <PerspectiveEditor
            key={perspective.key}
            perspective={perspective}
            place={place}
            isLast={place === count - 1}
            isTouched={arrangedInside(touched) === place}
            errors={errors}
          />
        ))}
      </div>
      <WeightSum list="perspectives" rows={perspectives} />
      <div className="utrecht-button-group">
        {count < most.perspectives ? (
          <ArrangeButton command="add:perspectives" goTo={`perspectives.${count}`}>
            {t("editor.addPerspective")}
          </ArrangeButton>
        ) : null}
        <ArrangeButton command="equal:perspectives" goTo="perspectives">
          {t("editor.equalPerspectives")}
        </ArrangeButton>
      </div>
    </>
  );
}

function Save({ setId }: { setId: string }) {
  const { t } = useTranslation("administration");
  return (
    <FormActions>
      <SubmitButton>{t("editor.save")}</SubmitButton>
      <LinkButton to={`/beheer/vragensets/${setId}`} purpose="subtle">
        {t("editor.toPreview")}
      </LinkButton>
    </FormActions>
  );
}

/** Counts the arranged forms, so that each is rendered anew with its own values. */
function useRevision(arranged: FormResult | undefined): number {
  const last = useRef({ arranged, count: 0 });
  if (arranged && last.current.arranged !== arranged) {
    last.current = { arranged, count: last.current.count + 1 };
  }
  return last.current.count;
}
