import {
  CheckboxField,
  HiddenField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from "#app/components/form/index.ts";
import { DataList } from "#app/components/data-list.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { factKinds } from "#app/domain/case-file.ts";
import { factPerspectives } from "#app/schemas/fact-perspectives.ts";

type FactFieldsProps = {
  /** Perspective and direction of a fact that is used: they no longer change. */
  fixed?: { perspective: string; direction: "pro" | "con" } | undefined;
  isNew?: boolean;
};

export function FactFields({ fixed, isNew }: FactFieldsProps) {
  const { t } = useTranslation("administration");
  return (
    <>
      <TextField name="label.nl" label={t("fact.labelNl")} autoComplete="off" />
      <TextField name="label.en" label={t("fact.labelEn")} autoComplete="off" />
      <TextArea name="definition.nl" label={t("fact.definitionNl")} max={500} rows={3} />
      <TextArea name="definition.en" label={t("fact.definitionEn")} max={500} rows={3} />
      <TextArea name="example.nl" label={t("fact.exampleNl")} max={500} rows={2} optional />
      <TextArea name="example.en" label={t("fact.exampleEn")} max={500} rows={2} optional />
      <TextArea
        name="synonyms"
        label={t("fact.synonyms")}
        description={t("fact.synonymsHint")}
        optional
      />
      {fixed ? <FixedMeaning {...fixed} /> : <MeaningFields />}
      {isNew ? null : (
        <CheckboxField name="active" label={t("fact.active")} description={t("fact.activeHint")} />
      )}
    </>
  );
}

function MeaningFields() {
  const { t } = useTranslation("administration");
  const { t: terms } = useTranslation();
  return (
    <>
      <SelectField
        name="perspective"
        label={t("fact.perspective")}
        options={factPerspectives.map((value) => ({
          value,
          label: terms(`perspective.${value}`),
        }))}
        width="medium"
      />
      <RadioGroup
        name="direction"
        label={t("fact.direction")}
        options={factKinds.map((value) => ({ value, label: terms(`factKind.${value}`) }))}
      />
    </>
  );
}

function FixedMeaning({ perspective, direction }: NonNullable<FactFieldsProps["fixed"]>) {
  const { t } = useTranslation("administration");
  const { t: terms } = useTranslation();
  const known = factPerspectives.find((key) => key === perspective);
  return (
    <>
      <HiddenField name="perspective" value={perspective} />
      <HiddenField name="direction" value={direction} />
      <DataList
        items={[
          {
            key: "perspective",
            label: t("fact.perspective"),
            value: known ? terms(`perspective.${known}`) : perspective,
          },
          { key: "direction", label: t("fact.direction"), value: terms(`factKind.${direction}`) },
        ]}
      />
      <p className="mw-field__description">{t("fact.fixedHint")}</p>
    </>
  );
}

/** The words of these fields for a summary above the form, which cannot look inside. */
export function useFactLabels() {
  const { t } = useTranslation("administration");
  return {
    "label.nl": t("fact.labelNl"),
    "label.en": t("fact.labelEn"),
    "definition.nl": t("fact.definitionNl"),
    "definition.en": t("fact.definitionEn"),
    "example.nl": t("fact.exampleNl"),
    "example.en": t("fact.exampleEn"),
    synonyms: t("fact.synonyms"),
    perspective: t("fact.perspective"),
    direction: t("fact.direction"),
  };
}
