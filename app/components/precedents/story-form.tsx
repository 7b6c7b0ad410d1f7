import { lifeEvents } from "#app/domain/case-file.ts";
import { textIn } from "#app/domain/local-text.ts";
import { precedentVisibilities } from "#app/domain/precedent-rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { PrecedentEditor } from "#app/schemas/precedent-view.ts";
import {
  CheckboxGroup,
  DateField,
  Fieldset,
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { useFieldNames } from "./use-field-names.ts";

const fetchPrecedentForm = () =>
  import("#app/schemas/precedent.ts").then((module) => module.precedentForm);

type StoryFormProps = { page: PrecedentEditor; result: FormResult | undefined };

/** Rewriting the story, and where it belongs. */
export function StoryForm({ page, result }: StoryFormProps) {
  const { t } = useTranslation("precedents");
  const { precedent } = page;
  const isOwn = ["save", "offer"].includes(String(result?.values.intent));
  return (
    <Form
      key={precedent.version}
      intent="save"
      schema={fetchPrecedentForm}
      values={{ ...precedent, lawReferences: precedent.lawReferences.join("\n") }}
      result={isOwn ? result : undefined}
      labels={useFieldNames(page)}
      className="mw-form--wide"
    >
      <HiddenField name="version" value={precedent.version} />
      <TextFields page={page} />
      <PlaceFields page={page} />
      <FormActions>
        <SubmitButton>{t("edit.save")}</SubmitButton>
        <SubmitButton intent="offer" purpose="secondary" aria-describedby="offer-hint">
          {t("edit.offer")}
        </SubmitButton>
      </FormActions>
      <p className="mw-hint" id="offer-hint">
        {t("edit.offerHint")}
      </p>
    </Form>
  );
}

function TextFields({ page }: Pick<StoryFormProps, "page">) {
  const { t, language } = useTranslation("precedents");
  return (
    <Fieldset legend={t("edit.texts")}>
      <TextField name="title" label={t("edit.titleField")} description={t("edit.titleHint")} />
      <TextArea
        name="summary"
        label={t("edit.summary")}
        description={t("edit.summaryHint")}
        rows={12}
        max={10_000}
      />
      {page.perspectives.map(({ key, name }) => (
        <TextArea
          key={key}
          name={`motivation.${key}`}
          label={t("edit.motivation", { perspective: textIn(name, language) })}
          rows={6}
          max={20_000}
          optional
        />
      ))}
    </Fieldset>
  );
}

function PlaceFields({ page: { scopes, owners } }: Pick<StoryFormProps, "page">) {
  const { t } = useTranslation("precedents");
  const { t: terms } = useTranslation();
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Fieldset legend={t("edit.place")} description={t("edit.fixedFacts")}>
      <RadioGroup
        name="visibility"
        label={t("edit.visibility")}
        options={precedentVisibilities.map((value) => ({
          value,
          label: terms(`visibility.${value}`),
          description: t(`edit.visibilityHint.${value}`),
        }))}
      />
      <SelectField
        name="scopeId"
        label={t("edit.scope")}
        description={t("edit.scopeHint")}
        empty={t("edit.noScope")}
        options={named(scopes)}
        optional
      />
      <TextArea
        name="lawReferences"
        label={t("edit.law")}
        description={t("edit.lawHint")}
        rows={4}
        optional
      />
      <CheckboxGroup
        name="lifeEvents"
        label={t("edit.lifeEvents")}
        options={lifeEvents.map((value) => ({ value, label: terms(`lifeEvent.${value}`) }))}
        inline
        optional
      />
      <SelectField
        name="ownerId"
        label={t("edit.owner")}
        description={t("edit.ownerHint")}
        empty={false}
        options={named(owners)}
      />
      <DateField
        name="reviewDate"
        label={t("edit.review")}
        description={t("edit.reviewHint")}
        optional
      />
    </Fieldset>
  );
}
